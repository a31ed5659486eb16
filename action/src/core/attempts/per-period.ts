import { type Period, type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { Utc } from "#core/time.ts";

export type ByPeriod<Value> = Record<PeriodName, Value>;

/** One of something for every period. */
export function byPeriod<Value>(make: (name: PeriodName) => Value): ByPeriod<Value> {
  return {
    "24h": make("24h"),
    "7d": make("7d"),
    "30d": make("30d"),
    "90d": make("90d"),
    mtd: make("mtd"),
  };
}

/** The same fold once for every period; each sees all items and takes those that are its own. */
export function perPeriod<Item, Of extends { add(item: Item): void }>(
  now: Utc,
  start: (period: Period) => Of,
) {
  const periods = byPeriod((name) => periodAt(name, now));
  const folds = byPeriod((name) => start(periods[name]));
  const all = Object.values(folds);
  return {
    add(item: Item): void {
      for (const fold of all) fold.add(item);
    },
    /** What is made of each at the end. */
    finish: <Value>(make: (fold: Of, period: Period) => Value): ByPeriod<Value> =>
      byPeriod((name) => make(folds[name], periods[name])),
  };
}
