import type { AgentEvent } from "#core/records/event.ts";
import type { Component } from "#core/records/token-usage.ts";
import { requestContents, toolContents } from "#core/telemetry/importers/otlp/contents.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { amountOf, countOf, figureOf, flagOf, textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import { short, trimmed } from "#core/telemetry/importers/otlp/span-events.ts";
import { requestIdOf, usageOf } from "#core/telemetry/importers/otlp/usage.ts";
import type { LogRecord } from "#core/telemetry/otlp/records.ts";

/** Whom Claude Code asked for; `auxiliary` is neither. */
const COMPONENTS: ReadonlyMap<string, Component> = new Map([
  ["main", "main_agent"],
  ["subagent", "sub_agent"],
]);

type Fields = Omit<AgentEvent, "timestamp">;
type Row = (log: LogRecord) => Fields | null;

const request =
  (source: "claude" | "gemini" | "other"): Row =>
  (log) => ({
    type: "agent.step.completed",
    operation: "llm_request",
    step_kind: "thought",
    step_name: short(textOf(log.attributes, ["model", "gen_ai.request.model"])) ?? "request",
    status: "ok",
    ...usageOf(log.attributes, source),
    component: COMPONENTS.get(textOf(log.attributes, ["query_source"]) ?? "") ?? null,
    ...requestContents(log.attributes),
  });

const failedRequest: Row = ({ attributes }) => ({
  type: "agent.step.completed",
  operation: "llm_request",
  step_kind: "thought",
  step_name: short(textOf(attributes, ["model"])) ?? "request",
  model: short(textOf(attributes, ["model"])),
  request_id: requestIdOf(attributes),
  status: "error",
});

const retry: Row = () => ({ type: "agent.retry" });

const tool: Row = ({ attributes }) => ({
  type: flagOf(attributes, ["success"]) === false ? "agent.tool.failed" : "agent.tool.called",
  tool_name: short(textOf(attributes, ["tool_name", "function_name"])) ?? "unknown",
  tool_server: short(textOf(attributes, ["mcp_server", "mcp_server_name", "mcp_server.name"])),
  status: flagOf(attributes, ["success"]) === false ? "error" : "ok",
  input_bytes: countOf(attributes, ["tool_input_size_bytes"]),
  output_bytes: countOf(attributes, ["tool_result_size_bytes", "content_length"]),
  ...toolContents(attributes),
});

/** Only refusals: an agent asks for every call, and that it may is what the call itself says. */
const decision: Row = ({ attributes }) => {
  const verdict = textOf(attributes, ["decision"]) ?? "";
  if (!/^(?:reject|den|timed_out|abort)/i.test(verdict)) return null;
  return {
    type: "agent.policy.decision",
    policy_id: short(`permission:${textOf(attributes, ["source", "decision_source"]) ?? "unknown"}`),
    policy_result: "block",
    tool_name: short(textOf(attributes, ["tool_name", "function_name"])),
  };
};

const step =
  (name: string, operation: string): Row =>
  ({ attributes }) => ({
    type: "agent.step.completed",
    step_name: name,
    step_kind: "action",
    operation,
    status: flagOf(attributes, ["success"]) === false ? "error" : "ok",
  });

const started: Row = ({ attributes }) => ({
  type: "agent.request.started",
  input: requestContents(attributes).input,
});
const fallback: Row = () => ({ type: "agent.fallback.triggered" });

/** The events of Claude Code, Codex and Gemini CLI, and OpenTelemetry's own, by name. */
const ROWS: ReadonlyMap<string, Row> = new Map([
  ["claude_code.user_prompt", started],
  ["claude_code.api_request", request("claude")],
  ["claude_code.api_error", failedRequest],
  ["claude_code.api_retries_exhausted", retry],
  ["claude_code.tool_result", tool],
  ["claude_code.tool_decision", decision],
  ["claude_code.compaction", step("compaction", "context_management")],
  [
    "claude_code.subagent_completed",
    (log) => (flagOf(log.attributes, ["model_swapped"]) === true ? fallback(log) : null),
  ],
  [
    "claude_code.mcp_server_connection",
    (log) =>
      textOf(log.attributes, ["status"]) === "failed"
        ? { ...tool(log), type: "agent.tool.failed", tool_name: "connect", status: "error" }
        : null,
  ],

  ["codex.conversation_starts", started],
  ["codex.user_prompt", started],
  [
    "codex.sse_event",
    (log) => (textOf(log.attributes, ["event.kind"]) === "response.completed" ? request("other")(log) : null),
  ],
  [
    "codex.api_request",
    (log) =>
      (countOf(log.attributes, ["attempt"]) ?? 0) > 1 ||
      (countOf(log.attributes, ["http.response.status_code"]) ?? 0) >= 400
        ? { type: "agent.retry" }
        : null,
  ],
  ["codex.tool_result", tool],
  ["codex.tool_decision", decision],

  ["gemini_cli.user_prompt", started],
  ["gemini_cli.api_response", request("gemini")],
  ["gemini_cli.api_error", failedRequest],
  ["gemini_cli.tool_call", tool],
  ["gemini_cli.network_retry_attempt", retry],
  ["gemini_cli.chat.content_retry", retry],
  ["gemini_cli.flash_fallback", fallback],
  ["gemini_cli.chat_compression", step("compression", "context_management")],

  ["gen_ai.client.inference.operation.details", request("other")],
  ["gen_ai.evaluation.result", evaluation],
]);
/** Claude Code and Codex name their events in short in the attribute `event.name`. */
const PREFIXES: readonly { service: RegExp; prefix: string }[] = [
  { service: /^claude-code/, prefix: "claude_code." },
  { service: /^codex/, prefix: "codex." },
];

/** A log record as an event; null for what tells nothing of an agent's work. */
export function logEvent(log: LogRecord): AgentEvent | null {
  const name = log.name ?? "";
  const service = textOf(log.resource, ["service.name"]) ?? "";
  const prefix = PREFIXES.find((row) => row.service.test(service))?.prefix ?? "";
  const row = ROWS.get(name) ?? ROWS.get(`${prefix}${name}`);
  const time = log.time ?? timeOf(log);
  if (row === undefined || time === null) return null;
  const fields = row(log);
  if (fields === null) return null;
  const failed = fields.status === "error";
  const { attributes } = log;
  return {
    ...trimmed(identityOf(attributes, log.resource)),
    timestamp: new Date(time).toISOString(),
    trace_id: log.traceId,
    span_id: log.spanId,
    latency_ms: amountOf(attributes, ["duration_ms"]),
    status_code: countOf(attributes, ["status_code", "http.response.status_code"]),
    error_type: failed ? short(textOf(attributes, ["error_type", "error.type", "status_code"])) : null,
    error_message: failed ? (textOf(attributes, ["error", "error.message"])?.slice(0, 2000) ?? null) : null,
    ...fields,
  };
}

function evaluation({ attributes }: LogRecord): Fields {
  const score = figureOf(attributes, ["gen_ai.evaluation.score.value"]);
  const label = textOf(attributes, ["gen_ai.evaluation.score.label"]);
  return {
    type: "custom.score",
    attributes: {
      name: short(textOf(attributes, ["gen_ai.evaluation.name"])) ?? "evaluation",
      kind: "evaluation",
      ...(score !== null && { score }),
      ...(label !== null && { label: label.slice(0, 200) }),
    },
  };
}

/** Codex leaves the record's own times at zero. */
function timeOf({ attributes }: LogRecord): number | null {
  const time = Date.parse(textOf(attributes, ["event.timestamp"]) ?? "");
  return Number.isNaN(time) ? null : time;
}
