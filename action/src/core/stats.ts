import * as z from "zod";

/**
 * Percentiles, rates and changes, with the honesty rules of every page: n is always said, and a figure that
 * too few values support is null (shown as "—"), not a guess.
 */

/** Fewer values than this support no such percentile: below 20 no p95, below 100 no p99. */
const LEAST: Readonly<Record<"p90" | "p95" | "p99", number>> = { p90: 10, p95: 20, p99: 100 };

export const Distribution = z.strictObject({
  n: z.number().int(),
  mean: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  max: z.number().nullable(),
});
export type Distribution = z.infer<typeof Distribution>;

/** Nearest-rank percentile of ascending values: always one of them. Throws on an empty list. */
export function nearestRank(ascending: ArrayLike<number>, fraction: number): number {
  const value = ascending[Math.max(0, Math.ceil(fraction * ascending.length) - 1)];
  if (value === undefined) throw new RangeError("no percentile of an empty list");
  return value;
}

export function distribution(values: Iterable<number>): Distribution {
  const ascending = Float64Array.from(values).sort();
  const n = ascending.length;
  const at = (fraction: number, least: number) => (n < least ? null : nearestRank(ascending, fraction));
  return {
    n,
    mean: n === 0 ? null : ascending.reduce((sum, value) => sum + value, 0) / n,
    p50: at(0.5, 1),
    p90: at(0.9, LEAST.p90),
    p95: at(0.95, LEAST.p95),
    p99: at(0.99, LEAST.p99),
    max: at(1, 1),
  };
}

/** A share of `n`; null when there is nothing to share. */
export const Rate = z.strictObject({
  value: z.number().nullable(),
  part: z.number().int(),
  n: z.number().int(),
});
export type Rate = z.infer<typeof Rate>;

export function rate(part: number, n: number): Rate {
  return { value: n === 0 ? null : part / n, part, n };
}

/** Change against the previous equal period; null when either side is unknown. */
export function change(current: number | null, previous: number | null): number | null {
  return current === null || previous === null ? null : current - previous;
}
