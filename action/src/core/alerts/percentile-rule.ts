import { BARE, type Condition, newestRuns, type Subject } from "#core/records/condition.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { binomialTail } from "#core/statistics/tails.ts";

/** One response, call or step. */
export type Timing = { run_id: number; run_attempt: number; seconds: number };

/** Of so many above the limit by chance, were the percentile just at it. */
const CHANCE = 1e-3;

/**
 * Whether a percentile is above its limit, beyond chance: that of 20 values is one of them, and says little. What is
 * counted is how many lie above the limit, which were a share of 1 − percentile if it held.
 *
 * @param percentile 50 to 99.9; null: the mean is limited, and only its value counts
 * @param limit seconds
 */
export function percentileBreach(
  timings: readonly Timing[],
  subject: Subject,
  { percentile, limit }: { percentile: number | null; limit: number },
): Condition[] {
  const n = timings.length;
  if (n < ENOUGH.limit) return [];
  const ascending = timings.toSorted((a, b) => a.seconds - b.seconds);
  const above = ascending.filter(({ seconds }) => seconds > limit);
  const value =
    percentile === null
      ? ascending.reduce((sum, { seconds }) => sum + seconds, 0) / n
      : nearestRank(
          ascending.map(({ seconds }) => seconds),
          percentile / 100,
        );
  if (value <= limit) return [];
  const fires = percentile === null || binomialTail(above.length, n, 1 - percentile / 100) <= CHANCE;
  const runs = newestRuns(above);
  return [{ ...BARE, rule: "slow-response", subject, fires, value, unit: "seconds", limit, n, runs }];
}
