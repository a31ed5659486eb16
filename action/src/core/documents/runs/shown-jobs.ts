import type { Timeline } from "#core/documents/runs/timeline.ts";
import { roleOf } from "#core/outcome.ts";

type TimelineJob = Timeline["jobs"][number];

/** What a page has room for; the largest matrix has 256 jobs. */
const MOST_JOBS = 300;
const MOST_STEPS = 600;

/**
 * The jobs of a timeline that a page shows, in the timeline's order: all, or of very many those that failed, then
 * those that the run's length hangs on, then the longest. Where steps are too many, the last of these have none.
 */
export function shownJobs({ jobs }: Timeline): TimelineJob[] {
  const shown = new Map<TimelineJob, TimelineJob>();
  let steps = 0;
  for (const job of jobs.toSorted(byWeight).slice(0, MOST_JOBS)) {
    const kept = job.steps.slice(0, MOST_STEPS - steps);
    steps += kept.length;
    shown.set(job, { ...job, steps: kept });
  }
  return jobs.flatMap((job) => shown.get(job) ?? []);
}

function byWeight(a: TimelineJob, b: TimelineJob): number {
  return (
    Number(roleOf(b.job) === "failure") - Number(roleOf(a.job) === "failure") ||
    Number(b.critical) - Number(a.critical) ||
    (b.seconds ?? 0) - (a.seconds ?? 0)
  );
}
