import { toolPath } from "#core/addresses/paths.ts";
import type { CallFigures } from "#core/documents/tools/call-figures.ts";
import type { ToolRow } from "#core/documents/tools/tools.ts";
import { bytes, count, duration, percent, UNKNOWN } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, headed } from "#core/render/columns/column.ts";
import { toolDriftWords } from "#core/render/words/tool-drift.ts";

const failing = ({ success }: CallFigures) =>
  success.value === null || !success.enough ? null : 1 - success.value;
const answer = ({ output_mean_bytes: mean }: CallFigures) => (mean === null ? null : Math.round(mean));

export const TOOLS: readonly Column<ToolRow>[] = [
  { name: "slug", kind: "words", value: (row) => row.slug },
  {
    name: "server",
    heading: "Server",
    kind: "words",
    value: (row) => row.server,
    text: (row) => row.server ?? UNKNOWN,
  },
  {
    name: "tool",
    heading: "Tool",
    kind: "name",
    value: (row) => row.name,
    title: (row) => row.name,
    note: (row) => (row.is_new ? "new" : null),
  },
  { name: "first_seen", kind: "time", value: (row) => row.first_seen },
  { name: "last_seen", kind: "time", value: (row) => row.last_seen },
  {
    name: "calls",
    heading: "Calls",
    kind: "share",
    value: (row) => row.current.calls,
    text: (row) => count(row.current.calls),
  },
  { name: "executions", kind: "figure", value: (row) => row.current.executions },
  { name: "success_rate", kind: "figure", value: (row) => row.current.success.value },
  { name: "success_n", kind: "figure", value: (row) => row.current.success.n },
  {
    heading: "Failed",
    kind: "figure",
    value: (row) => failing(row.current),
    text: (row) => percent(failing(row.current)),
  },
  { name: "failures", kind: "figure", value: (row) => row.current.failures },
  { name: "timeouts", kind: "figure", value: (row) => row.current.timeouts },
  {
    name: "denied",
    heading: "Denied",
    kind: "figure",
    value: (row) => row.current.denied,
    text: (row) => count(row.current.denied),
  },
  { name: "latency_n", kind: "figure", value: (row) => row.current.latency.n },
  ...(["p50", "p90", "p95", "p99"] as const).map(
    (percentile): Column<ToolRow> => ({
      name: `latency_${percentile}_seconds`,
      heading: percentile,
      kind: "figure",
      value: (row) => row.current.latency[percentile],
      text: (row) => duration(row.current.latency[percentile]),
    }),
  ),
  {
    name: "total_seconds",
    heading: "Time",
    kind: "figure",
    value: (row) => row.current.total_seconds,
    text: (row) => duration(row.current.total_seconds),
  },
  { name: "input_bytes", kind: "figure", value: (row) => row.current.input_bytes },
  { name: "output_bytes", kind: "figure", value: (row) => row.current.output_bytes },
  {
    heading: "Answer",
    kind: "figure",
    value: (row) => row.current.output_mean_bytes,
    text: (row) => bytes(answer(row.current)),
  },
  {
    name: "repeated_calls",
    heading: "Repeated",
    kind: "figure",
    value: (row) => row.current.repeated.value,
    text: (row) => percent(row.current.repeated.value),
    filed: (row) => row.current.repeated.part,
  },
  {
    heading: "Agents",
    kind: "figure",
    value: (row) => row.agents.length,
    text: (row) => count(row.agents.length),
  },
  { name: "cost", kind: "figure", value: (row) => usdCell(row.current.nano_usd) },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "previous_success_rate", kind: "figure", value: (row) => row.previous?.success.value ?? null },
  { name: "success_drift", kind: "words", value: (row) => row.drift?.success.verdict ?? null },
  {
    name: "previous_latency_p50_seconds",
    kind: "figure",
    value: (row) => row.previous?.latency.p50 ?? null,
  },
  { name: "latency_drift", kind: "words", value: (row) => row.drift?.latency.verdict ?? null },
  { heading: "Against before", kind: "words", value: (row) => toolDriftWords(row.drift) },
];

/**
 * The columns of the Tools page.
 *
 * @param linked slugs of the tools that have a page
 * @param seconds of all calls, for shares
 */
export function toolsShown(linked: ReadonlySet<string>, seconds: number | null): Column<ToolRow>[] {
  const [tool, ...rest] = headed(TOOLS, [
    "Tool",
    "Server",
    "Calls",
    "Failed",
    "Denied",
    "p50",
    "p95",
    "Time",
  ]);
  const part = (row: ToolRow) => (seconds ? (row.current.total_seconds ?? 0) / seconds : null);
  return [
    ...(tool === undefined
      ? []
      : [{ ...tool, link: ({ slug }: ToolRow) => (linked.has(slug) ? toolPath(slug) : null) }]),
    ...rest,
    { heading: "Share", kind: "figure", value: part, text: (row) => percent(part(row)) },
    ...headed(TOOLS, ["Answer", "Repeated", "Agents", "Against before"]),
  ];
}
