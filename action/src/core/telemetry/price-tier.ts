/** Above this many tokens in one prompt the models that have a second price take it, for the whole request. */
const LONG_PROMPT = 200_000;

/**
 * The price tier of one request. Providers price each request on its own, so it has to be known before requests are
 * added up.
 * @param told the provider's own words: Anthropic's `service_tier` and `speed`, OpenAI's `service_tier`
 */
export function priceTier(prompt: number | null, told: readonly (string | null)[]): string | null {
  const words = told.filter((word) => word !== null && /^(?:batch|flex|priority|fast)$/.test(word));
  if (prompt !== null && prompt > LONG_PROMPT) words.push("long");
  return words.length === 0 ? null : words.sort().join("+");
}
