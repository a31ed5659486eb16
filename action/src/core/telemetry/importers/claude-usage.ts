import { countAt, type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import type { UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";
import type { Utc } from "#core/time.ts";

/** Tokens of one call of Claude, as its `usage` counts them: input is without what the cache read and wrote. */
export type ClaudeTokens = {
  model: string | null;
  provider: string;
  tiers: (string | null)[];
  input: number;
  output: number;
  cache_read: number;
  cache_write_5m: number;
  cache_write_1h: number;
  /** Dollars that very old session files carry. */
  cost: number | null;
};

/** The `usage` of a message; null where it has none. */
export function claudeTokens(message: LooseObject, model: string | null): ClaudeTokens | null {
  const usage = objectAt(message, "usage");
  const input = countAt(usage, "input_tokens");
  const output = countAt(usage, "output_tokens");
  if (input === null && output === null) return null;
  const written = countAt(usage, "cache_creation_input_tokens") ?? 0;
  const hour = countAt(objectAt(usage, "cache_creation"), "ephemeral_1h_input_tokens") ?? 0;
  return {
    model,
    provider: providerOf(textAt(message, "id")),
    tiers: [textAt(usage, "service_tier"), textAt(usage, "speed")],
    input: input ?? 0,
    output: output ?? 0,
    cache_read: countAt(usage, "cache_read_input_tokens") ?? 0,
    cache_write_5m: Math.max(0, written - hour),
    cache_write_1h: Math.min(hour, Math.max(written, hour)),
    cost: null,
  };
}

export function promptOf(tokens: ClaudeTokens): number {
  return tokens.input + tokens.cache_read + tokens.cache_write_5m + tokens.cache_write_1h;
}

/** One call is told once for each block of its answer, the earlier times with fewer tokens: the largest are its own. */
export function widen(known: ClaudeTokens, again: ClaudeTokens): void {
  for (const key of ["input", "output", "cache_read", "cache_write_5m", "cache_write_1h"] as const)
    known[key] = Math.max(known[key], again[key]);
  known.cost ??= again.cost;
}

export function addCall(table: UsageTable, tokens: ClaudeTokens, at: Utc): void {
  const prompt = promptOf(tokens);
  const part: UsagePart = {
    provider: tokens.provider,
    model: tokens.model,
    tier: priceTier(tokens.provider, tokens.model, prompt, at, tokens.tiers),
    requests: 1,
    prompt,
    completion: tokens.output,
    cache_read: tokens.cache_read,
    cache_write_5m: tokens.cache_write_5m,
    cache_write_1h: tokens.cache_write_1h,
    reported_cost_usd: tokens.cost,
  };
  table.add(part);
}

/** Anthropic's clouds mark the ids of their messages. */
function providerOf(messageId: string | null): string {
  if (messageId?.startsWith("msg_bdrk_")) return "aws.bedrock";
  if (messageId?.startsWith("msg_vrtx_")) return "gcp.vertex_ai";
  return "anthropic";
}
