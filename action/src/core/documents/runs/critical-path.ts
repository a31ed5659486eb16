/**
 * What a run's length hangs on.
 *
 * GitHub does not tell which job needs which, so the path is inferred from the clock: it starts at the job that
 * ended last and goes back, each time to the job that ended last before this one came to be. "Came to be" is
 * `created_at` (GitHub creates a job once what it needs has ended), or its start where that is unknown. A job
 * that was there before anything had ended waited for nothing: the path begins with it.
 */

/** A stretch of time in seconds from the run's start; `end >= start`. */
export type Interval = { start: number; end: number };

/** A job that ran. `created` is null when unknown. */
export type Ran = Interval & { created: number | null };

/** GitHub cuts its times to whole seconds: a job may seem to be created a second before its predecessor ended. */
const ROUNDING_SECONDS = 1;

/** Positions of the jobs on the path, first to last; empty when none ran. */
export function criticalPath(jobs: readonly Ran[]): number[] {
  const byEnd = jobs.map((_, index) => index).sort((a, b) => end(jobs, a) - end(jobs, b));
  const path: number[] = [];
  let existed = Number.POSITIVE_INFINITY;
  for (const index of byEnd.reverse()) {
    const job = jobs[index];
    if (job === undefined || job.end > existed + ROUNDING_SECONDS || job.start >= existed) continue;
    path.unshift(index);
    existed = Math.min(job.created ?? job.start, job.start);
  }
  return path;
}

/**
 * For each interval the stretches in which no other one was under way: shortening the run there can only
 * shorten the whole.
 */
export function aloneIntervals(intervals: readonly Interval[]): Interval[][] {
  const alone: Interval[][] = intervals.map(() => []);
  const edges = intervals
    .flatMap(({ start, end }, index) => [
      { at: start, index, opens: true },
      { at: end, index, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const open = new Set<number>();
  let since = 0;
  for (const { at, index, opens } of edges) {
    const [only] = open;
    if (only !== undefined && open.size === 1 && at > since) alone[only]?.push({ start: since, end: at });
    if (opens) open.add(index);
    else open.delete(index);
    since = at;
  }
  return alone;
}

/** Seconds that an interval shares with any of `others`, which do not overlap each other. */
export function overlap(interval: Interval, others: readonly Interval[]): number {
  return others.reduce(
    (sum, other) =>
      sum + Math.max(0, Math.min(interval.end, other.end) - Math.max(interval.start, other.start)),
    0,
  );
}

function end(jobs: readonly Ran[], index: number): number {
  return jobs[index]?.end ?? 0;
}
