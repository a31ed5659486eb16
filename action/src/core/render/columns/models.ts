import type { ModelRow } from "#core/documents/models/models.ts";
import { count, duration, money, percent, tokens, UNKNOWN } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, headed } from "#core/render/columns/column.ts";
import { share } from "#core/render/words/figure-text.ts";

const perMillion = ({ nano_usd_per_1k_tokens: thousand }: ModelRow) =>
  thousand === null ? null : thousand * 1000;
const limited = ({ figures }: ModelRow) =>
  figures.errors.find(({ category }) => category === "rate_limit")?.executions ?? 0;

export const MODELS: readonly Column<ModelRow>[] = [
  { name: "slug", kind: "words", value: (row) => row.slug },
  {
    name: "provider",
    heading: "Provider",
    kind: "words",
    value: (row) => row.provider,
    text: (row) => row.provider ?? UNKNOWN,
  },
  {
    name: "model",
    heading: "Model",
    kind: "name",
    value: (row) => row.model,
    text: (row) => row.model ?? "not told",
    link: (row) => `#${row.slug}`,
  },
  { name: "first_seen", kind: "time", value: (row) => row.first_seen },
  { name: "last_seen", kind: "time", value: (row) => row.last_seen },
  {
    name: "executions",
    heading: "Executions",
    kind: "figure",
    value: ({ figures }) => figures.executions + figures.children,
    text: ({ figures }) => count(figures.executions + figures.children),
    filed: (row) => row.figures.executions,
  },
  { name: "children", kind: "figure", value: (row) => row.figures.children },
  {
    name: "requests",
    heading: "Requests",
    kind: "figure",
    value: (row) => row.figures.tokens.requests,
    text: (row) => count(row.figures.tokens.requests),
  },
  {
    name: "prompt_tokens",
    heading: "Prompt",
    kind: "figure",
    value: (row) => row.figures.tokens.prompt,
    text: (row) => tokens(row.figures.tokens.prompt),
  },
  {
    name: "completion_tokens",
    heading: "Answer",
    kind: "figure",
    value: (row) => row.figures.tokens.completion,
    text: (row) => tokens(row.figures.tokens.completion),
  },
  { name: "cache_read_tokens", kind: "figure", value: (row) => row.figures.tokens.cache_read },
  { name: "cache_write_tokens", kind: "figure", value: (row) => row.figures.tokens.cache_write },
  { name: "reasoning_tokens", kind: "figure", value: (row) => row.figures.tokens.reasoning },
  { name: "total_tokens", kind: "figure", value: (row) => row.figures.tokens.total },
  { name: "unpriced_tokens", kind: "figure", value: (row) => row.unpriced_tokens },
  {
    name: "cache_hit_rate",
    heading: "Cached",
    kind: "figure",
    value: (row) => row.figures.cache_hits.value,
    text: (row) => percent(row.figures.cache_hits.value),
  },
  {
    name: "cost",
    heading: "Cost",
    kind: "figure",
    value: (row) => row.figures.cost.nano_usd,
    text: ({ unpriced_tokens, figures: { cost } }) =>
      unpriced_tokens > 0 && cost.nano_usd === null ? "no price" : money(cost.nano_usd),
    filed: (row) => usdCell(row.figures.cost.nano_usd),
  },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "cost_basis", kind: "words", value: (row) => Object.keys(row.basis).join(" ") },
  { name: "cost_known_executions", kind: "figure", value: (row) => row.figures.cost.coverage.part },
  { name: "cost_per_1k_tokens", kind: "figure", value: (row) => usdCell(row.nano_usd_per_1k_tokens) },
  { heading: "Per 1M", kind: "figure", value: perMillion, text: (row) => money(perMillion(row)) },
  {
    name: "cost_per_success",
    heading: "Per success",
    kind: "figure",
    value: (row) => row.figures.cost.per_success_nano_usd,
    text: (row) => money(row.figures.cost.per_success_nano_usd),
    filed: (row) => usdCell(row.figures.cost.per_success_nano_usd),
  },
  {
    name: "success_rate",
    heading: "Success",
    kind: "figure",
    value: ({ figures: { success } }) => (success.enough ? success.value : null),
    text: (row) => share(row.figures.success),
    filed: (row) => row.figures.success.value,
  },
  {
    name: "success_n",
    heading: "of",
    kind: "figure",
    value: (row) => row.figures.success.n,
    text: (row) => count(row.figures.success.n),
    muted: true,
  },
  ...(["p50", "p95"] as const).map(
    (percentile): Column<ModelRow> => ({
      name: `duration_${percentile}_seconds`,
      kind: "figure",
      value: (row) => row.figures.duration[percentile],
    }),
  ),
  { name: "timed_requests", kind: "figure", value: (row) => row.request_seconds.n },
  ...(["p50", "p95"] as const).map(
    (percentile): Column<ModelRow> => ({
      name: `request_${percentile}_seconds`,
      heading: `Request ${percentile}`,
      kind: "figure",
      value: (row) => row.request_seconds[percentile],
      // Some formats do not tell when a request began.
      text: ({ request_seconds }) =>
        request_seconds.n === 0 ? "not told" : duration(request_seconds[percentile]),
    }),
  ),
  { name: "retries", kind: "figure", value: (row) => row.retries },
  { heading: "Rate limited", kind: "figure", value: limited, text: (row) => count(limited(row)) },
  {
    name: "peak_requests_minute",
    kind: "figure",
    value: (row) => row.rate.peak_minute?.requests ?? null,
  },
  { name: "peak_requests_hour", kind: "figure", value: (row) => row.rate.peak_hour?.requests ?? null },
];

export const MODELS_SHOWN = headed(MODELS, [
  "Model",
  "Provider",
  "Executions",
  "Requests",
  "Prompt",
  "Cached",
  "Answer",
  "Cost",
  "Per 1M",
  "Per success",
  "Success",
  "of",
  "Request p50",
  "Request p95",
  "Rate limited",
]);
