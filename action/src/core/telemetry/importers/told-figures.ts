import type { AgentEvent } from "#core/records/event.ts";
import { type Evaluation, MOST } from "#core/records/execution.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";

/** `custom.score` with `{name, score, label, passed, kind}`: one evaluation, or none where it says nothing. */
export function toldEvaluation(draft: ExecutionDraft, { attributes }: AgentEvent): Evaluation[] {
  const told = attributes ?? {};
  const name = draft.name(told.name) ?? "score";
  const score = number(told.score ?? told.value);
  const label = draft.name(told.label);
  const passed = typeof told.passed === "boolean" ? told.passed : null;
  const kind = told.kind === "guardrail" || told.kind === "evaluation" ? told.kind : "score";
  const isFull = draft.evals.length > MOST.evals;
  return isFull || (score ?? label ?? passed) === null ? [] : [{ name, kind, score, label, passed }];
}

/** `custom.metric` with `{name, value, kind, unit}`: counters are added up, of gauges the last stays. */
export function toldMetric(draft: ExecutionDraft, { attributes }: AgentEvent): void {
  const told = attributes ?? {};
  const name = draft.name(told.name);
  const value = number(told.value);
  if (name === null || value === null) return;
  const kind = told.kind === "counter" || told.kind === "histogram" ? told.kind : "gauge";
  const known = draft.metrics.find((metric) => metric.name === name && metric.kind === kind);
  if (known !== undefined) widen(known, value);
  else if (draft.metrics.length <= MOST.metrics)
    draft.metrics.push({
      name,
      kind,
      unit: draft.name(told.unit)?.slice(0, 50) ?? null,
      value,
      count: 1,
      min: value,
      max: value,
      labels: {},
      buckets: null,
    });
}

function widen(metric: UserMetric, value: number): void {
  metric.value = metric.kind === "gauge" ? value : metric.value + value;
  metric.count = (metric.count ?? 0) + 1;
  metric.min = Math.min(metric.min ?? value, value);
  metric.max = Math.max(metric.max ?? value, value);
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}
