import * as z from "zod";
import { ENOUGH } from "#core/statistics/enough.ts";

/** A set of values by its percentiles. One that too few values support is null (shown as "—"), not a guess. */
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
    mean: mean(ascending),
    p50: at(0.5, 1),
    p90: at(0.9, ENOUGH.p90),
    p95: at(0.95, ENOUGH.p95),
    p99: at(0.99, ENOUGH.p99),
    max: at(1, 1),
  };
}

/** By nearest rank, hence one of the values; null of none. */
export function median(values: Iterable<number>): number | null {
  const ascending = Float64Array.from(values).sort();
  return ascending.length === 0 ? null : nearestRank(ascending, 0.5);
}

/** Null of none. */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(Array.from(values)) / values.length;
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The sum of what is known; null when neither is. */
export function plus(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}

/** The sum of what is known; null when nothing is. */
export function sumKnown(values: Iterable<number | null>): number | null {
  let total: number | null = null;
  for (const value of values) total = plus(total, value);
  return total;
}
