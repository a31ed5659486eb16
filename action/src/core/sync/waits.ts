import type { Job, Run } from "#core/records/run.ts";
import { ownJobs } from "#core/records/run.ts";

/** Below it nobody asks what a job waited for: reviewers are not that quick, and runners are no news. */
const LONG_WAIT_SECONDS = 60;

/** Whether something other than a runner may have kept a job of the attempt waiting. */
export function waitedLong(run: Pick<Run, "jobs" | "run_attempt">): boolean {
  return ownJobs(run).some(isLong);
}

/**
 * Jobs with their wait told apart: GitHub gives only the time from a job's creation to its start, and which
 * environments somebody reviewed. A job that bears the name of one waited for that, and so did the only one that
 * waited long; of several it is not known which.
 *
 * @param reviewed environments; null: GitHub did not say
 */
export function withWaits(jobs: readonly Job[], reviewed: readonly string[] | null): Job[] {
  const long = jobs.filter(isLong);
  const named = long.filter(({ name }) => reviewed?.some((environment) => bears(name, environment)));
  const held = named.length > 0 || reviewed === null ? named : long;
  return jobs.map((job) => {
    if (!isLong(job) || reviewed?.length === 0) return { ...job, approval_seconds: waitOf(job, 0) };
    if (reviewed === null) return { ...job, queued_seconds: null, approval_seconds: null };
    if (!held.includes(job)) return { ...job, approval_seconds: 0 };
    if (named.length === 0 && held.length > 1)
      return { ...job, queued_seconds: null, approval_seconds: null };
    return { ...job, queued_seconds: null, approval_seconds: job.queued_seconds };
  });
}

function isLong({ queued_seconds }: Job): boolean {
  return queued_seconds !== null && queued_seconds >= LONG_WAIT_SECONDS;
}

/** Null for a job that never started. */
function waitOf({ queued_seconds }: Job, seconds: number): number | null {
  return queued_seconds === null ? null : seconds;
}

/** `production` in `deploy / production (eu)`, not in `preproduction`. */
function bears(job: string, environment: string): boolean {
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return words(job).includes(words(environment));
}
