import * as z from "zod";
import { Utc } from "#core/time.ts";

/**
 * What GitHub said about one attempt of one workflow run, its jobs and their steps.
 *
 * Names follow GitHub's REST fields. Statuses and conclusions are open strings, because GitHub adds new ones;
 * unknown is null. Durations are whole seconds, null for what did not run, never negative and never 0 for
 * unknown. Titles, branches and names are text of strangers: stored without secrets, escaped where shown.
 */

const Id = z.number().int().positive();
const Seconds = z.number().nonnegative();

export const Step = z.strictObject({
  /** Not contiguous: the runner counts post steps back from the end (1…8, 16, 17). Unique within the job. */
  number: z.number().int(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  started_at: Utc.nullable(),
  completed_at: Utc.nullable(),
  duration_seconds: Seconds.nullable(),
});
export type Step = z.infer<typeof Step>;

export const Job = z.strictObject({
  /** Equals the id of the job's check run. */
  id: Id,
  /** The attempt that executed the job: below the run's where a partial re-run carried the job over. */
  run_attempt: z.number().int().positive(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  created_at: Utc.nullable(),
  started_at: Utc.nullable(),
  completed_at: Utc.nullable(),
  duration_seconds: Seconds.nullable(),
  /** The wait for a runner: `started_at − created_at`, unless something else held the job. */
  queued_seconds: Seconds.nullable(),
  /** What it waited for somebody's approval, the runner then included; null: not known. */
  approval_seconds: Seconds.nullable(),
  labels: z.array(z.string()),
  runner_name: z.string().nullable(),
  runner_group_name: z.string().nullable(),
  steps: z.array(Step),
});
export type Job = z.infer<typeof Job>;

/**
 * When a job ran, for how long and on what: all that its minutes are made of, and what stays of it when its steps go.
 */
export const JobTime = z.strictObject({
  id: Id,
  /** The attempt that executed it. */
  run_attempt: z.number().int().positive(),
  status: z.string(),
  conclusion: z.string().nullable(),
  started_at: Utc.nullable(),
  duration_seconds: Seconds.nullable(),
  labels: z.array(z.string()),
  runner_group_name: z.string().nullable(),
  /** Whether a runner is known to have taken it. GitHub gives jobs that never ran a start, too. */
  got_runner: z.boolean(),
});
export type JobTime = z.infer<typeof JobTime>;

export const Artifact = z.strictObject({
  id: Id,
  name: z.string(),
  size_in_bytes: z.number().int().nonnegative(),
  url: z.string(),
  digest: z.string().nullable(),
  created_at: Utc.nullable(),
  expires_at: Utc.nullable(),
  expired: z.boolean(),
});
export type Artifact = z.infer<typeof Artifact>;

export const PullRequest = z.strictObject({
  number: Id,
  /** `run`: listed on the run by GitHub. `commit`: found through the commit, as runs of forks list none. */
  source: z.enum(["run", "commit"]),
});
export type PullRequest = z.infer<typeof PullRequest>;

/**
 * `full`: jobs and steps are here. `pending`: they are still to be fetched, or the attempt has not ended or waits
 * for an approval. `summary`: a row without jobs, by sampling, by retention, or because GitHub no longer has them;
 * the ledger says which.
 */
export const Detail = z.enum(["full", "pending", "summary"]);
export type Detail = z.infer<typeof Detail>;

export const Run = z.strictObject({
  id: Id,
  run_number: z.number().int(),
  /** 1 where GitHub did not say (payloads from before 2021). */
  run_attempt: z.number().int().positive(),
  workflow_id: Id,
  workflow_name: z.string().nullable(),
  /** Path without `@ref`: `.github/workflows/ci.yml`, `dynamic/copilot-swe-agent/copilot`. Null when unknown. */
  workflow_file: z.string().nullable(),
  display_title: z.string().nullable(),
  event: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  head_commit: z
    .strictObject({
      /** First line only. */
      message: z.string(),
      /** The author's name; addresses are never kept. */
      author: z.string().nullable(),
    })
    .nullable(),
  /** `owner/name`; differs from the repository for forks; null for deleted ones. */
  head_repository: z.string().nullable(),
  /**
   * Whether its head is not the repository's own, by GitHub's ids: then its workflow, its artifacts and its logs are a
   * stranger's. An unknown head of a pull request's run counts as a fork's.
   */
  from_fork: z.boolean(),
  /** Reusable workflows called, as `owner/repo/.github/workflows/x.yml@ref`. */
  referenced_workflows: z.array(
    z.strictObject({ path: z.string(), sha: z.string(), ref: z.string().nullable() }),
  ),
  actor: z.string().nullable(),
  triggering_actor: z.string().nullable(),
  created_at: Utc,
  /** Start of this attempt. */
  run_started_at: Utc.nullable(),
  updated_at: Utc.nullable(),
  /** Last job's end − `run_started_at`; from `updated_at` where jobs are not known; null until completed. */
  duration_seconds: Seconds.nullable(),
  html_url: z.string(),
  /** Null: not known (a fork's run before its commit was asked); empty: there is none. */
  pull_requests: z.array(PullRequest).nullable(),
  /** Null: not asked yet. Artifacts belong to the run, hence stand on its latest attempt. */
  artifacts: z.array(Artifact).nullable(),
  detail: Detail,
  /** Null unless `detail` is `full`. An empty list is a run that had no jobs (startup failure, approval). */
  jobs: z.array(Job).nullable(),
  /** What its minutes are made of, where its jobs were dropped by age (`retention.detail-days`); else absent. */
  job_times: z.array(JobTime).optional(),
});
export type Run = z.infer<typeof Run>;

/**
 * When an attempt counts: at its own start. A re-run of an old run belongs to the day it was re-run on, and
 * figures count attempts unless they say runs.
 */
export function startedAt(run: Pick<Run, "run_started_at" | "created_at">): Utc {
  return run.run_started_at ?? run.created_at;
}

/**
 * The jobs that this attempt executed. A partial re-run carries the others over from an earlier attempt, where
 * they are counted.
 */
export function ownJobs(run: Pick<Run, "jobs" | "run_attempt">): Job[] {
  return (run.jobs ?? []).filter((job) => job.run_attempt === run.run_attempt);
}

/** How its workflow is called: by its name, else its file; null where GitHub told neither. Text of strangers. */
export function workflowName(run: Pick<Run, "workflow_name" | "workflow_file">): string | null {
  return run.workflow_name ?? run.workflow_file;
}

/** The same, and its number where it has neither. */
export function workflowOf(run: Pick<Run, "workflow_name" | "workflow_file" | "workflow_id">): string {
  return workflowName(run) ?? `workflow ${run.workflow_id}`;
}

/** The key of a run record. */
export function runKey(run: { id: number; run_attempt: number }): string {
  return `${run.id}/${run.run_attempt}`;
}

/** The same key, of what names an attempt: readings, executions, pending work, the ledger. */
export function attemptKey({ run_id, run_attempt }: { run_id: number; run_attempt: number }): string {
  return runKey({ id: run_id, run_attempt });
}

/** Pull requests to write on: those that GitHub itself lists on the run, never one that was found by its commit. */
export function listedPulls({ pull_requests }: Pick<Run, "pull_requests">): number[] {
  return (pull_requests ?? []).flatMap(({ number, source }) => (source === "run" ? number : []));
}

export function byRunKey(a: Run, b: Run): number {
  return a.id - b.id || a.run_attempt - b.run_attempt;
}

/** GitHub never changes a completed attempt again, so it is never fetched twice. */
export function isCompleted(run: { status: string | null }): boolean {
  return run.status === "completed";
}
