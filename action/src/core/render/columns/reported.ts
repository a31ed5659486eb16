import { runLink } from "#core/addresses/paths.ts";
import type { EventRow } from "#core/documents/events/events.ts";
import type { MetricRow } from "#core/documents/metrics/metrics.ts";
import { count, moment, UNKNOWN } from "#core/format.ts";
import { type Column, headed } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { eventName, eventWords } from "#core/render/words/event.ts";
import { bucketText, metricText, VALUE_WORDS } from "#core/render/words/metric.ts";

const measured = (name: "sum" | "last" | "mean" | "min" | "max", heading: string): Column<MetricRow> => ({
  name,
  heading,
  kind: "figure",
  value: (row) => row[name],
  text: (row) => metricText(row[name], row.unit),
});

/** Numbers of the users' own. */
export const METRICS: readonly Column<MetricRow>[] = [
  {
    name: "metric",
    heading: "Metric",
    kind: "name",
    value: (row) => row.name,
    text: (row) => printableLine(row.name),
    title: (row) => printableLine(row.name),
  },
  {
    name: "kind",
    heading: "Kind",
    kind: "words",
    value: (row) => row.kind,
    note: ({ buckets, unit }) => (buckets === null ? null : bucketText(buckets, unit)),
  },
  { name: "unit", kind: "words", value: (row) => row.unit },
  {
    name: "told",
    heading: "Told",
    kind: "figure",
    value: (row) => row.told,
    text: (row) => count(row.told),
  },
  { name: "values", kind: "figure", value: (row) => row.values },
  measured("sum", "Sum"),
  measured("last", "Last"),
  { name: "last_at", heading: "Last told", kind: "time", value: (row) => row.last_at },
  measured("mean", "Mean"),
  measured("min", "Min"),
  measured("max", "Max"),
  {
    name: "buckets",
    kind: "words",
    value: ({ buckets }) => buckets?.map(({ le, count }) => `${le ?? "+Inf"}:${count}`).join(" ") ?? null,
  },
  {
    heading: "Value",
    kind: "figure",
    value: (row) => row.value,
    text: (row) => metricText(row.value, row.unit),
    note: (row) => VALUE_WORDS[row.kind],
  },
  {
    heading: "Trend",
    kind: "trend",
    value: () => null,
    series: (row) => row.trend.map((bucket) => bucket.value),
  },
];

export const METRICS_SHOWN = headed(METRICS, [
  "Metric",
  "Kind",
  "Value",
  "Trend",
  "Sum",
  "Last",
  "Mean",
  "Min",
  "Max",
  "Told",
  "Last told",
]);

function runOf({ run_id, run_number, workflow }: EventRow): string {
  if (run_id === null) return UNKNOWN;
  return run_number === null ? `Run ${run_id}` : `${printableLine(workflow ?? "Run", 60)} #${run_number}`;
}

/** Events of the users' own. */
export const EVENTS: readonly Column<EventRow>[] = [
  { name: "event_id", kind: "code", value: (row) => row.event_id },
  {
    name: "type",
    heading: "Event",
    kind: "name",
    value: (row) => row.type,
    text: eventName,
    note: (row) => (row.trust === "fork" ? "of a fork" : null),
  },
  {
    name: "at",
    heading: "Time (UTC)",
    kind: "moment",
    value: (row) => row.at,
    text: (row) => moment(row.at).replace(" UTC", ""),
  },
  { name: "trust", kind: "words", value: (row) => row.trust },
  {
    name: "run_id",
    heading: "Run",
    kind: "words",
    value: (row) => row.run_id,
    text: runOf,
    link: (row) => (row.run_id === null ? null : runLink(row.run_id)),
  },
  { name: "run_attempt", kind: "figure", value: (row) => row.run_attempt },
  {
    name: "agent",
    heading: "Agent",
    kind: "words",
    value: (row) => row.agent,
    text: (row) => said(row.agent),
  },
  { name: "user", kind: "words", value: (row) => row.user },
  { name: "environment", kind: "words", value: (row) => row.environment },
  { name: "policy", kind: "words", value: (row) => row.policy.id },
  { name: "policy_result", kind: "words", value: (row) => row.policy.result },
  { name: "tool", kind: "words", value: (row) => row.policy.tool },
  {
    name: "attributes",
    heading: "Attributes",
    kind: "words",
    value: (row) =>
      JSON.stringify(Object.fromEntries(row.attributes.map(({ name, value }) => [name, value]))),
    text: (row) => printableLine(eventWords(row), 500) || UNKNOWN,
    title: (row) => printableLine(eventWords(row), 500),
  },
];

export const EVENTS_SHOWN = headed(EVENTS, ["Time (UTC)", "Event", "Agent", "Run", "Attributes"]);
