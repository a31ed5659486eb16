import type { AgentEvent } from "#core/records/event.ts";
import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
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
