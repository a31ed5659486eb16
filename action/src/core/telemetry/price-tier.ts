import { tierOf, UNSIZED } from "#core/pricing/tier.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";
import type { Utc } from "#core/time.ts";

/**
 * The price tier of one request, as records write it. Providers price each request on its own, so it has to be known
 * before requests are added up.
 *
 * @param prompt tokens, what came from the cache included
 * @param reported the provider's own words: Anthropic's `service_tier` and `speed`, OpenAI's `service_tier`
 */
export function priceTier(
  provider: string | null,
  model: string | null,
  prompt: number | null,
  at: Utc,
  reported: readonly (string | null)[],
): string | null {
  const words = reported.filter((word) => word !== null && /^(?:batch|flex|priority|fast)$/.test(word));
  const long = tierOf(model, prompt, at, provider);
  if (long !== null) words.push(long);
  return words.length === 0 ? null : words.sort().join("+");
}

/**
 * The price tier of what several requests used together, where nobody tells how large each of them was: only where the
 * sum is above the model's threshold may one of them be.
 *
 * @param requests how many there were, if that is told
 */
export function priceTierOfSum(
  { provider = null, model = null, prompt = null, requests = null }: UsagePart,
  at: Utc,
  reported: readonly (string | null)[] = [],
): string | null {
  const tier = priceTier(provider, model, prompt, at, reported);
  return requests === 1 || tier === null ? tier : tier.replace("long", UNSIZED);
}
