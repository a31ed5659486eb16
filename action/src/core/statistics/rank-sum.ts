import { raise } from "#core/counts.ts";
import { ranks, serialCorrelation } from "#core/statistics/ranks.ts";

/**
 * The rank-sum test of Mann and Whitney ("On a test of whether one of two random variables is stochastically larger",
 * Annals of Mathematical Statistics 18, 1947) by its normal approximation, with the correction for ties.
 *
 * @returns how many standard deviations the values after lie above what chance would put them at, less where a value
 *   resembles the one before it; 0 where a side is empty or all values are equal
 */
export function rankSumRise(before: readonly number[], after: readonly number[]): number {
  const [m, b] = [after.length, before.length];
  const n = m + b;
  if (m === 0 || b === 0) return 0;
  const ofRanks = ranks([...before, ...after]);
  const sum = ofRanks.slice(b).reduce((total, rank) => total + rank, 0);
  const statistic = sum - (m * (m + 1)) / 2;
  const variance = ((m * b * (n + 1)) / 12) * (1 - tiedShare(ofRanks));
  if (variance <= 0) return 0;
  const resemblance = serialCorrelation(ofRanks, b);
  return ((statistic - (m * b) / 2) / Math.sqrt(variance)) * Math.sqrt((1 - resemblance) / (1 + resemblance));
}

/** Σ (t³ − t) / (n³ − n) over groups of t equal values, whose ranks are the same. */
function tiedShare(ofRanks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ofRanks) raise(sizes, rank);
  const n = ofRanks.length;
  return [...sizes.values()].reduce((total, t) => total + t ** 3 - t, 0) / (n ** 3 - n);
}
