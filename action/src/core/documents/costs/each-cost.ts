import * as z from "zod";
import { Nano } from "#core/pricing/money.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/**
 * What one of something costs on average: the one definition for every page. What failed is paid for by what
 * succeeded. Whatever has a cost that is not wholly known stays out of both, money and units, and `coverage` says how
 * much is in.
 */
export const EachCost = z.strictObject({
  /** Units whose cost is wholly known. */
  n: Count,
  /** What was paid for them; null: nothing is wholly known. */
  nano_usd: Nano.nullable(),
  /** Null where there is none to divide by. */
  each_nano_usd: Nano.nullable(),
  /** Of the attempts or executions that paid, those whose cost is wholly known. */
  coverage: Rate,
});
export type EachCost = z.infer<typeof EachCost>;

/** What an attempt or an execution cost. */
type Paid = { nano_usd: number | null; complete: boolean };

/** Folds what was paid, and for how many units. */
export function eachCost() {
  const sums = { n: 0, nano: 0, known: 0, all: 0 };
  return {
    /** @returns whether it counts */
    add({ nano_usd, complete }: Paid, units: number): boolean {
      sums.all += 1;
      if (nano_usd === null || !complete) return false;
      sums.known += 1;
      sums.nano += nano_usd;
      sums.n += units;
      return true;
    },
    finish: (): EachCost => ({
      n: sums.n,
      nano_usd: sums.known === 0 ? null : sums.nano,
      each_nano_usd: sums.n === 0 ? null : Math.round(sums.nano / sums.n),
      coverage: rate(sums.known, sums.all),
    }),
  };
}
