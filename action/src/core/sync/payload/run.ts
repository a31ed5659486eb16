import * as z from "zod";
import { hasEnded } from "#core/records/ended.ts";
import type { Workflow } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import { durationOfRun } from "#core/sync/duration.ts";
import {
  atMost,
  Id,
  Login,
  Name,
  NameOrNull,
  type Reading,
  read,
  Text,
  Time,
  withoutSecrets,
} from "#core/sync/payload/tolerant.ts";
import { toUtc } from "#core/time.ts";

/** GitHub lets fifty workflows be called, and a commit is the head of few pull requests. */
const MOST_CALLED = 100;
const MOST_PULLS = 300;

/** The part of GitHub's `workflow-run` that we keep. */
const Payload = z.object({
  id: Id,
  run_number: z.number().int(),
  // Absent in payloads from before 2021, when there was only one.
  run_attempt: Id.nullish().transform((attempt) => attempt ?? 1),
  workflow_id: Id,
  name: NameOrNull,
  path: Text,
  display_title: NameOrNull,
  event: z.string(),
  status: Text,
  conclusion: Text,
  head_branch: NameOrNull,
  head_sha: z.string(),
  head_commit: z
    .object({ message: z.string(), author: z.object({ name: Text }).nullish().catch(null) })
    .nullish()
    .catch(null),
  head_repository: z
    .object({ id: Id.nullish().catch(null), full_name: Text })
    .nullish()
    .catch(null),
  repository: z.object({ id: Id }).nullish().catch(null),
  referenced_workflows: atMost(MOST_CALLED, z.object({ path: Name, sha: z.string(), ref: NameOrNull }))
    .nullish()
    .catch([]),
  actor: Login,
  triggering_actor: Login,
  created_at: z.string().transform((text, context) => {
    const time = toUtc(text);
    if (time === null) context.addIssue({ code: "custom", message: "is not a time" });
    return time ?? z.NEVER;
  }),
  run_started_at: Time,
  updated_at: Time,
  html_url: z.string(),
  pull_requests: atMost(
    MOST_PULLS,
    z.object({
      number: Id,
      base: z
        .object({ repo: z.object({ id: Id }) })
        .nullish()
        .catch(null),
    }),
  )
    .nullish()
    .catch([]),
});
type Payload = z.infer<typeof Payload>;

/**
 * One attempt's row, without jobs and artifacts.
 *
 * @param repository `owner/name` that is being synced, for payloads that do not say whose run it is by id
 */
export function readRun(payload: unknown, repository: string): Reading<Run> {
  const reading = read(Payload, payload);
  return reading.value === null ? reading : { value: toRun(reading.value, repository), problem: null };
}

/** Name and file from the repository's list, where the run itself does not say. */
export function withWorkflow(run: Run, workflow: Workflow | undefined): Run {
  if (workflow === undefined || (run.workflow_name !== null && run.workflow_file !== null)) return run;
  return {
    ...run,
    workflow_name: run.workflow_name ?? workflow.name,
    workflow_file: run.workflow_file ?? withoutRef(workflow.path),
  };
}

function toRun(payload: Payload, repository: string): Run {
  const headRepository = payload.head_repository?.full_name ?? null;
  // In a fork GitHub also lists those of its branches into another repository, where the number means another thing.
  const pulls = (payload.pull_requests ?? []).filter(
    ({ base }) => !base || !payload.repository || base.repo.id === payload.repository.id,
  );
  const from_fork = isFromFork(payload, repository);
  const row = {
    id: payload.id,
    run_number: payload.run_number,
    run_attempt: payload.run_attempt,
    workflow_id: payload.workflow_id,
    workflow_name: payload.name,
    workflow_file: withoutRef(payload.path),
    display_title: payload.display_title,
    event: payload.event,
    status: payload.status,
    conclusion: payload.conclusion,
    head_branch: payload.head_branch,
    head_sha: payload.head_sha,
    head_commit: payload.head_commit
      ? {
          message: withoutSecrets(firstLine(payload.head_commit.message)),
          author: nameOnly(payload.head_commit.author?.name ?? null),
        }
      : null,
    head_repository: headRepository,
    from_fork,
    referenced_workflows: payload.referenced_workflows ?? [],
    actor: payload.actor,
    triggering_actor: payload.triggering_actor,
    created_at: payload.created_at,
    run_started_at: payload.run_started_at,
    updated_at: payload.updated_at,
    html_url: payload.html_url,
    pull_requests:
      pulls.length === 0 && from_fork && PULL_EVENTS.has(payload.event)
        ? null
        : pulls.map(({ number }) => ({ number, source: "run" as const })),
  };
  return {
    ...row,
    duration_seconds: hasEnded(row) ? durationOfRun(row, null) : null,
    artifacts: null,
    detail: "pending",
    jobs: null,
  };
}

/**
 * Names change and may be taken over by others, ids are for ever. Where the head is not told (its repository was
 * deleted), only a pull request can have brought it: other events run what stands in the repository itself.
 */
function isFromFork({ event, head_repository: head, repository: own }: Payload, repository: string): boolean {
  if (head?.id && own) return head.id !== own.id;
  if (head?.full_name) return head.full_name.toLowerCase() !== repository.toLowerCase();
  return PULL_EVENTS.has(event);
}

/** GitHub lists no pull request on runs of forks, so an empty list says nothing for these events. */
const PULL_EVENTS: ReadonlySet<string> = new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
]);

/** `.github/workflows/ci.yml@refs/heads/main` → `.github/workflows/ci.yml`. */
function withoutRef(path: string | null): string | null {
  return path === null ? null : (/^(.*?\.ya?ml)@/.exec(path)?.[1] ?? path.split("@")[0] ?? null) || null;
}

function firstLine(message: string): string {
  return message.split(/\r?\n/, 1)[0] ?? "";
}

/** Some people's git name is their address; addresses are never kept. */
function nameOnly(name: string | null): string | null {
  if (name === null || (name.includes("@") && /\S@\S+\.\S/.test(name))) return null;
  return withoutSecrets(name);
}
