import type { Telling } from "#core/documents/metrics/telling.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import type { Utc } from "#core/time.ts";

/** Figures of one metric over any set of tellings. */
type MetricFigures = {
  told: number;
  values: number;
  value: number | null;
  sum: number | null;
  last: number | null;
  last_at: Utc | null;
  mean: number | null;
  min: number | null;
  max: number | null;
  buckets: UserMetric["buckets"];
};

export type MetricTally = { add(telling: Telling): void; finish(): MetricFigures };

/** Adds up what can be added: counters and histograms. A gauge has a last value and a mean. */
export function metricTally(kind: UserMetric["kind"]): MetricTally {
  const sums = { told: 0, values: 0, value: 0 };
  let last: { value: number; at: Utc } | null = null;
  let min: number | null = null;
  let max: number | null = null;
  let buckets: Buckets;
  return {
    add(telling) {
      const { value, at } = telling;
      // An execution's counter is one value: how much it counted.
      const own = kind === "counter" ? { min: value, max: value } : telling;
      sums.told += 1;
      sums.values += kind === "histogram" ? (telling.count ?? 0) : 1;
      sums.value += value;
      if (last === null || at >= last.at) last = { value, at };
      if (own.min !== null) min = Math.min(min ?? own.min, own.min);
      buckets = together(buckets, telling.buckets);
      if (own.max !== null) max = Math.max(max ?? own.max, own.max);
    },
    finish() {
      const mean = sums.values === 0 ? null : sums.value / sums.values;
      const sum = sums.told === 0 || kind === "gauge" ? null : sums.value;
      const newest = last === null || kind === "histogram" ? null : last.value;
      return {
        told: sums.told,
        values: sums.values,
        value: kind === "counter" ? sum : kind === "gauge" ? newest : mean,
        sum,
        last: newest,
        last_at: last?.at ?? null,
        mean,
        min,
        max,
        buckets: buckets ?? null,
      };
    },
  };
}

/** Undefined: none was seen yet; null: some had none, or others, so that no sum is of all. */
type Buckets = UserMetric["buckets"] | undefined;

function together(a: Buckets, b: UserMetric["buckets"]): Buckets {
  if (a === undefined) return b;
  if (a === null || b === null || a.length !== b.length) return null;
  if (a.some(({ le }, index) => le !== b[index]?.le)) return null;
  return a.map(({ le, count }, index) => ({ le, count: count + (b[index]?.count ?? 0) }));
}
