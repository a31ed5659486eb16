import type { AgentEvent } from "#core/records/event.ts";
import { METRIC_EVENT, SCORE_EVENT } from "#core/records/event.ts";
import { type AgentStep, type Execution, Operation } from "#core/records/execution.ts";
import type { DraftSource } from "#core/telemetry/execution-draft.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { addMetric, evaluationOf } from "#core/telemetry/importers/event-figures.ts";
import {
  categoryOf,
  executionStatus,
  externalOf,
  failureOf,
  fillingOf,
  stepStatus,
  timesOf,
  toolCategoryOf,
  toolOf,
} from "#core/telemetry/importers/event-words.ts";
import { ReportedUsage } from "#core/telemetry/importers/reported-usage.ts";
import { type Thrown, ThrownExceptions } from "#core/telemetry/importers/thrown-exceptions.ts";
import { type WorkflowEnds, workflowOf } from "#core/telemetry/importers/workflow-ends.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { ResourceSamples } from "#core/telemetry/resource-samples.ts";
import { formatUtc, toUtc } from "#core/time.ts";

const KINDS: readonly string[] = ["thought", "action", "observation", "tool_call", "final_answer"];
const MOST_HOMELESS = 200;
const NAMES = [
  ...(["session_id", "agent_type", "environment", "prompt_version", "workflow_version"] as const),
  ...(["org_id", "workspace_id", "project_id", "team"] as const),
];

/** Feeds one work with what its agent reported in our own events. */
export class ReportedEvents {
  readonly #work: AgentWork;
  readonly #usage = new ReportedUsage();
  readonly #memory = new ResourceSamples();
  readonly #figures: AgentEvent[] = [];
  readonly #thrown = new ThrownExceptions();
  #isWork = false;
  readonly #began: string;

  constructor(context: ImportContext, source: DraftSource) {
    this.#work = new AgentWork(context, source);
    this.#began = context.run.created_at;
  }

  /** @param ends takes how works of several agents ended */
  add(event: AgentEvent, ends: WorkflowEnds | null = null): void {
    this.#about(event);
    ends?.add(this.#work.draft, event);
    if (event.type === SCORE_EVENT || event.type === METRIC_EVENT) {
      const { draft } = this.#work;
      if (event.type === SCORE_EVENT) draft.evals.push(...evaluationOf(draft, event));
      else addMetric(draft, event);
      if (this.#figures.length < MOST_HOMELESS) this.#figures.push(event);
      return;
    }
    if (event.type.startsWith("custom.")) return;
    this.#threw(event);
    this.#filled(event);
    const { facts } = this.#work.draft;
    switch (event.type) {
      case "agent.request.started":
        facts.started_at ??= toUtc(event.timestamp);
        break;
      case "agent.request.completed":
        this.#completed(event);
        break;
      case "agent.step.completed":
        this.#step(event);
        break;
      case "agent.tool.called":
      case "agent.tool.failed":
        this.#tool(event);
        break;
      case "agent.retry":
        this.#work.retried();
        break;
      case "agent.fallback.triggered":
        this.#work.fellBack();
        break;
      case "agent.policy.decision":
        this.#decision(event);
        return; // A decision alone is no work of an agent.
      case "agent.budget.threshold_hit":
        return;
    }
    this.#isWork = true;
  }

  /** What was counted of requests that are told nowhere one by one: how many there were is not known. */
  counted(event: AgentEvent): void {
    this.#about(event);
    this.#usage.counted(event);
    this.#isWork = true;
  }

  /** Null where nothing but decisions, scores and the like was told. */
  finish(): Execution | null {
    if (!this.#isWork) return null;
    const { usage, facts } = this.#work.draft;
    for (const row of this.#usage.rows()) usage.add(row);
    facts.resources = this.#memory.finish();
    this.#thrown.tell(this.#work.draft);
    this.#work.finish(this.#began);
    return this.#work.draft.build();
  }

  /** Scores and metrics that belong to no execution. */
  homeless(): readonly AgentEvent[] {
    return this.#isWork ? [] : this.#figures;
  }

  /** What any event may say of the work as a whole; what was told first stays. */
  #about(event: AgentEvent): void {
    const { facts } = this.#work.draft;
    for (const key of NAMES) facts[key] ??= this.#work.draft.name(event[key]);
    if (event.type.startsWith("agent.request.")) {
      facts.request_id ??= this.#work.draft.name(event.request_id);
      this.#work.draft.query(event.input ?? null);
      this.#work.draft.response(event.output ?? null);
    }
    facts.agent_workflow ??= workflowOf(this.#work.draft, event);
    // An address says more than who it is; a login does not.
    if (!event.user_id?.includes("@")) facts.user_id ??= this.#work.draft.name(event.user_id);
    if (event.trace_id && /^[0-9a-f]{32}$/.test(event.trace_id)) facts.trace_id = event.trace_id;
  }

  /** Something was thrown in a span, which may tell nothing else. */
  threw(thrown: Thrown): void {
    this.#thrown.add(thrown);
  }

  /** A span stands in another one, though neither may be a step. */
  within(span: string, above: string | null): void {
    this.#thrown.within(span, above);
  }

  /** What the program held of the machine, and what of the model's window was filled. */
  #filled({ timestamp, memory_bytes, context_window, ...event }: AgentEvent): void {
    const { facts } = this.#work.draft;
    const none = { cpuPercent: null, memoryBytes: null, diskUsedBytes: null, processCpuPercent: null };
    if (memory_bytes != null)
      this.#memory.add({ ...none, time: Date.parse(timestamp), processMemoryBytes: memory_bytes });
    const { context_tokens: tokens, context_share: share } = event;
    this.#work.draft.prompted(tokens ?? null);
    const window = context_window ?? (tokens && share ? Math.round(tokens / share) : null);
    if (window !== null) facts.context.window = Math.max(facts.context.window ?? 0, window);
  }

  #threw({ span_id, parent_span_id, timestamp, error_type, error_message, error_stack }: AgentEvent): void {
    this.#thrown.within(span_id, parent_span_id);
    if (!error_stack) return;
    const words = { type: error_type ?? null, message: error_message ?? null, stack: error_stack };
    this.#thrown.add({ ...words, span: span_id ?? null, at: Date.parse(timestamp) });
  }

  #completed(event: AgentEvent): void {
    const { facts } = this.#work.draft;
    const end = Date.parse(event.timestamp);
    facts.completed_at = toUtc(event.timestamp);
    if (event.latency_ms != null) {
      facts.duration_ms = (facts.duration_ms ?? 0) + event.latency_ms;
      facts.started_at ??= formatUtc((end - event.latency_ms) / 1000);
    }
    facts.status = executionStatus(event.status ?? null);
    if (facts.status !== "success") this.#failed(event);
    this.#usage.request(event);
    facts.model ??= this.#work.draft.name(event.model);
  }

  #failed(event: AgentEvent): void {
    const { facts } = this.#work.draft;
    facts.error_type = categoryOf(event) ?? "unknown";
    this.#work.draft.error(event.error_message ?? event.error_type ?? null);
  }

  #step(event: AgentEvent): void {
    const reported = Operation.safeParse(event.operation);
    const operation = reported.success
      ? reported.data
      : event.model
        ? "llm_request"
        : operationOf(event.step_name ?? "");
    const isCall = operation === "llm_request";
    this.#usage.step(event, isCall);
    const kind = KINDS.includes(event.step_kind ?? "") ? (event.step_kind as AgentStep["kind"]) : null;
    const { draft } = this.#work;
    const step = {
      operation,
      name: draft.name(event.step_name),
      status: stepStatus(event.status ?? null),
      error_type: categoryOf(event),
      ...timesOf(event),
      model: draft.name(event.model),
      prompt: event.tokens_prompt ?? null,
      completion: event.tokens_completion ?? null,
      cache_read: event.tokens_cache_read ?? null,
      reported_cost_usd: event.cost_usd ?? null,
      request_id: draft.name(event.request_id),
      input_bytes: event.input_bytes ?? null,
      output_bytes: event.output_bytes ?? null,
      ...fillingOf(event),
    };
    if (!isCall) draft.prompted(step.prompt);
    const added = isCall
      ? this.#work.turn({ ...step, kind: kind ?? "thought", at: null })
      : this.#work.step({ ...step, kind: kind ?? "action", turn: this.#work.turns || null });
    this.#thrown.place(event.span_id, added);
    this.#work.said(added, event.content ?? event.output ?? null);
    if (isCall) draft.query(event.input ?? null);
  }

  #tool(event: AgentEvent): void {
    const called = toolOf(event);
    const [name, server] = [this.#work.draft.name(called.name) ?? "unknown", called.server];
    const reported = Operation.safeParse(event.operation);
    const failed = event.type === "agent.tool.failed";
    const status = failed ? failureOf(event.status ?? null) : stepStatus(event.status ?? "success");
    const error_type = status === "success" ? null : toolCategoryOf(event);
    const common = {
      name,
      operation: reported.success ? reported.data : operationOf(name, server),
      status,
      error_type,
      ...timesOf(event),
    };
    const { step, call } = this.#work.knownCall(common, {
      server: this.#work.draft.name(server),
      error: this.#work.draft.reason(event.error_message ?? null),
      input: this.#work.draft.content(event.input),
      output: this.#work.draft.content(event.output),
      input_bytes: event.input_bytes ?? null,
      output_bytes: event.output_bytes ?? null,
      external: externalOf(event, this.#work.draft.name(event.host)),
    });
    Object.assign(step, fillingOf(event));
    this.#thrown.place(event.span_id, step, call);
  }

  #decision(event: AgentEvent): void {
    this.#work.draft.decision(
      event.policy_id ?? "unknown",
      event.tool_name ?? null,
      event.policy_result ?? event.status ?? "unknown",
      event.error_message ?? null,
    );
  }
}
