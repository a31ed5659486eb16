import { groupBy } from "#core/attempts/grouped.ts";
import { BARE, type Condition, newestRuns } from "#core/records/condition.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { poissonTail } from "#core/statistics/tails.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/** One failed attempt, by what its log says failed. */
export type Failure = { at: Utc; run_id: number; run_attempt: number; category: string };

/** Failures come in bunches, so what counts is rarer than chance alone makes it, and more than a few. */
const CHANCE = 1e-5;
const TIMES = 3;
/** What is usual is learnt from these days before. */
const USUAL_DAYS = 28;

/** Kinds of failures that the last day has far more of than usual. @param days of which everything is known */
export function categorySpikes(failures: readonly Failure[], now: Utc, days: number): Condition[] {
  const usualDays = Math.min(USUAL_DAYS, days - 1);
  if (usualDays < 7) return [];
  const today = addSeconds(now, -DAY_SECONDS);
  const from = addSeconds(today, -usualDays * DAY_SECONDS);
  return [...groupBy(failures, ({ category }) => category)].flatMap(([category, all]) => {
    const newest = all.filter(({ at }) => at >= today).sort((a, b) => (a.at < b.at ? -1 : 1));
    const before = all.filter(({ at }) => at >= from && at < today).length;
    // One is added, for never is not known to be never.
    const usual = (before + 1) / usualDays;
    const value = newest.length;
    const fires = value >= ENOUGH.bunch && value >= TIMES * usual && poissonTail(value, usual) <= CHANCE;
    if (!fires && (value < ENOUGH.bunch || value < 1.5 * usual)) return [];
    return [
      {
        ...BARE,
        ...{
          rule: "error-spike",
          fires,
          value,
          unit: "count",
          baseline: before / usualDays,
          baseline_n: before,
        },
        subject: { kind: "category", id: category, name: category },
        since: newest[0]?.at ?? null,
        runs: newestRuns(newest),
      } satisfies Condition,
    ];
  });
}
