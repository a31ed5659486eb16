import { type Candidate, candidates } from "#core/pricing/model-name.ts";
import { type ListPrice, listPrice } from "#core/pricing/price-table.ts";
import { dayOf, type Utc } from "#core/time.ts";

/**
 * At which price one request is billed: `long` when its prompt (cache included) is above its model's threshold,
 * null for the standard price. Importers ask this for every request before they add requests up, because a sum
 * says nothing about the size of its parts.
 *
 * @param model as telemetry names it, prefixes and dates included
 * @param at when the request was made: prices, and thresholds with them, change
 */
export function tierOf(
  model: string | null,
  promptTokens: number | null,
  at: Utc,
  provider: string | null = null,
): "long" | null {
  if (model === null || promptTokens === null) return null;
  const key = `${provider}\n${model}\n${dayOf(at)}`;
  let above = thresholds.get(key);
  if (above === undefined) {
    above = lookUp(provider, model, at)?.price.long?.above ?? Number.POSITIVE_INFINITY;
    if (thresholds.size >= 1000) thresholds.clear(); // names are anybody's
    thresholds.set(key, above);
  }
  return promptTokens > above ? "long" : null;
}

/** A look-up takes 40 µs and a log may hold 100,000 requests. Thresholds change by the day at most. */
const thresholds = new Map<string, number>();

/** The list price of a model under the first of its names that the table knows. */
export function lookUp(
  provider: string | null,
  model: string,
  at: Utc,
): { price: ListPrice; substitute: boolean } | null {
  for (const candidate of candidates(provider, model)) {
    const price = listPrice(candidate.provider, candidate.model, at);
    if (price !== null && !losesFastMode(candidate, price))
      return { price, substitute: candidate.substitute };
  }
  return null;
}

/** `claude-opus-4-7-fast` begins like `claude-opus-4-7` and costs several times as much. */
function losesFastMode({ model }: Candidate, price: ListPrice): boolean {
  return /-fast(?:$|-)/.test(model) && !price.model.includes("fast");
}
