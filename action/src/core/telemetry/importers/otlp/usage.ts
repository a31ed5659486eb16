import type { AgentEvent } from "#core/records/event.ts";
import { amountOf, countOf, textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import type { Attributes } from "#core/telemetry/otlp/records.ts";

/** Every generation's and dialect's name of the same number, the newest first. */
const PROMPT = [
  "gen_ai.usage.input_tokens",
  "gen_ai.usage.prompt_tokens",
  "llm.token_count.prompt",
  "llm.usage.prompt_tokens",
  "input_tokens",
  "input_token_count",
];
const COMPLETION = [
  "gen_ai.usage.output_tokens",
  "gen_ai.usage.completion_tokens",
  "llm.token_count.completion",
  "llm.usage.completion_tokens",
  "output_tokens",
  "output_token_count",
];
const TOTAL = [
  "gen_ai.usage.total_tokens",
  "llm.usage.total_tokens",
  "llm.token_count.total",
  "total_token_count",
];
const CACHE_READ = [
  "gen_ai.usage.cache_read.input_tokens",
  "gen_ai.usage.cache_read_input_tokens",
  "gen_ai.usage.prompt_tokens_details.cache_read",
  "llm.token_count.prompt_details.cache_read",
  "cache_read_tokens",
  "cached_token_count",
  "cached_content_token_count",
];
const CACHE_WRITE = [
  "gen_ai.usage.cache_write.input_tokens",
  "gen_ai.usage.cache_creation.input_tokens",
  "gen_ai.usage.cache_creation_input_tokens",
  "gen_ai.usage.prompt_tokens_details.cache_write",
  "llm.token_count.prompt_details.cache_write",
  "cache_creation_tokens",
  "cache_write_token_count",
];
const REASONING = [
  "gen_ai.usage.reasoning.output_tokens",
  "gen_ai.usage.reasoning_tokens",
  "gen_ai.usage.completion_tokens_details.reasoning",
  "llm.token_count.completion_details.reasoning",
  "reasoning_token_count",
  "thoughts_token_count",
];
const COST = [
  "cost_usd",
  "gen_ai.usage.cost",
  "llm.cost.total",
  "gh-aw.estimated_cost_usd",
  "usage.estimated_usd",
];
/** What the server that answered calls the request; else what its answer is called. */
const REQUEST_ID = [
  "request_id",
  "gen_ai.request.id",
  "http.response.header.x-request-id",
  "http.response.header.request-id",
  "aws.request_id",
  "azure.service.request.id",
  "awf.request_id",
  "gen_ai.response.id",
  "llm.response.id",
];
/** At which of its prices the provider answered: its own word before what was asked for. */
const SERVICE_TIER = [
  "openai.response.service_tier",
  "gen_ai.openai.response.service_tier",
  "gen_ai.response.service_tier",
  "anthropic.response.service_tier",
  "speed",
];
const PROVIDER = ["gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system", "llm.vendor"];
const MODEL = [
  "gen_ai.response.model",
  "llm.response.model_name",
  "gen_ai.request.model",
  "llm.request.model_name",
  "llm.model_name",
  "model",
];

type UsageFields = Pick<
  AgentEvent,
  | "provider"
  | "model"
  | "tokens_prompt"
  | "tokens_completion"
  | "tokens_total"
  | "tokens_cache_read"
  | "tokens_cache_write"
  | "tokens_reasoning"
  | "cost_usd"
  | "ai_credits"
  | "request_id"
  | "service_tier"
>;

/**
 * What one request used, by whatever names. Prompts come out with their cache inside and answers with their
 * reasoning.
 *
 * @param source `claude`: its prompts leave the cache out; `gemini`: its answers leave thoughts out
 */
export function usageOf(attributes: Attributes, source: "claude" | "gemini" | "other"): UsageFields {
  const [prompt, completion] = [countOf(attributes, PROMPT), countOf(attributes, COMPLETION)];
  const [read, write] = [countOf(attributes, CACHE_READ), countOf(attributes, CACHE_WRITE)];
  const cached = (read ?? 0) + (write ?? 0);
  const reasoning = countOf(attributes, REASONING);
  // Older Anthropic instrumentations leave the cache out as well: more from the cache than there was gives it away.
  const isCacheApart = source === "claude" || (prompt !== null && cached > prompt);
  const credits = amountOf(attributes, ["gh-aw.aic", "awf.ai_credits"]);
  const nano = amountOf(attributes, ["github.copilot.nano_aiu"]);
  const hasTokens = prompt !== null || completion !== null;
  return {
    provider:
      textOf(attributes, PROVIDER) ??
      (source === "claude" ? "anthropic" : source === "gemini" ? "google" : null),
    model: textOf(attributes, MODEL),
    tokens_prompt: prompt === null ? null : isCacheApart ? prompt + cached : prompt,
    tokens_completion:
      completion === null ? null : source === "gemini" ? completion + (reasoning ?? 0) : completion,
    tokens_total: hasTokens ? null : countOf(attributes, TOTAL),
    tokens_cache_read: read,
    tokens_cache_write: write,
    tokens_reasoning: reasoning,
    cost_usd: amountOf(attributes, COST),
    ai_credits: credits ?? (nano === null ? null : nano / 1e9),
    request_id: requestIdOf(attributes),
    service_tier: textOf(attributes, SERVICE_TIER)?.slice(0, 200) ?? null,
  };
}

/** Null where it is not told. Headers are told as lists. */
export function requestIdOf(attributes: Attributes): string | null {
  for (const name of REQUEST_ID) {
    const value = attributes.get(name);
    const [reported] = typeof value === "object" ? value : [value];
    if (typeof reported === "string" && reported !== "") return reported.slice(0, 200);
  }
  return null;
}
