import type { MetricRow } from "#core/documents/metrics/metrics.ts";
import { bytes, decimal, duration, UNKNOWN } from "#core/format.ts";
import { printableLine } from "#core/render/printable.ts";

/** Units that have a way of their own to be written (UCUM, as OpenTelemetry says); others follow the number. */
const WRITTEN: Readonly<Record<string, (value: number) => string>> = {
  "1": decimal,
  s: duration,
  ms: (value) => duration(value / 1000),
  By: bytes,
  USD: (value) => `$${decimal(value)}`,
  "%": (value) => `${decimal(value)} %`,
};

export function metricText(value: number | null, unit: string | null): string {
  if (value === null) return UNKNOWN;
  if (unit === null) return decimal(value);
  const write = value >= 0 && Object.hasOwn(WRITTEN, unit) ? WRITTEN[unit] : undefined;
  return write?.(value) ?? `${decimal(value)} ${printableLine(unit, 20)}`;
}

/** What `value` of a metric is. */
export const VALUE_WORDS: Readonly<Record<MetricRow["kind"], string>> = {
  counter: "in all",
  gauge: "now",
  histogram: "mean",
};
