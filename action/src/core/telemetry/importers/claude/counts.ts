import { countAt, type LooseObject, objectAt } from "#core/telemetry/loose-json.ts";

export const CLASSES = ["input", "output", "cache_read", "cache_write_5m", "cache_write_1h"] as const;

/** Tokens as Anthropic counts them: input is without what the cache read and wrote. */
export type ClaudeCounts = Record<(typeof CLASSES)[number], number>;

export function claudeCounts(usage: LooseObject): ClaudeCounts {
  const written = countAt(usage, "cache_creation_input_tokens") ?? 0;
  const hour = countAt(objectAt(usage, "cache_creation"), "ephemeral_1h_input_tokens") ?? 0;
  return {
    input: countAt(usage, "input_tokens") ?? 0,
    output: countAt(usage, "output_tokens") ?? 0,
    cache_read: countAt(usage, "cache_read_input_tokens") ?? 0,
    cache_write_5m: Math.max(0, written - hour),
    cache_write_1h: Math.min(hour, Math.max(written, hour)),
  };
}

export function promptOf(tokens: ClaudeCounts): number {
  return tokens.input + tokens.cache_read + tokens.cache_write_5m + tokens.cache_write_1h;
}
