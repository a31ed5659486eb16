import type { Context } from "#core/attempts/context.ts";
import { PERIODS, type Period, type PeriodName, periodAt } from "#core/attempts/period.ts";

export type ByPeriod<Value> = Record<PeriodName, Value>;

/** Which periods are asked for, and when. */
type Asked = Pick<Context, "now" | "periods">;

/** One of something for every period that is asked for. Reading another one throws: it is not there, and not empty. */
export function byPeriod<Value>(
  { periods = PERIODS }: Pick<Asked, "periods">,
  make: (name: PeriodName) => Value,
): ByPeriod<Value> {
  const made: Partial<ByPeriod<Value>> = {};
  for (const name of PERIODS)
    if (periods.includes(name)) made[name] = make(name);
    else Object.defineProperty(made, name, { get: () => notAsked(name) });
  return made as ByPeriod<Value>;
}

function notAsked(name: PeriodName): never {
  throw new Error(`documents were made without the period ${name}`);
}

/** The same fold once for every period; each sees all items and takes those that are its own. */
export function perPeriod<Item, Of extends { add(item: Item): void }>(
  asked: Asked,
  start: (period: Period) => Of,
) {
  const periods = byPeriod(asked, (name) => periodAt(name, asked.now));
  const folds = byPeriod(asked, (name) => start(periods[name]));
  const all = Object.values(folds);
  return {
    add(item: Item): void {
      for (const fold of all) fold.add(item);
    },
    /** What is made of each at the end. */
    finish: <Value>(make: (fold: Of, period: Period) => Value): ByPeriod<Value> =>
      byPeriod(asked, (name) => make(folds[name], periods[name])),
  };
}
