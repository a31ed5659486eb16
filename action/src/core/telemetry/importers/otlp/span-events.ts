import type { AgentEvent } from "#core/records/event.ts";
import { requestContents, toolContents } from "#core/telemetry/importers/otlp/contents.ts";
import { thrownIn } from "#core/telemetry/importers/otlp/exceptions.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { countOf, textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import { roleOfSpan } from "#core/telemetry/importers/otlp/span-role.ts";
import { usageOf } from "#core/telemetry/importers/otlp/usage.ts";
import type { SpanRecord } from "#core/telemetry/otlp/records.ts";

/** Of a span's status. */
const OK = 1;
const TOOL = [
  "gen_ai.tool.name",
  "tool.name",
  "tool_call.function.name",
  "mcp.tool.name",
  "tool_name",
  "traceloop.entity.name",
];

const SERVER = ["mcp.server.name", "mcp_server_name", "gen_ai.tool.server"];

/**
 * A span as events.
 *
 * @param isRoot whether no other agent's span is above it: sub-agents are steps of who called them
 * @param isLeaf whether no inference is below it: an agent's usage is the sum of its requests'
 */
export function spanEvents(span: SpanRecord, isRoot: boolean, isLeaf: boolean): AgentEvent[] {
  const { role, operation } = roleOfSpan(span);
  const common = commonOf(span);
  const step = { ...common, type: "agent.step.completed" as const, step_name: nameOf(span) };
  switch (role) {
    case "request": {
      const usage = isLeaf ? usageOf(span.attributes, sourceOf(span)) : {};
      return isRoot
        ? requestEvents(common, { ...usage, ...requestContents(span.attributes) })
        : [{ ...step, ...usage, step_kind: "action", operation: "planning" }];
    }
    case "inference": {
      const usage = usageOf(span.attributes, sourceOf(span));
      const said = requestContents(span.attributes);
      return [...retries(span, common), { ...step, ...usage, ...said, operation, step_kind: "thought" }];
    }
    case "tool":
      return [toolEvent(span, common)];
    case "guardrail":
      return [guardrailEvent(span, common)];
    case "step":
      return [{ ...step, step_kind: "action", operation }];
    case "other":
      return [];
  }
}

type Common = Omit<AgentEvent, "type">;

const sourceOf = ({ name }: SpanRecord) => (name.startsWith("claude_code") ? "claude" : "other");

/** An agent's work is told once, when it is over; when it began follows. */
function requestEvents(common: Common, usage: Partial<AgentEvent>): AgentEvent[] {
  const { timestamp, latency_ms, status, error_type, error_message, ...about } = common;
  const started = new Date(Date.parse(timestamp) - (latency_ms ?? 0)).toISOString();
  return [
    { ...about, type: "agent.request.started", timestamp: started },
    { ...common, ...usage, type: "agent.request.completed" },
  ];
}

function toolEvent(span: SpanRecord, common: Common): AgentEvent {
  const { attributes } = span;
  return {
    ...common,
    type: common.status === "error" ? "agent.tool.failed" : "agent.tool.called",
    tool_name: short(textOf(attributes, TOOL) ?? nameOf(span).replace(/^execute_tool /, "")),
    tool_server: short(textOf(attributes, SERVER)),
    host: short(textOf(attributes, ["server.address"])),
    status_code: countOf(attributes, ["http.response.status_code"]),
    ...toolContents(attributes),
  };
}

function guardrailEvent(span: SpanRecord, common: Common): AgentEvent {
  const verdict = textOf(span.attributes, ["gen_ai.guardrail.result.type", "gen_ai.guardrail.status"]);
  const passed = !/fail|block|den|viol/i.test(verdict ?? common.status ?? "");
  return { ...common, type: "custom.score", attributes: { name: nameOf(span), kind: "guardrail", passed } };
}

function commonOf(span: SpanRecord): Common {
  const exception = span.events.find(({ name }) => name === "exception");
  // What was thrown and dealt with is no failure where the span says that all went well.
  const thrown = exception === undefined || span.status === OK ? null : thrownIn(exception.attributes);
  const error =
    textOf(span.attributes, ["error.type", "gen_ai.framework.error.type", "error_type"]) ??
    thrown?.type ??
    null;
  const failed =
    span.status === 2 ||
    error !== null ||
    span.attributes.get("success") === "false" ||
    span.attributes.get("success") === false;
  const end = span.end ?? span.start ?? 0;
  return {
    ...trimmed(identityOf(span.attributes, span.resource)),
    timestamp: new Date(end).toISOString(),
    trace_id: span.traceId,
    span_id: span.spanId,
    parent_span_id: span.parentSpanId,
    latency_ms: span.start === null || span.end === null ? null : Math.max(0, span.end - span.start),
    status: failed ? "error" : "ok",
    error_type: failed ? short(error) : null,
    error_message: failed ? ((span.statusMessage ?? thrown?.message)?.slice(0, 2000) ?? null) : null,
  };
}

/** Claude Code notes every try as an event of the request's span. */
function retries(span: SpanRecord, common: Common): AgentEvent[] {
  const tries = span.events.filter(({ name }) => name === "gen_ai.request.attempt").length;
  return Array.from({ length: Math.max(0, Math.min(tries, 100) - 1) }, () => ({
    ...common,
    type: "agent.retry" as const,
  }));
}

function nameOf(span: SpanRecord): string {
  return short(span.name) ?? "span";
}

const LONGEST_NAME = 200;

/** As long as an event's names may be. */
export function short(text: string | null): string | null {
  return text === null || text === "" ? null : text.slice(0, LONGEST_NAME);
}

export function trimmed<Fields extends Readonly<Record<string, string | null | undefined>>>(
  fields: Fields,
): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, short(value ?? null)]),
  ) as Fields;
}
