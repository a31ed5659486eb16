import type { AgentEvent } from "#core/records/event.ts";
import { type Evaluation, MOST } from "#core/records/execution.ts";
import { metricOfEvent } from "#core/records/metric-of-event.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { bothBuckets, extreme } from "#core/telemetry/buckets.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";

/** `custom.score` with `{name, score, label, passed, kind}`: one evaluation, or none where it says nothing. */
export function evaluationOf(draft: ExecutionDraft, { attributes }: AgentEvent): Evaluation[] {
  const told = attributes ?? {};
  const name = draft.name(told.name) ?? "score";
  const score = number(told.score ?? told.value);
  const label = draft.name(told.label);
  const passed = typeof told.passed === "boolean" ? told.passed : null;
  const kind = told.kind === "guardrail" || told.kind === "evaluation" ? told.kind : "score";
  const isFull = draft.evals.length > MOST.evals;
  return isFull || (score ?? label ?? passed) === null ? [] : [{ name, kind, score, label, passed }];
}

/** `custom.metric`: counters and histograms are added up, of gauges the last stays; each set of labels is a series. */
export function addMetric(draft: ExecutionDraft, { attributes }: AgentEvent): void {
  const told = metricOfEvent(attributes);
  const name = draft.name(told?.name);
  if (told === null || name === null) return;
  const metric = {
    ...told,
    name,
    unit: draft.name(told.unit)?.slice(0, 50) ?? null,
    labels: clean(draft, told.labels),
  };
  const key = seriesOf(metric);
  const known = draft.metrics.find((one) => seriesOf(one) === key);
  if (known !== undefined) widen(known, metric);
  else if (draft.metrics.length <= MOST.metrics) draft.metrics.push(metric);
}

function seriesOf({ name, kind, labels }: UserMetric): string {
  return JSON.stringify([name, kind, Object.entries(labels)]);
}

function clean(draft: ExecutionDraft, labels: UserMetric["labels"]): UserMetric["labels"] {
  const pairs = Object.entries(labels).flatMap(([label, text]) => {
    const name = draft.name(label)?.slice(0, 100);
    return name ? [[name, draft.name(text) ?? ""] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function widen(metric: UserMetric, told: UserMetric): void {
  metric.unit ??= told.unit;
  metric.value = metric.kind === "gauge" ? told.value : metric.value + told.value;
  metric.count = (metric.count ?? 0) + (told.count ?? 0);
  metric.min = extreme(Math.min, metric.min, told.min);
  metric.max = extreme(Math.max, metric.max, told.max);
  metric.buckets = bothBuckets(metric.buckets, told.buckets);
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}
