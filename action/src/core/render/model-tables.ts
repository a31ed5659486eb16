import type { ModelRow } from "#core/documents/models/models.ts";
import { METRICS, type Metric, type VersionComparison } from "#core/documents/product/versions.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { ToolRow } from "#core/documents/tools/tools.ts";
import { decimalUsd, NANO_PER_USD } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";
import type { Difference } from "#core/statistics/compare.ts";

/** Exact dollars with nine decimals; empty where unknown. */
const usd = (nano: number | null) => (nano === null ? null : decimalUsd(Math.round(nano)));

export const MODEL_COLUMNS: readonly CsvColumn<ModelRow>[] = [
  { name: "slug", value: (row) => row.slug },
  { name: "provider", value: (row) => row.provider },
  { name: "model", value: (row) => row.model },
  { name: "first_seen", value: (row) => row.first_seen },
  { name: "last_seen", value: (row) => row.last_seen },
  { name: "executions", value: (row) => row.figures.executions },
  { name: "children", value: (row) => row.figures.children },
  { name: "requests", value: (row) => row.figures.tokens.requests },
  { name: "prompt_tokens", value: (row) => row.figures.tokens.prompt },
  { name: "completion_tokens", value: (row) => row.figures.tokens.completion },
  { name: "cache_read_tokens", value: (row) => row.figures.tokens.cache_read },
  { name: "cache_write_tokens", value: (row) => row.figures.tokens.cache_write },
  { name: "reasoning_tokens", value: (row) => row.figures.tokens.reasoning },
  { name: "total_tokens", value: (row) => row.figures.tokens.total },
  { name: "unpriced_tokens", value: (row) => row.unpriced_tokens },
  { name: "cache_hit_rate", value: (row) => row.figures.cache_hits.value },
  { name: "cost", value: (row) => usd(row.figures.cost.nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "cost_basis", value: (row) => Object.keys(row.basis).join(" ") },
  { name: "cost_known_executions", value: (row) => row.figures.cost.coverage.part },
  { name: "cost_per_1k_tokens", value: (row) => usd(row.nano_usd_per_1k_tokens) },
  { name: "cost_per_success", value: (row) => usd(row.figures.cost.per_success_nano_usd) },
  { name: "success_rate", value: (row) => row.figures.success.value },
  { name: "success_n", value: (row) => row.figures.success.n },
  { name: "duration_p50_seconds", value: (row) => row.figures.duration.p50 },
  { name: "duration_p95_seconds", value: (row) => row.figures.duration.p95 },
  { name: "retries", value: (row) => row.retries },
  { name: "peak_requests_minute", value: (row) => row.rate.peak_minute?.requests ?? null },
  { name: "peak_requests_hour", value: (row) => row.rate.peak_hour?.requests ?? null },
];

export const TOOL_COLUMNS: readonly CsvColumn<ToolRow>[] = [
  { name: "slug", value: (row) => row.slug },
  { name: "server", value: (row) => row.server },
  { name: "tool", value: (row) => row.name },
  { name: "first_seen", value: (row) => row.first_seen },
  { name: "last_seen", value: (row) => row.last_seen },
  { name: "calls", value: (row) => row.current.calls },
  { name: "executions", value: (row) => row.current.executions },
  { name: "success_rate", value: (row) => row.current.success.value },
  { name: "success_n", value: (row) => row.current.success.n },
  { name: "failures", value: (row) => row.current.failures },
  { name: "timeouts", value: (row) => row.current.timeouts },
  { name: "denied", value: (row) => row.current.denied },
  { name: "latency_n", value: (row) => row.current.latency.n },
  { name: "latency_p50_seconds", value: (row) => row.current.latency.p50 },
  { name: "latency_p90_seconds", value: (row) => row.current.latency.p90 },
  { name: "latency_p95_seconds", value: (row) => row.current.latency.p95 },
  { name: "latency_p99_seconds", value: (row) => row.current.latency.p99 },
  { name: "total_seconds", value: (row) => row.current.total_seconds },
  { name: "input_bytes", value: (row) => row.current.input_bytes },
  { name: "output_bytes", value: (row) => row.current.output_bytes },
  { name: "repeated_calls", value: (row) => row.current.repeated.part },
  { name: "cost", value: (row) => usd(row.current.nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "previous_success_rate", value: (row) => row.previous?.success.value ?? null },
  { name: "success_drift", value: (row) => row.drift?.success.verdict ?? null },
  { name: "previous_latency_p50_seconds", value: (row) => row.previous?.latency.p50 ?? null },
  { name: "latency_drift", value: (row) => row.drift?.latency.verdict ?? null },
];

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

export const RECOMMENDATION_COLUMNS: readonly CsvColumn<Recommendation>[] = [
  { name: "rule", value: (row) => row.rule },
  { name: "area", value: (row) => row.area },
  { name: "subject", value: (row) => row.subject },
  { name: "advice", value: (row) => row.advice },
  { name: "evidence", value: (row) => row.evidence },
  { name: "n", value: (row) => row.n },
  { name: "saving", value: (row) => usd(row.saving_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "saving_seconds", value: (row) => row.saving_seconds },
  { name: "basis", value: (row) => row.basis },
  { name: "link", value: (row) => row.link },
];
