import { risePoint, sharpest } from "#core/statistics/change-point.ts";
import { median } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** One execution: when (epoch seconds), how long (seconds), of which commit. */
export type Timed = { at: number; seconds: number; sha: string };

export type Slowdown = {
  /** Start of the first execution that belongs to the slower time, epoch seconds. */
  at: number;
  /** Its commit, and the last one of the faster time: the cause lies between the two. */
  sha: string;
  last_fast_sha: string;
  /** Medians and numbers of executions on both sides. */
  before_seconds: number;
  after_seconds: number;
  before_n: number;
  after_n: number;
};

/** Of Pettitt's test; small, because every step of a repository is tested. */
const SIGNIFICANCE = 0.001;
/** Less is not worth anybody's attention: a fifth more, and at least this many seconds. */
const LEAST_RATIO = 1.2;
const LEAST_SECONDS = 5;

/**
 * Since when something takes longer, and still does; null when nothing says so. Pettitt's test says whether there is a
 * change at all; only the boundary between two commits can be the point, because a change comes with a commit.
 *
 * @param executions ordered by time
 */
export function slowdown(executions: readonly Timed[]): Slowdown | null {
  const seconds = executions.map((execution) => execution.seconds);
  if (!varies(seconds, LEAST_SECONDS)) return null;
  const places = boundaries(executions);
  const found = risePoint(seconds, places);
  if (found === null || found.statistic <= 0 || found.serial_chance > SIGNIFICANCE) return null;
  const index = sharpest(seconds, found.before, places);
  const before = median(seconds.slice(0, index)) ?? 0;
  const after = median(seconds.slice(index)) ?? 0;
  const isMore = after >= before * LEAST_RATIO && after - before >= LEAST_SECONDS;
  const isOver = (median(seconds.slice(-ENOUGH.changePoint)) ?? 0) < (before + after) / 2;
  const first = executions[index];
  const last = executions[index - 1];
  if (!isMore || isOver || first === undefined || last === undefined) return null;
  return {
    at: first.at,
    sha: first.sha,
    last_fast_sha: last.sha,
    before_seconds: before,
    after_seconds: after,
    before_n: index,
    after_n: executions.length - index,
  };
}

/** Whether two of the values lie so far apart. */
function varies(values: readonly number[], distance: number): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least >= distance;
}

/** Positions at which another commit begins, with enough executions on both sides. */
function boundaries(executions: readonly Timed[]): number[] {
  return executions.flatMap((execution, index) => {
    const isBoundary = execution.sha !== executions[index - 1]?.sha;
    const isEnough = index >= ENOUGH.changePoint && executions.length - index >= ENOUGH.changePoint;
    return isBoundary && isEnough ? [index] : [];
  });
}
