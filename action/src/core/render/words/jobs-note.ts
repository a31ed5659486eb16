import { shownJobs } from "#core/documents/runs/shown-jobs.ts";
import type { Timeline } from "#core/documents/runs/timeline.ts";
import { plural } from "#core/format.ts";

/**
 * How many jobs and steps a run has, and how many of them its page shows.
 *
 * @param cut why the record does not have all; null when it does
 */
export function jobsNote(timeline: Timeline, cut: string | null): string {
  const [all, shown] = [total(timeline.jobs), total(shownJobs(timeline))];
  const parts = [all];
  if (shown !== all) parts.push(`shown are ${shown}: what failed, then what took longest`);
  if (cut !== null) parts.push(`not all are known: ${cut}`);
  return parts.join("; ");
}

function total(jobs: Timeline["jobs"]): string {
  const steps = jobs.reduce((sum, job) => sum + job.steps.length, 0);
  return `${plural(jobs.length, "job")}, ${plural(steps, "step")}`;
}
