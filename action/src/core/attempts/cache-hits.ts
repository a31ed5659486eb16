import type { TokenUsage } from "#core/records/token-usage.ts";
import { type Rate, rate } from "#core/statistics/rate.ts";

/**
 * The prompt of a row of usage, and what of it the cache served; null where the row tells not both: a share needs its
 * whole, and what the cache served says nothing about what it did not.
 */
export function cachedOf({ prompt, cache_read }: TokenUsage): { prompt: number; cached: number } | null {
  return prompt === null || cache_read === null ? null : { prompt, cached: Math.min(cache_read, prompt) };
}

/** Tokens that the cache served, of the prompts of which that is told: one definition for every page. */
export function cacheHits(): { add(usage: TokenUsage): void; finish(): Rate } {
  const sums = { cached: 0, prompt: 0 };
  return {
    add(usage) {
      const reported = cachedOf(usage);
      if (reported === null) return;
      sums.cached += reported.cached;
      sums.prompt += reported.prompt;
    },
    finish: () => rate(sums.cached, sums.prompt),
  };
}
