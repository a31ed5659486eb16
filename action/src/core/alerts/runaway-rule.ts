import type { Sample } from "#core/alerts/series.ts";
import { BARE, type Condition, newestRuns, type Subject } from "#core/records/condition.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/** Times what is usual: an agent in a loop. */
const TIMES = 5;

/**
 * Runs of the last day that cost five times what nine of ten of the workflow's runs stay below.
 *
 * @param floor less is no harm, in nano-dollars
 */
export function runaway(
  samples: readonly Sample[],
  subject: Subject,
  { now, floor }: { now: Utc; floor: number },
): Condition[] {
  const dayAgo = addSeconds(now, -DAY_SECONDS);
  const costs = (of: readonly Sample[]) => of.flatMap(({ nano_usd }) => nano_usd ?? []);
  const before = Float64Array.from(costs(samples.filter(({ at }) => at < dayAgo))).sort();
  // A few say nothing of what is usual: then no more than the dearest of them.
  if (before.length < ENOUGH.spread) return [];
  const usual = nearestRank(before, before.length < ENOUGH.p90 ? 1 : 0.9);
  const limit = Math.max(TIMES * usual, floor);
  const found = samples.filter(({ at, nano_usd }) => at >= dayAgo && (nano_usd ?? 0) > limit);
  const [first] = found;
  if (first === undefined) return [];
  const value = Math.max(...costs(found));
  const figures = { value, unit: "nano_usd", limit, baseline: usual, n: found.length } as const;
  return [
    {
      ...BARE,
      ...{ rule: "runaway", subject, severity: "critical", baseline_n: before.length, since: first.at },
      ...figures,
      runs: newestRuns(found),
    },
  ];
}
