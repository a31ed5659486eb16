import type { Job, Run } from "#core/records/run.ts";
import { secondsBetween } from "#core/time.ts";

type Times = Pick<Run, "run_attempt" | "conclusion" | "created_at" | "run_started_at" | "updated_at">;

/**
 * How long a completed attempt took: from its start to the end of its last job, because `updated_at` moves on
 * (deleted logs, approvals); to `updated_at` only where jobs are not known. Null when nothing ran.
 *
 * Payloads from before 2021 have no `run_started_at`; then the first attempt started when it was created.
 */
export function durationOfRun(run: Times, jobs: readonly Job[] | null): number | null {
  const start = run.run_started_at ?? (run.run_attempt === 1 ? run.created_at : null);
  if (run.conclusion === "skipped") return null;
  // Something succeeded, so there were jobs: GitHub no longer has them.
  const isUnknown = jobs === null || (jobs.length === 0 && run.conclusion === "success");
  if (isUnknown) return secondsBetween(start, run.updated_at);
  const ends = jobs.flatMap((job) =>
    job.completed_at !== null && job.duration_seconds !== null ? [job.completed_at] : [],
  );
  const last = ends.reduce((latest, end) => (end > latest ? end : latest), "");
  return last === "" ? null : secondsBetween(start, last);
}
