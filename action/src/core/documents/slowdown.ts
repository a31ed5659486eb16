import { nearestRank } from "#core/stats.ts";

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

/** Fewer executions on a side say nothing. */
const LEAST = 8;
/** Of Pettitt's test; small, because every step of a repository is tested. */
const SIGNIFICANCE = 0.001;
/** Less is not worth anybody's attention: a fifth more, and at least this many seconds. */
const LEAST_RATIO = 1.2;
const LEAST_SECONDS = 5;

/**
 * Since when something takes longer, and still does; null when nothing says so.
 *
 * Pettitt's test for one change point says whether there is one: it compares ranks, so that outliers and skew do
 * not matter. Where it is, is then told by which of the two medians each execution is nearer to. Only the boundary
 * between two commits can be the point, because a change comes with a commit.
 *
 * @param executions ordered by time
 */
export function slowdown(executions: readonly Timed[]): Slowdown | null {
  const rough = mostUnlike(executions);
  if (rough === null) return null;
  const index = sharpest(executions, median(executions.slice(0, rough)), median(executions.slice(rough)));
  const before = median(executions.slice(0, index));
  const after = median(executions.slice(index));
  const isMore = after >= before * LEAST_RATIO && after - before >= LEAST_SECONDS;
  const isOver = median(executions.slice(-LEAST)) < (before + after) / 2;
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

/** Positions at which another commit begins, with enough executions on both sides. */
function boundaries(executions: readonly Timed[]): number[] {
  return executions.flatMap((execution, index) => {
    const isBoundary = execution.sha !== executions[index - 1]?.sha;
    return isBoundary && index >= LEAST && executions.length - index >= LEAST ? [index] : [];
  });
}

/** The boundary that parts low ranks from high ones best; null when chance may explain it. */
function mostUnlike(executions: readonly Timed[]): number | null {
  const n = executions.length;
  const sums = runningSums(ranks(executions));
  const statistic = (index: number) => index * (n + 1) - 2 * (sums[index] ?? 0);
  const best = boundaries(executions).reduce((a, b) => (statistic(b) > statistic(a) ? b : a), 0);
  const chance = 2 * Math.exp((-6 * statistic(best) ** 2) / (n ** 3 + n ** 2));
  return best === 0 || chance > SIGNIFICANCE ? null : best;
}

/** The boundary that leaves the least distance of each execution to the median of its side, as ratios. */
function sharpest(executions: readonly Timed[], before: number, after: number): number {
  const distance = (median: number) =>
    runningSums(executions.map(({ seconds }) => Math.abs(Math.log((seconds + 1) / (median + 1)))));
  const [fast, slow] = [distance(before), distance(after)];
  const cost = (index: number) => (fast[index] ?? 0) - (slow[index] ?? 0);
  return boundaries(executions).reduce((a, b) => (cost(b) < cost(a) ? b : a));
}

/** `[0, a, a + b, …]` */
function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

/** Ranks from 1 in the given order; equal durations share the middle of theirs. */
function ranks(executions: readonly Timed[]): number[] {
  const order = executions.map((_, index) => index);
  const seconds = (index: number | undefined) => executions[index ?? -1]?.seconds ?? Number.NaN;
  order.sort((a, b) => seconds(a) - seconds(b));
  const result = new Array<number>(executions.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && seconds(order[to]) === seconds(order[from])) to += 1;
    for (const index of order.slice(from, to)) result[index] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

function median(executions: readonly Timed[]): number {
  const ascending = executions.map((execution) => execution.seconds).sort((a, b) => a - b);
  return nearestRank(ascending, 0.5);
}
