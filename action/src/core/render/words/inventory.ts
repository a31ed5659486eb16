import type { AgentRow } from "#core/inventory/agent-row.ts";

/** Who can have an agent start. */
export const WHO: Readonly<Record<AgentRow["exposure"], string>> = {
  nobody: "nobody from outside",
  members: "people who are checked",
  strangers: "anybody",
};

export function permissionsText(permissions: readonly { scope: string; access: string }[]): string {
  return permissions.map(({ scope, access }) => `${scope}: ${access}`).join(", ") || "nothing";
}
