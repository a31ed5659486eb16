import { type Candidate, candidates } from "#core/pricing/model-name.ts";
import { type ListPrice, listPrice } from "#core/pricing/price-table.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** The tier of a sum of requests of which some may have been above their model's threshold. */
export const UNSIZED = "unsized";

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
  // A log may hold 100,000 requests; thresholds change by the day at most.
  const above = lookUp(provider, model, `${dayOf(at)}T00:00:00Z`)?.price.long?.above;
  return above !== undefined && promptTokens > above ? "long" : null;
}

type Found = { price: ListPrice; substitute: boolean } | null;

/** A look-up takes 40 µs, and each row of an execution's usage, and each fee, asks for the same few. */
const found = new Map<string, Found>();
const MOST_FOUND = 1000; // names are anybody's

/** The list price of a model under the first of its names that the table knows. */
export function lookUp(provider: string | null, model: string, at: Utc): Found {
  const [name, then] = [JSON.stringify([provider, model]), JSON.stringify([provider, model, at])];
  const known = found.has(name) ? found.get(name) : found.get(then);
  if (known !== undefined) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const price = firstPrice(provider, model, at);
  found.set(price?.price.changes ? then : name, price);
  return price;
}

function firstPrice(provider: string | null, model: string, at: Utc): Found {
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
