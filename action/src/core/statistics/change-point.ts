import { median } from "#core/statistics/distribution.ts";
import { ranks, serialCorrelation } from "#core/statistics/ranks.ts";

/**
 * Pettitt's test for one change point ("A non-parametric approach to the change-point problem", Applied Statistics 28,
 * 1979). It compares ranks, so that outliers and skew do not matter.
 */
export type ChangePoint = {
  /** How many values come before the change. */
  before: number;
  /** Pettitt's U there: positive where values rise. */
  statistic: number;
  /** The approximate probability of one so large by chance, two-sided, among values that know nothing of each other. */
  chance: number;
  /**
   * The same where a value resembles the one before it, as durations on a warm cache do: a slow stretch then looks like
   * a change, and Pettitt's own probability cries ten times as often as it says.
   */
  serial_chance: number;
};

/**
 * Where values rise most, among the places that are asked about; null when none is.
 *
 * @param values in the order of time
 * @param places numbers of values before a possible change
 */
export function risePoint(values: readonly number[], places: readonly number[]): ChangePoint | null {
  const [first, ...others] = places;
  if (first === undefined) return null;
  const n = values.length;
  const ofRanks = ranks(values);
  const sums = runningSums(ofRanks);
  // Ranks of what comes before are low where values rise.
  const statistic = (place: number) => place * (n + 1) - 2 * (sums[place] ?? 0);
  const before = others.reduce((a, b) => (statistic(b) > statistic(a) ? b : a), first);
  const most = statistic(before);
  const exponent = (-6 * most ** 2) / (n ** 3 + n ** 2);
  const resemblance = serialCorrelation(ofRanks, before);
  const information = (1 - resemblance) / (1 + resemblance);
  return {
    before,
    statistic: most,
    chance: Math.min(1, 2 * Math.exp(exponent)),
    serial_chance: Math.min(1, 2 * Math.exp(exponent * information)),
  };
}

/**
 * Where the change is, once there is one: the place that leaves the least distance of each value to the median of its
 * side, as ratios. Pettitt's own place lies nearer to the middle than the change does.
 *
 * @param rough where Pettitt puts it
 */
export function sharpest(values: readonly number[], rough: number, places: readonly number[]): number {
  const distance = (to: number | null) =>
    runningSums(values.map((value) => Math.abs(Math.log((value + 1) / ((to ?? 0) + 1)))));
  const [low, high] = [distance(median(values.slice(0, rough))), distance(median(values.slice(rough)))];
  const cost = (place: number) => (low[place] ?? 0) - (high[place] ?? 0);
  return places.reduce((a, b) => (cost(b) < cost(a) ? b : a));
}

/** `[0, a, a + b, …]` */
function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let total = 0;
  for (const [index, value] of values.entries()) {
    total += value;
    sums[index + 1] = total;
  }
  return sums;
}
