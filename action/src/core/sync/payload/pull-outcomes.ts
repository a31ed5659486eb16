import * as z from "zod";
import type { Pull } from "#core/records/pull.ts";
import { Count, Id, Name, read, Text, Time } from "#core/sync/payload/tolerant.ts";
import { type Day, toUtc } from "#core/time.ts";

/** So many pull requests are asked for at once; each costs about a fiftieth of a point of the hour's 1,000. */
export const PULLS_PER_QUERY = 50;

/** Whoever mentions a pull request leaves a mark on it; a revert does when it is made, among the first. */
const MENTIONS = 30;

const FIELDS = `
  number title state createdAt updatedAt mergedAt closedAt isDraft additions deletions changedFiles headRefName
  headRepository { nameWithOwner }
  author { __typename login }
  approved: reviews(states: APPROVED) { totalCount }
  changesRequested: reviews(states: CHANGES_REQUESTED) { totalCount }
  commented: reviews(states: COMMENTED) { totalCount }
  up: reactions(content: THUMBS_UP) { totalCount }
  down: reactions(content: THUMBS_DOWN) { totalCount }
  timelineItems(itemTypes: [CROSS_REFERENCED_EVENT], last: ${MENTIONS}) {
    nodes {
      ... on CrossReferencedEvent {
        isCrossRepository
        source { ... on PullRequest { number title body merged } }
      }
    }
  }`;

/** One request for what became of all these pull requests. */
export function pullsQuery(repository: string, numbers: readonly number[]) {
  const [owner = "", name = ""] = repository.split("/");
  const asked = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...outcome }`);
  return {
    query: `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${asked.join(" ")} }
}
fragment outcome on PullRequest {${FIELDS}
}`,
    variables: { owner, name },
  };
}

const Total = z
  .object({ totalCount: Count })
  .nullish()
  .catch(null)
  .transform((connection) => connection?.totalCount ?? 0);

const Mention = z.object({
  isCrossRepository: z.boolean(),
  source: z.object({ number: Id, title: z.string(), body: z.string(), merged: z.boolean() }),
});

const Instant = z.string().transform((text, context) => {
  const time = toUtc(text);
  if (time === null) context.addIssue({ code: "custom", message: "is not a time" });
  return time ?? z.NEVER;
});

const Payload = z.object({
  number: Id,
  title: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  createdAt: Instant,
  updatedAt: Instant,
  mergedAt: Time,
  closedAt: Time,
  isDraft: z.boolean().catch(false),
  additions: Count,
  deletions: Count,
  changedFiles: Count,
  headRefName: Name,
  headRepository: z.object({ nameWithOwner: Text }).nullish().catch(null),
  author: z.object({ __typename: Text, login: Text }).nullish().catch(null),
  approved: Total,
  changesRequested: Total,
  commented: Total,
  up: Total,
  down: Total,
  timelineItems: z
    .object({ nodes: z.array(z.unknown()) })
    .nullish()
    .catch(null)
    .transform((items) => (items?.nodes ?? []).flatMap((node) => Mention.safeParse(node).data ?? [])),
});
type Payload = z.infer<typeof Payload>;

const Body = z.object({
  data: z.object({ repository: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  errors: z.array(z.object({ type: Text, message: Text })).nullish(),
});

/** GraphQL answers 200 whatever happens: `refused` and `exhausted` are its words for what went wrong. */
export type PullsAnswer = {
  pulls: Pull[];
  /** What GitHub told of these cannot be read; `problem` says which field. */
  unreadable: { number: number; problem: string }[];
  refused: string | null;
  exhausted: string | null;
};

/** What a query brought; a pull request that GitHub does not know is left out. */
export function readPullOutcomes(body: unknown, repository: string, today: Day): PullsAnswer {
  const { data: answer } = Body.safeParse(body);
  const pulls: Pull[] = [];
  const unreadable: PullsAnswer["unreadable"] = [];
  for (const [alias, payload] of Object.entries(answer?.data?.repository ?? {})) {
    if (payload === null) continue;
    const number = Number(alias.slice(1));
    const { value, problem } = read(Payload, payload);
    if (value?.number === number) pulls.push(toPull(value, repository, today));
    else unreadable.push({ number, problem: problem ?? "number: is another's" });
  }
  const said = (types: readonly string[]) => {
    const error = answer?.errors?.find(({ type }) => types.includes(type ?? ""));
    return error === undefined ? null : (error.message ?? "GraphQL says no more");
  };
  const refused = said(["FORBIDDEN", "INSUFFICIENT_SCOPES"]);
  return {
    pulls,
    unreadable,
    refused: pulls.length > 0 ? null : refused,
    exhausted: said(["RATE_LIMITED", "RATE_LIMIT"]),
  };
}

function toPull(payload: Payload, repository: string, today: Day): Pull {
  const reverts = payload.timelineItems.filter(
    ({ isCrossRepository, source }) =>
      !isCrossRepository && source.merged && isRevertOf(payload, source, repository),
  );
  return {
    number: payload.number,
    state: payload.state === "OPEN" ? "open" : payload.state === "MERGED" ? "merged" : "closed",
    created_at: payload.createdAt,
    updated_at: payload.updatedAt,
    merged_at: payload.mergedAt,
    closed_at: payload.closedAt,
    head_branch: payload.headRefName,
    head_repository: payload.headRepository?.nameWithOwner ?? null,
    author: loginOf(payload.author),
    is_draft: payload.isDraft,
    additions: payload.additions,
    deletions: payload.deletions,
    changed_files: payload.changedFiles,
    reviews: {
      approved: payload.approved,
      changes_requested: payload.changesRequested,
      commented: payload.commented,
    },
    reactions: { up: payload.up, down: payload.down },
    reverted_by: payload.mergedAt === null ? null : (reverts.at(-1)?.source.number ?? null),
    observed_on: today,
  };
}

/** GitHub's own naming: the button writes `Revert "<title>"` and `Reverts owner/repo#12`. */
function isRevertOf(
  { number, title }: Payload,
  source: { title: string; body: string },
  repository: string,
): boolean {
  if (source.title === `Revert "${title}"`) return true;
  const named = /^Reverts ([\w.-]+\/[\w.-]+)?#(\d+)\b/im.exec(source.body);
  return named !== null && Number(named[2]) === number && (named[1] ?? repository) === repository;
}

/** As REST writes it: GraphQL leaves the `[bot]` of apps away. */
function loginOf(author: Payload["author"]): string | null {
  const login = author?.login ?? null;
  return login !== null && author?.__typename === "Bot" && !login.endsWith("[bot]") ? `${login}[bot]` : login;
}
