import type { MetricRow } from "#core/documents/metrics/metrics.ts";
import { bytes, decimal, UNKNOWN } from "#core/format.ts";
import { printableLine } from "#core/render/printable.ts";

export function metricText(value: number | null, unit: string | null): string {
  if (value === null) return UNKNOWN;
  if (unit === null || unit === "1") return decimal(value);
  if (unit === "By" && value >= 0) return bytes(value);
  return unit === "USD" ? `$${decimal(value)}` : `${decimal(value)} ${printableLine(unit, 12)}`;
}

/** `≤ 1 s: 3, ≤ 5 s: 2, above: 1`, without buckets that nothing fell into. */
export function bucketText(buckets: NonNullable<MetricRow["buckets"]>, unit: string | null): string {
  return buckets
    .filter(({ count }) => count > 0)
    .map(({ le, count }) => `${le === null ? "above" : `≤ ${metricText(le, unit)}`}: ${decimal(count)}`)
    .join(", ");
}

/** What `value` of a metric is. */
export const VALUE_WORDS: Readonly<Record<MetricRow["kind"], string>> = {
  counter: "in all",
  gauge: "now",
  histogram: "mean",
};
