import { METRICS, type Metric, type VersionComparison } from "#core/documents/product/versions.ts";
import { NANO_PER_USD } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";
import type { Difference } from "#core/statistics/compare.ts";

type MetricRow = { comparison: VersionComparison; metric: Metric; difference: Difference };

/** A row for each metric. */
export function comparisonRows(comparisons: readonly VersionComparison[]): MetricRow[] {
  return comparisons.flatMap((comparison) =>
    METRICS.map((metric) => ({ comparison, metric, difference: comparison.metrics[metric] })),
  );
}

/** In dollars as in every table, but as a number: a text with a minus would be taken for a formula. */
const value = ({ metric }: MetricRow, figure: number | null) =>
  metric === "cost_nano_usd" && figure !== null ? figure / NANO_PER_USD : figure;

export const COMPARISON_COLUMNS: readonly CsvColumn<MetricRow>[] = [
  { name: "dimension", value: ({ comparison }) => comparison.dimension },
  { name: "workflow", value: ({ comparison }) => comparison.workflow },
  { name: "agent", value: ({ comparison }) => comparison.agent },
  { name: "version_before", value: ({ comparison }) => comparison.before.version },
  { name: "version_after", value: ({ comparison }) => comparison.after.version },
  { name: "overlapping", value: ({ comparison }) => comparison.overlapping },
  { name: "metric", value: ({ metric }) => metric.replace("cost_nano_usd", "cost_usd") },
  { name: "before", value: (row) => value(row, row.difference.before) },
  { name: "before_n", value: ({ difference }) => difference.before_n },
  { name: "after", value: (row) => value(row, row.difference.after) },
  { name: "after_n", value: ({ difference }) => difference.after_n },
  { name: "difference", value: (row) => value(row, row.difference.difference) },
  { name: "low", value: (row) => value(row, row.difference.low) },
  { name: "high", value: (row) => value(row, row.difference.high) },
  { name: "verdict", value: ({ difference }) => difference.verdict },
];
