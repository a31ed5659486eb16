import type { Attribution } from "#core/agents/attribution.ts";
import { type Mention, mentions } from "#core/agents/issues.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { type RunCost, runCost } from "#core/documents/costs/run-cost.ts";
import type { ErrorEntry } from "#core/documents/errors/entry.ts";
import { executionRow } from "#core/documents/executions/execution-row.ts";
import { type ExecutionPages, type ListedExecution, listed } from "#core/documents/executions/executions.ts";
import type { RunReference, RunRelations } from "#core/documents/run-relations/run-relations.ts";
import { type Timeline, timelineOf } from "#core/documents/runs/timeline.ts";
import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { type Job, ownJobs, type Run, type Step, startedAt } from "#core/records/run.ts";
import type { LedgerEntry } from "#core/records/state.ts";
import type { Distribution } from "#core/statistics/distribution.ts";
import type { Utc } from "#core/time.ts";

/** One attempt of one run, with what it can be compared with. */
export type RunDetail = {
  run: Run;
  /** What was found in its logs; null when they were not read. */
  reading: StoredAnalysis | null;
  /** Why its logs were not read; null when they were. */
  not_read: NotRead | null;
  /** What is known of the primary finding from every run; null without one, and where no page tells of it. */
  history: SignatureHistory | null;
  /** What its agents did; one that told nothing is here too. */
  executions: ListedExecution[];
  /** The run's one number, and its parts. */
  cost: RunCost;
  /** Null when the index no longer holds the run. */
  workflow_slug: string | null;
  /** Whose it is, and every agent that worked in it. */
  agent: Attribution | null;
  agents: readonly string[];
  /** Issues and pull requests that its texts mention. */
  mentions: Mention[];
  /** Every stored attempt of the run, first to last. */
  attempts: { run_attempt: number; status: string | null; conclusion: string | null; started_at: Utc }[];
  /** Null when there are no jobs to draw. */
  timeline: Timeline | null;
  /** The jobs that failed in this attempt, in order; empty when it did not fail or its jobs are not known. */
  failures: FailedJob[];
  /** Why jobs are not here; null when they are. */
  jobs_missing: "pending" | "not_completed" | LedgerEntry["reason"] | "unknown" | null;
  /** Why some of them are not, in the ledger's words; null when all are, or none. */
  jobs_cut: string | null;
  /** Of the workflow in the last 30 days, this attempt included. */
  usual: { duration: Distribution; queue: Distribution };
  previous: RunReference | null;
  next: RunReference | null;
  same_commit: { runs: RunReference[]; total: number };
};

export type SignatureHistory = Pick<
  ErrorEntry,
  "runs" | "first_seen" | "last_seen" | "state" | "flaky" | "fix" | "known"
>;

export type NotRead = "not_completed" | "not_failed" | "pending" | LedgerEntry["reason"] | "unknown";

export type FailedJob = {
  job: Pick<Job, "id" | "name" | "conclusion">;
  /** The first step that failed; null when none did (the runner was lost, the job timed out). */
  step: Pick<Step, "number" | "name"> | null;
};

/**
 * @param attempts every stored attempt of the run, in any order; `run` is one of them
 * @param history of a signature; null where no page tells of it
 * @param pages the executions that have a page
 */
export function runDetail(
  attempt: Attempt,
  attempts: readonly Run[],
  relations: RunRelations,
  context: Context,
  history: (signature: string) => SignatureHistory | null = () => null,
  pages: ExecutionPages = new Set(),
): RunDetail {
  const { run, reading, finding, invocations, foreign } = attempt;
  return {
    run,
    reading,
    not_read: reading === null ? whyNotRead(run, context) : null,
    history: finding === null ? null : history(finding.signature),
    executions: [...invocations, ...foreign].map((one) => listed(executionRow(one), pages)),
    cost: runCost(attempt),
    workflow_slug: relations.workflow(run.id)?.slug ?? null,
    agent: attempt.attribution,
    agents: attempt.agents,
    mentions: mentions(run),
    attempts: attempts
      .map((one) => ({
        run_attempt: one.run_attempt,
        status: one.status,
        conclusion: one.conclusion,
        started_at: startedAt(one),
      }))
      .sort((a, b) => a.run_attempt - b.run_attempt),
    timeline:
      run.jobs === null || run.jobs.length === 0 ? null : timelineOf({ ...run, jobs: run.jobs }, context.now),
    failures: roleOf(run) === "failure" ? failedJobs(run) : [],
    jobs_missing: run.jobs === null ? whyMissing(run, context) : null,
    jobs_cut: run.jobs === null ? null : (jobsEntry(run, context)?.message ?? null),
    usual: relations.usual(run.id),
    ...relations.neighbours(run.id),
    same_commit: relations.sameCommit(run.id),
  };
}

export function failedJobs(run: Pick<Run, "jobs" | "run_attempt">): FailedJob[] {
  return ownJobs(run)
    .filter((job) => roleOf(job) === "failure")
    .map(({ id, name, conclusion, steps }) => {
      const failed = steps.find((step) => roleOf(step) === "failure");
      return {
        job: { id, name, conclusion },
        step: failed === undefined ? null : { number: failed.number, name: failed.name },
      };
    });
}

function jobsEntry(run: Run, { state }: Context): LedgerEntry | undefined {
  return state.ledger.find((entry) => isOf(run, entry) && entry.missing === "jobs");
}

function whyMissing(run: Run, context: Context): RunDetail["jobs_missing"] {
  const { state } = context;
  if (run.status !== "completed") return "not_completed";
  const entry = jobsEntry(run, context);
  if (entry !== undefined) return entry.reason;
  const isPending = run.detail === "pending" || state.pending.some((entry) => isOf(run, entry));
  return isPending ? "pending" : "unknown";
}

function whyNotRead(run: Run, { state }: Context): NotRead {
  if (run.status !== "completed") return "not_completed";
  const entry = state.ledger.find((entry) => isOf(run, entry) && entry.missing === "reading");
  if (entry !== undefined) return entry.reason;
  if (state.pending.some((entry) => isOf(run, entry) && entry.needs.includes("reading"))) return "pending";
  return roleOf(run) === "failure" ? "unknown" : "not_failed";
}

function isOf(run: Run, entry: { run_id: number; run_attempt: number }): boolean {
  return entry.run_id === run.id && entry.run_attempt === run.run_attempt;
}
