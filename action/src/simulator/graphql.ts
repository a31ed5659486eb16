import { type Answer, json } from "#simulator/answer.ts";
import { type CommitOnBranch, commitOnTip, tipOf } from "#simulator/bare-repository.ts";
import type { PullPayload, SimulatedRepository } from "#simulator/model.ts";
import { blobId, textAt } from "#simulator/objects.ts";
import { accepts, type Permissions } from "#simulator/permissions.ts";

export type GraphqlWorld = {
  repositories: readonly SimulatedRepository[];
  permissions: Permissions | null;
  /** Whom the token writes as. */
  login: string;
};

/** Aliases as our client writes them: `p12: pullRequest(number: 12) { … }`. */
const PULL = /\b(\w+): pullRequest\(number: (\d+)\)/g;
/** Files at commits or on branches: `f3: object(expression: "<sha>:<path>") { … }`. */
const OBJECT = /\b(\w+): object\(expression: ("(?:[^"\\]|\\.)*")\)/g;
const FORBIDDEN = "Resource not accessible by integration";

/**
 * The few queries that we make: who asks, what became of pull requests, and what stood in files. Every answer has status 200; what went
 * wrong stands among `errors`, beside what did not.
 */
export function answerGraphql(world: GraphqlWorld, body: Record<string, unknown>): Answer {
  const query = String(body.query ?? "");
  if (/\bviewer\b/.test(query)) return json({ data: { viewer: { login: world.login } } });
  if (query.includes("createCommitOnBranch")) return commitOnBranch(world, body.variables);
  const { owner, name } = { ...(body.variables as object) } as { owner?: string; name?: string };
  const fullName = `${owner}/${name}`.toLowerCase();
  const repository = world.repositories.find((each) => each.repository.full_name.toLowerCase() === fullName);
  const asked = [...query.matchAll(PULL)].map(([, alias = "", number]) => ({
    alias,
    number: Number(number),
  }));
  if (repository === undefined)
    return json({
      data: { repository: null },
      errors: [
        problem(
          "NOT_FOUND",
          ["repository"],
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
        ),
      ],
    });
  const errors: object[] = [];
  const found = asked.map(({ alias, number }): [string, object | null] => {
    const path = ["repository", alias];
    const pull = accepts(world.permissions, ["pull_requests=read"]) ? pullOf(repository, number) : undefined;
    if (pull !== undefined) return [alias, outcome(repository, pull)];
    errors.push(
      accepts(world.permissions, ["pull_requests=read"])
        ? problem("NOT_FOUND", path, `Could not resolve to a PullRequest with the number of ${number}.`)
        : problem("FORBIDDEN", path, FORBIDDEN),
    );
    return [alias, null];
  });
  for (const [, alias = "", expression = ""] of query.matchAll(OBJECT)) {
    const mayRead = accepts(world.permissions, ["contents=read"]);
    if (!mayRead) errors.push(problem("FORBIDDEN", ["repository", alias], FORBIDDEN));
    const text = mayRead ? textAt(repository, JSON.parse(expression)) : null;
    found.push([alias, text === null ? null : blobOf(text)]);
  }
  return json({ data: { repository: Object.fromEntries(found) }, ...(errors.length > 0 && { errors }) });
}

/** A commit on top of what the branch is expected to show; only `contents: write` may make one. */
function commitOnBranch({ repositories, permissions }: GraphqlWorld, variables: unknown): Answer {
  const { input } = variables as { input: CommitOnBranch };
  const named = input.branch.repositoryNameWithOwner.toLowerCase();
  const bare = repositories.find(({ repository }) => repository.full_name.toLowerCase() === named)?.bare;
  const path = ["createCommitOnBranch"];
  const failed = (type: string, message: string) =>
    json({ data: { createCommitOnBranch: null }, errors: [problem(type, path, message)] });
  if (bare === undefined)
    return failed("NOT_FOUND", `Could not resolve to a Repository with the name '${named}'.`);
  if (!accepts(permissions, ["contents=write"])) return failed("FORBIDDEN", FORBIDDEN);
  const tip = tipOf(bare, input.branch.branchName);
  if (tip === null) return failed("NOT_FOUND", `Branch \`${input.branch.branchName}\` was not found.`);
  if (tip !== input.expectedHeadOid)
    return failed("STALE_DATA", `Expected branch to point to "${tip}" but it did not. Pull and try again.`);
  return json({ data: { createCommitOnBranch: { commit: { oid: commitOnTip(bare, input) } } } });
}

/** Longer texts are cut, and say so. */
const LONGEST_TEXT = 512_000;

function blobOf(text: string): object {
  return { oid: blobId(text), text: text.slice(0, LONGEST_TEXT), isTruncated: text.length > LONGEST_TEXT };
}

function problem(type: string, path: string[], message: string): object {
  return { type, path, message, locations: [{ line: 1, column: 1 }] };
}

function pullsOf(repository: SimulatedRepository): Map<number, PullPayload> {
  return new Map([...repository.pulls.values()].flat().map((pull) => [pull.number, pull]));
}

function pullOf(repository: SimulatedRepository, number: number): PullPayload | undefined {
  return pullsOf(repository).get(number);
}

function outcome(repository: SimulatedRepository, pull: PullPayload): object {
  const reception = repository.receptions.get(pull.number);
  const count = (totalCount = 0) => ({ totalCount });
  const mention = new RegExp(`#${pull.number}\\b`);
  const sources = [...pullsOf(repository).values()].filter(
    (other) => other.number !== pull.number && mention.test(other.body ?? ""),
  );
  return {
    number: pull.number,
    title: pull.title,
    state: pull.merged_at ? "MERGED" : pull.state.toUpperCase(),
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    mergedAt: pull.merged_at,
    closedAt: pull.closed_at,
    isDraft: pull.draft ?? false,
    additions: reception?.additions ?? 0,
    deletions: reception?.deletions ?? 0,
    changedFiles: reception?.changed_files ?? 0,
    headRefName: pull.head.ref,
    headRepository: pull.head.repo === null ? null : { nameWithOwner: pull.head.repo.full_name },
    author: authorOf(pull),
    approved: count(reception?.approved),
    changesRequested: count(reception?.changes_requested),
    commented: count(reception?.commented),
    up: count(reception?.up),
    down: count(reception?.down),
    timelineItems: {
      nodes: sources.map(({ number, title, body, merged_at }) => ({
        isCrossRepository: false,
        source: { number, title, body: body ?? "", merged: merged_at !== null },
      })),
    },
  };
}

/** GraphQL leaves the `[bot]` of apps away and calls Copilot by its app's name. */
function authorOf({ user }: PullPayload): object | null {
  if (user === null) return null;
  if (user.login === "Copilot") return { __typename: "Bot", login: "copilot-swe-agent" };
  const isBot = user.login.endsWith("[bot]");
  return { __typename: isBot ? "Bot" : "User", login: user.login.replace(/\[bot\]$/, "") };
}
