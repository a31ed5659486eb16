import { type Correlation, current, inheritedTrace, randomId, within } from "./correlation.ts";
import { eventsFile, lineWriter } from "./event-file.ts";
import type { Annotation, Details, EventFields, EventType, Usage } from "./fields.ts";

/**
 * `agentops/events`: tells what an agent of your own does, as lines of JSON in a file. No network, no dependency.
 * It never throws into your code: your function's result and its errors come through unchanged.
 *
 * `AGENTOPS_SAMPLE_RATE` (0–1, default 1) keeps that share of executions; `AGENTOPS_EVENTS_FILE` names the file.
 */

export type { Annotation, Details, EventFields, EventType, Usage };

const writer = lineWriter(eventsFile(process.env));
const sampleRate = rateOf(process.env["AGENTOPS_SAMPLE_RATE"]);

/** One run of an agent, from its question to its answer. */
export function trackExecution<Result>(
  agentId: string,
  work: () => Promise<Result>,
  details: Details = {},
): Promise<Result> {
  const correlation = child({ agentId });
  emitIn(correlation, "agent.request.started", details);
  return timed(correlation, work, (outcome) =>
    emitIn(correlation, "agent.request.completed", { ...details, ...outcome }),
  );
}

/** One step of it: a thought, an action, an observation. */
export function trackStep<Result>(
  name: string,
  work: () => Promise<Result>,
  details: Details & { kind?: string; operation?: string } = {},
): Promise<Result> {
  const { kind, operation, ...rest } = details;
  const correlation = child({});
  return timed(correlation, work, (outcome) =>
    emitIn(correlation, "agent.step.completed", {
      ...rest,
      step_name: name,
      step_kind: kind,
      operation,
      ...outcome,
    }),
  );
}

/** One call of a tool. */
export function trackTool<Result>(
  name: string,
  work: () => Promise<Result>,
  details: Details & { server?: string; host?: string; operation?: string } = {},
): Promise<Result> {
  const { server, host, operation, ...rest } = details;
  const correlation = child({});
  return timed(correlation, work, (outcome) =>
    emitIn(correlation, outcome.status === "error" ? "agent.tool.failed" : "agent.tool.called", {
      ...rest,
      tool_name: name,
      tool_server: server,
      host,
      operation,
      ...outcome,
    }),
  );
}

/**
 * Several executions that belong together, of one agent or more: each call is a round of the workflow. `type` says how
 * they work together: `sequential`, `parallel`, `supervisor`. It is told as `custom.workflow`: it is no work of an
 * agent itself.
 */
export function trackWorkflow<Result>(
  workflowId: string,
  work: () => Promise<Result>,
  details: Details & { type?: string } = {},
): Promise<Result> {
  const { type, ...rest } = details;
  const correlation = child({ workflowId });
  return timed(correlation, work, (outcome) =>
    emitIn(correlation, "custom.workflow", { ...rest, workflow_type: type, ...outcome }),
  );
}

/** Tokens and money of one request to a model, within whatever is tracked around it. */
export function recordUsage(usage: Usage): void {
  const { prompt, completion, cache_read, cache_write, reasoning, ...reported } = usage;
  emit("agent.step.completed", {
    ...reported,
    step_name: usage.model ?? "request",
    step_kind: "thought",
    operation: "llm_request",
    tokens_prompt: prompt,
    tokens_completion: completion,
    tokens_cache_read: cache_read,
    tokens_cache_write: cache_write,
    tokens_reasoning: reasoning,
    context_tokens: usage.context_window === undefined ? undefined : prompt,
  });
}

/**
 * Says more of the innermost execution, step, tool or workflow that is tracked around it: sizes, memory, how full the
 * context is. It is told when that ends; what is told again replaces what was.
 */
export function annotate(fields: Annotation): void {
  Object.assign(current()?.annotation ?? {}, fields);
}

/** Everything tracked inside belongs to this user and session. */
export function withContext<Result>(
  context: { user_id?: string; session_id?: string },
  work: () => Result,
): Result {
  const inner = child({});
  inner.userId = context.user_id ?? inner.userId;
  inner.sessionId = context.session_id ?? inner.sessionId;
  inner.spanId = current()?.spanId ?? null;
  inner.annotation = current()?.annotation ?? {};
  return within(inner, work);
}

/** Any event, with the ids of what is tracked around it. */
export function emit(type: EventType, fields: EventFields = {}): void {
  const around = current() ?? child({});
  emitIn({ ...around, spanId: randomId(8) }, type, fields, around.spanId);
}

/** One line of JSON on stdout, with the ids by which it is found again. */
export function log(
  level: "debug" | "info" | "warn" | "error",
  message: string,
  fields: Record<string, unknown> = {},
): void {
  const around = current();
  const line = {
    ...fields,
    time: new Date().toISOString(),
    level,
    message,
    trace_id: around?.traceId,
    span_id: around?.spanId ?? undefined,
  };
  try {
    // In a job the runner executes `##[command]` wherever it stands in a line; the JSON says the same without it.
    const text = JSON.stringify(line).replaceAll("##[", "\\u0023\\u0023[").replaceAll("::", "\\u003a:");
    process.stdout.write(`${text}\n`);
  } catch {
    // A closed pipe, or fields that refer to themselves: what cannot be said is left out.
  }
}

/** Writes what still waits; it is done by itself when the process ends. */
export function flush(): void {
  writer.flush();
}

type Outcome = Annotation;

async function timed<Result>(
  correlation: Correlation,
  work: () => Promise<Result>,
  tell: (outcome: Outcome) => void,
): Promise<Result> {
  const started = performance.now();
  const latency = () => Math.round((performance.now() - started) * 1000) / 1000;
  try {
    const result = await within(correlation, work);
    tell({ status: "ok", latency_ms: latency(), ...correlation.annotation });
    return result;
  } catch (error) {
    tell({ ...correlation.annotation, status: "error", latency_ms: latency(), ...errorFields(error) });
    throw error;
  }
}

function errorFields(error: unknown): Outcome {
  if (!(error instanceof Error)) return { error_type: typeof error };
  return {
    error_type: error.name.slice(0, 200) || "Error",
    error_message: String(error.message).slice(0, 2000),
    error_stack: typeof error.stack === "string" ? error.stack : undefined,
  };
}

function child(inside: { agentId?: string; workflowId?: string }): Correlation {
  const around = current();
  const spanId = randomId(8);
  return {
    traceId: around?.traceId ?? inheritedTrace(process.env) ?? randomId(16),
    spanId,
    isSampled: around?.isSampled ?? Math.random() < sampleRate,
    agentId: inside.agentId ?? around?.agentId ?? null,
    workflowId: inside.workflowId ?? around?.workflowId ?? null,
    workflowRound: inside.workflowId === undefined ? (around?.workflowRound ?? null) : spanId,
    userId: around?.userId ?? null,
    sessionId: around?.sessionId ?? null,
    annotation: {},
  };
}

function emitIn(
  correlation: Correlation,
  type: EventType,
  fields: EventFields,
  parent: string | null = current()?.spanId ?? null,
): void {
  if (!correlation.isSampled) return;
  try {
    const event: EventFields & { type: EventType; timestamp: string } = {
      type,
      timestamp: new Date().toISOString(),
      trace_id: correlation.traceId,
      span_id: correlation.spanId ?? undefined,
      parent_span_id: parent ?? undefined,
      agent_id: correlation.agentId ?? undefined,
      workflow_id: correlation.workflowId ?? undefined,
      workflow_round: correlation.workflowRound ?? undefined,
      user_id: correlation.userId ?? undefined,
      session_id: correlation.sessionId ?? undefined,
      ...fields,
      ...cutWords(fields),
    };
    writer.write(JSON.stringify(event));
  } catch {
    // Attributes that refer to themselves cannot be written, and must not end the agent.
  }
}

function rateOf(text: string | undefined): number {
  const rate = Number(text);
  return text?.trim() && rate >= 0 && rate <= 1 ? rate : 1;
}

const LONGEST_WORDS = 16_000;

/** Longer ones would be refused. */
function cutWords(fields: EventFields): EventFields {
  const cut: EventFields = {};
  for (const key of ["content", "input", "output", "error_stack"] as const) {
    const text = fields[key];
    if (typeof text === "string") cut[key] = text.slice(0, LONGEST_WORDS);
  }
  return cut;
}
