import * as z from "zod";
import { mentions } from "#core/agents/issues.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { runKind } from "#core/documents/runs/run-kind.ts";
import { Category } from "#core/records/category.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** One attempt as a row of a table: facts from GitHub, and the agent and numbers we read out of them. */
export const RunRow = z.strictObject({
  id: Count,
  run_attempt: Count,
  run_number: Count,
  workflow_id: Count,
  workflow: z.string().nullable(),
  workflow_file: z.string().nullable(),
  title: z.string().nullable(),
  event: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  /** Every agent that worked in it; the one that it belongs to comes first. */
  agents: z.array(z.string()),
  /** Why it belongs to that one. */
  agent_evidence: z.string().nullable(),
  branch: z.string().nullable(),
  sha: z.string(),
  actor: z.string().nullable(),
  created_at: Utc,
  started_at: Utc,
  duration_seconds: z.number().nullable(),
  /** Null where the jobs are not known. */
  jobs: Count.nullable(),
  failed_jobs: Count.nullable(),
  /** As GitHub lists them; null when not known. */
  pull_requests: z.array(Count).nullable(),
  /** Numbers that title, commit or branch speak of; anybody can write those. */
  mentions: z.array(Count),
  /** What kind of failure its logs show; null for no failure and where no log was read. */
  category: Category.nullable(),
  signature: z.string().nullable(),
  html_url: z.string(),
});
export type RunRow = z.infer<typeof RunRow>;

function runRow({ run, at, reading, attribution, agents, jobs: own }: Kept): RunRow {
  const jobs = run.jobs === null ? null : own;
  return {
    id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    workflow_id: run.workflow_id,
    workflow: run.workflow_name,
    workflow_file: run.workflow_file,
    title: run.display_title,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    agents: [...agents],
    agent_evidence: attribution?.evidence ?? null,
    branch: run.head_branch,
    sha: run.head_sha,
    actor: run.actor,
    created_at: run.created_at,
    started_at: at,
    duration_seconds: run.duration_seconds,
    jobs: jobs?.length ?? null,
    failed_jobs: jobs?.filter((job) => job.conclusion === "failure").length ?? null,
    pull_requests: run.pull_requests?.map((pull) => pull.number) ?? null,
    mentions: mentions(run).map((mention) => mention.number),
    ...runKind(run, reading),
    html_url: run.html_url,
  };
}

const RECENT = 200;

/** The newest attempts, newest first. */
type Kept = Pick<Attempt, "run" | "at" | "reading" | "attribution" | "agents" | "jobs">;

export function recentRunsFold(): Fold<RunRow[]> {
  let kept: Kept[] = [];
  const newest = () =>
    kept.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : b.run.id - a.run.id)).slice(0, RECENT);
  return {
    add({ run, at, reading, attribution, agents, jobs }) {
      kept.push({ run, at, reading, attribution, agents, jobs });
      // Sorting at every run would be waste; holding them all would be too.
      if (kept.length >= 4 * RECENT) kept = newest();
    },
    finish: () => newest().map(runRow),
  };
}
