import { aUser } from "#simulator/accounts.ts";
import type { UserPayload } from "#simulator/model.ts";

/** Members by login, with the name on their commits and their permission. */
export const MEMBERS: ReadonlyMap<string, { name: string; permission: "admin" | "write" | "read" }> = new Map(
  [
    ["mona", { name: "Mona Lisa", permission: "admin" }],
    ["grace-h", { name: "Grace Okafor", permission: "admin" }],
    ["ada-l", { name: "Ada Lindqvist", permission: "write" }],
    ["linus-k", { name: "Linus Kowalski", permission: "write" }],
    ["margaret-h", { name: "Margaret Haas", permission: "write" }],
    ["yuki-t", { name: "谷口 由紀", permission: "read" }],
  ],
);

export const WRITERS: readonly string[] = [...MEMBERS]
  .filter(([, member]) => member.permission !== "read")
  .map(([login]) => login);

/** Contributors from outside, whose pull requests come from forks. */
export const STRANGERS: readonly string[] = ["drive-by-dev", "pen-tester-42", "o-contributor"];

export const CLAUDE = "claude[bot]";
export const COPILOT = "Copilot";
export const STEWARD = "octo-steward[bot]";
export const ACTIONS = "github-actions[bot]";

const NAMES: Readonly<Record<string, string>> = {
  [CLAUDE]: "Claude",
  [COPILOT]: "copilot-swe-agent[bot]",
  [STEWARD]: "octo-steward[bot]",
};

/** The name on a commit. */
export function nameOf(login: string): string {
  return MEMBERS.get(login)?.name ?? NAMES[login] ?? login;
}

const accounts = new Map<string, UserPayload>();

/** One object per person, shared by all the payloads that show them. */
export function account(login: string): UserPayload {
  const known = accounts.get(login) ?? aUser(login);
  accounts.set(login, known);
  return known;
}
