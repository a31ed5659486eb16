import { Category } from "#core/records/category.ts";
import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, StepStatus, ToolCall } from "#core/records/execution.ts";
import type { ExecutionStatus } from "#core/records/execution-status.ts";
import { Component } from "#core/records/token-usage.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import { priceTier, priceTierOfSum } from "#core/telemetry/price-tier.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";
import { formatUtc, isoMilliseconds, toUtc } from "#core/time.ts";

/** What one of our own events says, in the words of the records: programs write theirs freely. */

export function hasUsage(event: AgentEvent): boolean {
  return (
    (event.tokens_prompt ??
      event.tokens_completion ??
      event.tokens_total ??
      event.cost_usd ??
      event.ai_credits ??
      null) !== null
  );
}

/**
 * Its tokens as a row of usage; a total stands only where nothing splits it.
 *
 * @param isOne whether they are one request's, and not a sum of several
 */
export function usagePart(event: AgentEvent, isOne: boolean): UsagePart {
  const {
    provider = null,
    model = null,
    tokens_prompt: prompt = null,
    tokens_completion: completion = null,
  } = event;
  const isWhole = prompt === null && completion === null;
  const [at, reported] = [
    toUtc(event.timestamp) ?? formatUtc(0),
    [event.service_tier?.toLowerCase() ?? null],
  ];
  return {
    provider,
    model,
    component: Component.safeParse(event.component).data ?? null,
    tier: isOne
      ? priceTier(provider, model, prompt, at, reported)
      : priceTierOfSum({ provider, model, prompt }, at, reported),
    prompt,
    completion,
    total: isWhole ? (event.tokens_total ?? null) : null,
    cache_read: event.tokens_cache_read ?? null,
    cache_write_5m: event.tokens_cache_write ?? null,
    reasoning: event.tokens_reasoning ?? null,
    reported_ai_credits: event.ai_credits ?? null,
  };
}

/** The event is told when it is over. */
export function timesOf(event: AgentEvent): { started_at: string | null; duration_ms: number | null } {
  const duration_ms = event.latency_ms ?? null;
  return {
    started_at: isoMilliseconds(Date.parse(event.timestamp) - (duration_ms ?? 0)),
    duration_ms,
  };
}

/** What the step held of the machine's memory, and what of its model's window was filled. */
export function fillingOf(event: AgentEvent): Pick<AgentStep, "memory_bytes" | "context"> {
  const { memory_bytes = null, context_tokens, context_window, context_share } = event;
  const tokens = context_tokens ?? null;
  const share = context_share ?? (tokens !== null && context_window ? tokens / context_window : null);
  const isReported = tokens !== null || share !== null;
  return { memory_bytes, context: isReported ? { tokens, share: share && Math.min(1, share) } : null };
}

/** The tool and its MCP server, which may stand in the tool's name. */
export function toolOf({ tool_name, tool_server }: AgentEvent): { name: string; server: string | null } {
  const { name, server } = splitToolName(tool_name ?? "unknown");
  return { name, server: tool_server ?? server };
}

/** The call of a service outside, where a host of one is told. */
export function externalOf(event: AgentEvent, host: string | null): ToolCall["external"] {
  const [status_code, duration_ms] = [event.status_code ?? null, event.latency_ms ?? null];
  return host === null ? null : { host, status_code, duration_ms };
}

/** The category it names, or that its error reads like; null where it tells of none. */
export function categoryOf({ error_type, error_message }: AgentEvent): Category | null {
  const known = Category.safeParse(error_type);
  return known.success ? known.data : errorCategory(error_type ?? null, error_message ?? null);
}

/** A tool that took too long says nothing of the provider. */
export function toolCategoryOf(event: AgentEvent): Category {
  const category = categoryOf(event) ?? "unknown";
  return category === "timeout" ? "tool_timeout" : category;
}

/** No word means success: the event says that the work was completed. */
export function executionStatus(word: string | null): ExecutionStatus {
  const status = stepStatus(word ?? "success");
  return status === "unknown" || status === "denied" ? "failure" : status;
}

/** How a call failed that certainly did. */
export function failureOf(word: string | null): StepStatus {
  const status = stepStatus(word);
  return status === "unknown" || status === "success" ? "failure" : status;
}

/** Words of any dialect; what is none of ours is unknown. */
export function stepStatus(word: string | null): StepStatus {
  if (word === null) return "unknown";
  if (/^(?:ok|success|succeeded|completed|done)$/i.test(word)) return "success";
  if (/^time/i.test(word)) return "timeout";
  if (/^(?:cancel|abort|interrupt)/i.test(word)) return "cancelled";
  if (/^(?:deny|denied|declin|reject)/i.test(word)) return "denied";
  return /^(?:fail|error|budget)/i.test(word) ? "failure" : "unknown";
}
