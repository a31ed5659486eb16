import { agentPath } from "#core/addresses/paths.ts";
import { periodPath } from "#core/addresses/period-path.ts";
import type { AgentRow } from "#core/documents/agents/agents.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import { count, duration, money, percent, plural, tokens } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, headed, within } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { figuresCost, share } from "#core/render/words/figure-text.ts";

type Figure = Column<ExecutionFigures>;

/** Of any set of executions. */
export const FIGURES: readonly Figure[] = [
  {
    name: "executions",
    heading: "Executions",
    kind: "share",
    value: (row) => row.executions,
    text: (row) => count(row.executions),
  },
  { name: "children", kind: "figure", value: (row) => row.children },
  { name: "runs", kind: "figure", value: (row) => row.runs },
  { name: "successes", kind: "figure", value: (row) => row.outcomes.success },
  { name: "failures", kind: "figure", value: (row) => row.outcomes.failure },
  { name: "timeouts", kind: "figure", value: (row) => row.outcomes.timeout },
  {
    name: "success_rate",
    heading: "Success",
    kind: "figure",
    value: (row) => row.success.value,
    text: (row) => share(row.success),
  },
  {
    name: "retry_rate",
    heading: "Retried",
    kind: "figure",
    value: (row) => row.retries.value,
    text: (row) => share(row.retries),
  },
  { name: "retry_success_rate", kind: "figure", value: (row) => row.retry_success.value },
  { name: "fallback_rate", kind: "figure", value: (row) => row.fallbacks.value },
  ...(["p50", "p90", "p95", "p99"] as const).map(
    (percentile): Figure => ({
      name: `duration_${percentile}_seconds`,
      heading: percentile === "p50" ? "Median" : percentile,
      kind: "figure",
      value: (row) => row.duration[percentile],
      text: (row) => duration(row.duration[percentile]),
    }),
  ),
  { name: "tokens_prompt", kind: "figure", value: (row) => row.tokens.prompt },
  { name: "tokens_completion", kind: "figure", value: (row) => row.tokens.completion },
  { name: "tokens_cache_read", kind: "figure", value: (row) => row.tokens.cache_read },
  {
    name: "tokens_total",
    heading: "Tokens",
    kind: "figure",
    value: (row) => row.tokens.total,
    text: (row) => tokens(row.tokens.total),
  },
  { name: "tokens_known", kind: "figure", value: (row) => row.tokens.coverage.value },
  {
    name: "cache_hits",
    heading: "Cache hits",
    kind: "figure",
    value: (row) => row.cache_hits.value,
    text: (row) => percent(row.cache_hits.value),
  },
  { name: "output_per_input", kind: "figure", value: (row) => row.output_per_input },
  {
    name: "cost",
    heading: "Cost",
    kind: "figure",
    value: (row) => row.cost.nano_usd,
    text: figuresCost,
    filed: (row) => usdCell(row.cost.nano_usd),
  },
  { name: "cost_per_execution", kind: "figure", value: (row) => usdCell(row.cost.per_execution_nano_usd) },
  {
    name: "cost_per_success",
    heading: "Per success",
    kind: "figure",
    value: (row) => row.cost.per_success_nano_usd,
    text: (row) => money(row.cost.per_success_nano_usd),
    filed: (row) => usdCell(row.cost.per_success_nano_usd),
  },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "cost_known", kind: "figure", value: (row) => row.cost.coverage.value },
  { name: "tool_calls", kind: "figure", value: (row) => row.tools.calls },
  { name: "tool_failure_rate", kind: "figure", value: (row) => row.tools.failures.value },
];

export const AGENTS: readonly Column<AgentRow>[] = [
  {
    name: "agent",
    heading: "Agent",
    kind: "name",
    value: (row) => row.agent,
    text: (row) => printableLine(row.agent),
    link: (row, period) => periodPath(agentPath(row.slug), period),
    tags: ({ drift }) => {
      const worse = drift.filter(({ verdict }) => verdict === "worse").length;
      return worse > 0 ? [`${plural(worse, "figure")} worse`] : [];
    },
  },
  { name: "first_seen", kind: "time", value: (row) => row.first_seen },
  { name: "last_seen", heading: "Last seen", kind: "time", value: (row) => row.last_seen },
  { name: "health", heading: "Health", kind: "score", value: (row) => row.health.score },
  {
    heading: "Trend",
    kind: "trend",
    value: () => null,
    series: ({ current, trend }) =>
      current.executions === 0
        ? null
        : trend.slice(0, -1).map(({ outcomes }) => Object.values(outcomes).reduce((sum, n) => sum + n, 0)),
  },
  ...within<AgentRow, ExecutionFigures>(FIGURES, (row) => row.current),
];

export const AGENTS_SHOWN = headed(AGENTS, [
  "Agent",
  "Health",
  "Executions",
  "Trend",
  "Success",
  "Retried",
  "Median",
  "p95",
  "Tokens",
  "Cache hits",
  "Cost",
  "Per success",
  "Last seen",
]);
