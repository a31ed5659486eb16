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
 * Pettitt's test for one change point: it compares ranks, so that outliers and skew do not matter. Only the
 * boundary between two commits can be the point, because a change comes with a commit.
 *
 * @param executions ordered by time
 */
export function slowdown(executions: readonly Timed[]): Slowdown | null {
  const n = executions.length;
  const split = bestSplit(executions);
  if (split === null || 2 * Math.exp((-6 * split.statistic ** 2) / (n ** 3 + n ** 2)) > SIGNIFICANCE)
    return null;

  const before = median(executions.slice(0, split.index));
  const after = median(executions.slice(split.index));
  const recent = median(executions.slice(-LEAST));
  const isMore = after >= before * LEAST_RATIO && after - before >= LEAST_SECONDS;
  const recovered = recent < (before + after) / 2;
  const first = executions[split.index];
  const last = executions[split.index - 1];
  if (!isMore || recovered || first === undefined || last === undefined) return null;
  return {
    at: first.at,
    sha: first.sha,
    last_fast_sha: last.sha,
    before_seconds: before,
    after_seconds: after,
    before_n: split.index,
    after_n: n - split.index,
  };
}

/** The commit boundary that parts low ranks from high ones best. */
function bestSplit(executions: readonly Timed[]): { index: number; statistic: number } | null {
  const n = executions.length;
  let best: { index: number; statistic: number } | null = null;
  let sum = 0;
  ranks(executions).forEach((rank, index) => {
    const statistic = index * (n + 1) - 2 * sum;
    const isBoundary = executions[index]?.sha !== executions[index - 1]?.sha;
    if (isBoundary && index >= LEAST && n - index >= LEAST && statistic > (best?.statistic ?? 0))
      best = { index, statistic };
    sum += rank;
  });
  return best;
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
  return nearestRank(
    executions.map((execution) => execution.seconds).sort((a, b) => a - b),
    0.5,
  );
}
