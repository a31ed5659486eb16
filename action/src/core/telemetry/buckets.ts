import type { UserMetric } from "#core/records/user-metric.ts";

type Buckets = UserMetric["buckets"];

/** Two histograms as one; null where their bounds differ, or one of them tells none. */
export function bothBuckets(some: Buckets, more: Buckets): Buckets {
  if (some === null || more === null || some.length !== more.length) return null;
  if (some.some(({ le }, index) => le !== more[index]?.le)) return null;
  return some.map(({ le, count }, index) => ({ le, count: count + (more[index]?.count ?? 0) }));
}

/** The lesser or greater of what is known. */
export function extreme(
  of: (a: number, b: number) => number,
  a: number | null,
  b: number | null,
): number | null {
  return a === null || b === null ? (a ?? b) : of(a, b);
}

/** OTLP's `explicitBounds` and `bucketCounts`, of which there is one more: what is above all bounds. */
export function explicitBuckets(
  bounds: readonly (number | null)[],
  counts: readonly (number | null)[],
): Buckets {
  if (counts.length === 0 || counts.length !== bounds.length + 1 || [...bounds, ...counts].includes(null))
    return null;
  return counts.map((count, index) => ({ le: bounds[index] ?? null, count: count ?? 0 }));
}
