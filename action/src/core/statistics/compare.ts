import * as z from "zod";
import { median } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { hodgesLehmann, type Interval, newcombe, pairedShift } from "#core/statistics/interval.ts";
import type { Rate } from "#core/statistics/rate.ts";

/** Did it change? One question with one answer, whoever asks. */
const VERDICTS = ["better", "worse", "no change beyond chance", "too few"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** A figure before and after: shares from 0 to 1, seconds, nano-dollars or tokens. */
export const Difference = z.strictObject({
  before: z.number().nullable(),
  before_n: z.number().int(),
  after: z.number().nullable(),
  after_n: z.number().int(),
  /** After − before, in the unit of the figure; null with too few. */
  difference: z.number().nullable(),
  /** Its 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: Verdict,
});
export type Difference = z.infer<typeof Difference>;

/** Which direction is an improvement. */
export type Better = "higher" | "lower";

/** Values of each side that are compared, the newest: what is older says less about a change. */
const MOST_EACH = 300;

/** Two shares, by Newcombe's interval of their difference. */
export function compareRates(before: Rate, after: Rate, better: Better): Difference {
  const sides = { before: before.value, before_n: before.n, after: after.value, after_n: after.n };
  if (Math.min(before.n, after.n) < ENOUGH.comparison) return { ...sides, ...TOO_FEW };
  const difference = after.part / after.n - before.part / before.n;
  return { ...sides, difference, ...judged(newcombe(before, after), better) };
}

/**
 * Two sets of values, by Hodges and Lehmann's shift. Medians are told for each side; `difference` is the typical one
 * between two values.
 *
 * @param before oldest first, like `after`
 */
export function compareValues(
  before: readonly number[],
  after: readonly number[],
  better: Better,
): Difference {
  const sides = {
    before: median(before),
    before_n: before.length,
    after: median(after),
    after_n: after.length,
  };
  if (Math.min(before.length, after.length) < ENOUGH.comparison) return { ...sides, ...TOO_FEW };
  const { shift, ...interval } = hodgesLehmann(before.slice(-MOST_EACH), after.slice(-MOST_EACH));
  return { ...sides, difference: shift, ...judged(interval, better) };
}

/** What pairs differ by, each measured before and after under the same circumstances. */
export type PairedDifference = {
  /** Medians of the sides, in the unit of the figure; null of none. */
  before: number | null;
  after: number | null;
  /** Pairs that can be compared. */
  n: number;
  /** After ÷ before − 1, typical of a pair; null with too few. */
  share: number | null;
  /** Its 95 % interval. */
  low: number | null;
  high: number | null;
  verdict: Verdict;
};

/** What changes from pair to pair, as a machine's load, falls on both of one; a pair that began at 0 has no share. */
export function comparePairs(
  pairs: readonly { before: number; after: number }[],
  better: Better,
): PairedDifference {
  const compared = pairs.filter(({ before }) => before > 0);
  const sides = {
    before: median(pairs.map(({ before }) => before)),
    after: median(pairs.map(({ after }) => after)),
    n: compared.length,
  };
  if (compared.length < ENOUGH.comparison)
    return { ...sides, share: null, low: null, high: null, verdict: "too few" };
  const { shift, ...interval } = pairedShift(compared.map(({ before, after }) => after / before - 1));
  return { ...sides, share: shift, ...judged(interval, better) };
}

const TOO_FEW = { difference: null, low: null, high: null, verdict: "too few" } as const;

function judged({ low, high }: Interval, better: Better) {
  const verdict: Verdict =
    low <= 0 && high >= 0
      ? "no change beyond chance"
      : low > 0 === (better === "higher")
        ? "better"
        : "worse";
  return { low, high, verdict };
}
