import type { AgentEvent } from "#core/records/event.ts";
import { type Evaluation, MOST } from "#core/records/execution.ts";
import { metricOfEvent } from "#core/records/metric-of-event.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { bothBuckets, extreme } from "#core/telemetry/buckets.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";

/** `custom.score` with `{name, score, label, passed, kind}`: one evaluation, or none where it says nothing. */
export function evaluationOf(draft: ExecutionDraft, { attributes }: AgentEvent): Evaluation[] {
  const reported = attributes ?? {};
  const name = draft.name(reported.name) ?? "score";
  const score = number(reported.score ?? reported.value);
  const label = draft.name(reported.label);
  const passed = typeof reported.passed === "boolean" ? reported.passed : null;
  const kind = reported.kind === "guardrail" || reported.kind === "evaluation" ? reported.kind : "score";
  const isFull = draft.evals.length > MOST.evals;
  return isFull || (score ?? label ?? passed) === null ? [] : [{ name, kind, score, label, passed }];
}

/** `custom.metric`: counters and histograms are added up, of gauges the last stays; each set of labels is a series. */
export function addMetric(draft: ExecutionDraft, { attributes }: AgentEvent): void {
  const reported = metricOfEvent(attributes);
  const name = draft.name(reported?.name);
  if (reported === null || name === null) return;
  const metric = {
    ...reported,
    name,
    unit: draft.name(reported.unit)?.slice(0, 50) ?? null,
    labels: clean(draft, reported.labels),
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

function widen(metric: UserMetric, reported: UserMetric): void {
  metric.unit ??= reported.unit;
  metric.value = metric.kind === "gauge" ? reported.value : metric.value + reported.value;
  metric.count = (metric.count ?? 0) + (reported.count ?? 0);
  metric.min = extreme(Math.min, metric.min, reported.min);
  metric.max = extreme(Math.max, metric.max, reported.max);
  metric.buckets = bothBuckets(metric.buckets, reported.buckets);
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}
