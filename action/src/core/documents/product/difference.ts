import * as z from "zod";
import { wilson } from "#core/documents/errors/specific-to.ts";
import { nearestRank, type Rate } from "#core/stats.ts";

/**
 * Whether two sets of executions differ, with the 95 % interval of the difference. Rates: Newcombe's interval made of
 * two Wilson intervals. Values: Hodges and Lehmann's shift, the median of all differences between a value after and
 * one before, with the interval that the rank-sum test gives. Neither assumes a shape or draws random samples, so the
 * same values always give the same answer.
 */

export const VERDICTS = ["better", "worse", "no difference to be seen", "too few"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** A figure before and after: shares from 0 to 1, seconds, nano-dollars or tokens. */
export const Difference = z.strictObject({
  before: z.number().nullable(),
  before_n: z.number().int(),
  after: z.number().nullable(),
  after_n: z.number().int(),
  /** After − before, in the unit of the metric; null with too few. */
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: Verdict,
});
export type Difference = z.infer<typeof Difference>;

/** With fewer on either side an interval is too wide to decide anything by. */
export const LEAST_EACH = 20;
/** Two-sided 95 %. */
const Z = 1.96;
/** Values of each side that are compared, the newest: all pairs are looked at. */
const MOST_EACH = 300;

/** @param better which direction is an improvement */
export function differenceOfRates(before: Rate, after: Rate, better: "higher" | "lower"): Difference {
  const sides = { before: before.value, before_n: before.n, after: after.value, after_n: after.n };
  if (before.value === null || after.value === null || Math.min(before.n, after.n) < LEAST_EACH)
    return { ...sides, ...TOO_FEW };
  const [one, two] = [wilson(before.part, before.n), wilson(after.part, after.n)];
  const difference = after.value - before.value;
  const low = difference - Math.hypot(after.value - two.low, one.high - before.value);
  const high = difference + Math.hypot(two.high - after.value, before.value - one.low);
  return { ...sides, difference, low, high, verdict: verdictOf(low, high, better) };
}

/**
 * Medians are told for each side; `difference` is the typical one between two values.
 *
 * @param before oldest first, like `after`
 */
export function differenceOfValues(
  before: readonly number[],
  after: readonly number[],
  better: "higher" | "lower",
): Difference {
  const sides = {
    before: median(before),
    before_n: before.length,
    after: median(after),
    after_n: after.length,
  };
  if (Math.min(before.length, after.length) < LEAST_EACH) return { ...sides, ...TOO_FEW };
  const [one, two] = [before.slice(-MOST_EACH), after.slice(-MOST_EACH)];
  const pairs = new Float64Array(one.length * two.length);
  let index = 0;
  for (const a of one) for (const b of two) pairs[index++] = b - a;
  pairs.sort();
  const n = pairs.length;
  const spread = Z * Math.sqrt((n * (one.length + two.length + 1)) / 12);
  const rank = Math.max(0, Math.floor(n / 2 - spread));
  const low = pairs[rank] ?? 0;
  const high = pairs[n - 1 - rank] ?? 0;
  return { ...sides, difference: nearestRank(pairs, 0.5), low, high, verdict: verdictOf(low, high, better) };
}

const TOO_FEW = { difference: null, low: null, high: null, verdict: "too few" } as const;

function verdictOf(low: number, high: number, better: "higher" | "lower"): Verdict {
  if (low <= 0 && high >= 0) return "no difference to be seen";
  return low > 0 === (better === "higher") ? "better" : "worse";
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : nearestRank(Float64Array.from(values).sort(), 0.5);
}
