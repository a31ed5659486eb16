import type { AgentEvent } from "#core/records/event.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { countOf, textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import { usageOf } from "#core/telemetry/importers/otlp/usage.ts";
import type { SpanRecord } from "#core/telemetry/otlp/records.ts";

export type SpanRole = "request" | "inference" | "tool" | "guardrail" | "step" | "other";

/** In order; the value is the operation of the conventions, the span kind of the dialects, or the span's name. */
const ROLES: readonly { pattern: RegExp; role: SpanRole; operation?: AgentEvent["operation"] }[] = [
  // gh-aw calls a whole run "chat".
  { pattern: /^gh-aw\.[\w-]+\.(?:agent|conclusion)\b/, role: "request" },
  {
    pattern: /^(?:invoke_agent|agent_call|agent|invoke_workflow|workflow|claude_code\.interaction)$/i,
    role: "request",
  },
  {
    pattern:
      /^(?:chat|generate_content|text_completion|completion|llm|embeddings?|llm_call|claude_code\.llm_request)$/i,
    role: "inference",
    operation: "llm_request",
  },
  { pattern: /^(?:execute_tool|tool_call|mcp_tool_call|tool|claude_code\.tool)$/i, role: "tool" },
  { pattern: /^(?:apply_guardrail|guardrail)$/i, role: "guardrail" },
  { pattern: /^(?:retrieval|retriever|reranker|rerank)$/i, role: "step", operation: "rag_operation" },
  { pattern: /memory/i, role: "step", operation: "memory_operation" },
  { pattern: /^(?:plan|chain|task|execute_task)$/i, role: "step", operation: "planning" },
];
const KIND = [
  "gen_ai.operation.name",
  "openinference.span.kind",
  "traceloop.span.kind",
  "llm.request.type",
  "span.type",
];
const TOOL = [
  "gen_ai.tool.name",
  "tool.name",
  "tool_call.function.name",
  "mcp.tool.name",
  "tool_name",
  "traceloop.entity.name",
];

/** What a span is about; most spans of a program are about nothing we tell. */
export function roleOfSpan(span: SpanRecord): { role: SpanRole; operation: string | null } {
  const words = [span.name, textOf(span.attributes, KIND), span.name.split(" ", 1)[0] ?? ""];
  for (const word of words) {
    const row = ROLES.find(({ pattern }) => word !== null && pattern.test(word));
    if (row) return { role: row.role, operation: row.operation ?? null };
  }
  // Codex' own spans have names of its source; the usage tells which are requests.
  const isRequest = span.attributes.has("gen_ai.usage.input_tokens");
  return { role: isRequest ? "inference" : "other", operation: isRequest ? "llm_request" : null };
}

/**
 * A span as events.
 *
 * @param isRoot whether no other agent's span is above it: sub-agents are steps of who called them
 * @param isLeaf whether no inference is below it: an agent's usage is the sum of its requests'
 */
export function spanEvents(span: SpanRecord, isRoot: boolean, isLeaf: boolean): AgentEvent[] {
  const { role, operation } = roleOfSpan(span);
  const common = commonOf(span);
  const source = span.name.startsWith("claude_code") ? "claude" : "other";
  switch (role) {
    case "request": {
      const usage = isLeaf ? usageOf(span.attributes, source) : {};
      if (!isRoot)
        return [
          {
            ...common,
            ...usage,
            type: "agent.step.completed",
            step_name: nameOf(span),
            step_kind: "action",
            operation: "planning",
          },
        ];
      const { timestamp, latency_ms, status, error_type, error_message, ...about } = common;
      const started = new Date(Date.parse(timestamp) - (latency_ms ?? 0)).toISOString();
      return [
        { ...about, type: "agent.request.started", timestamp: started },
        { ...common, ...usage, type: "agent.request.completed" },
      ];
    }
    case "inference":
      return [
        ...retries(span, common),
        {
          ...common,
          ...usageOf(span.attributes, source),
          type: "agent.step.completed",
          step_name: nameOf(span),
          operation,
          step_kind: "thought",
        },
      ];
    case "tool": {
      const failed = common.status === "error";
      return [
        {
          ...common,
          type: failed ? "agent.tool.failed" : "agent.tool.called",
          tool_name: short(textOf(span.attributes, TOOL) ?? nameOf(span).replace(/^execute_tool /, "")),
          tool_server: short(
            textOf(span.attributes, ["mcp.server.name", "mcp_server_name", "gen_ai.tool.server"]),
          ),
          host: short(textOf(span.attributes, ["server.address"])),
          status_code: countOf(span.attributes, ["http.response.status_code"]),
        },
      ];
    }
    case "guardrail": {
      const verdict = textOf(span.attributes, ["gen_ai.guardrail.result.type", "gen_ai.guardrail.status"]);
      const passed = !/fail|block|den|viol/i.test(verdict ?? common.status ?? "");
      return [
        { ...common, type: "custom.score", attributes: { name: nameOf(span), kind: "guardrail", passed } },
      ];
    }
    case "step":
      return [
        { ...common, type: "agent.step.completed", step_name: nameOf(span), step_kind: "action", operation },
      ];
    case "other":
      return [];
  }
}

function commonOf(span: SpanRecord): Omit<AgentEvent, "type"> {
  const exception = span.events.find(({ name }) => name === "exception");
  const error =
    textOf(span.attributes, ["error.type", "gen_ai.framework.error.type", "error_type"]) ??
    (exception && textOf(exception.attributes, ["exception.type"])) ??
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
    error_message: failed ? (span.statusMessage?.slice(0, 2000) ?? null) : null,
  };
}

/** Claude Code notes every try as an event of the request's span. */
function retries(span: SpanRecord, common: Omit<AgentEvent, "type">): AgentEvent[] {
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
