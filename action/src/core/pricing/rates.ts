import { holdsOn, type ModelPrice } from "#core/config/prices.ts";
import { globs } from "#core/glob.ts";
import { PRICE_TABLE, type Rates } from "#core/pricing/price-table.ts";
import { lookUp } from "#core/pricing/tier.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** The price of a row of usage, and whether it is certainly the one it was billed at; or why there is none. */
export type RatesFound = { rates: Rates; certain: boolean; why: string } | { rates: null; why: string };

type Named = Pick<TokenUsage, "provider" | "model" | "tier">;

/** The price of the day: yours where the configuration has one, else the list price. */
export function ratesOf(usage: Named, at: Utc, overrides: readonly ModelPrice[]): RatesFound {
  const { model, tier } = usage;
  if (model === null) return { rates: null, why: "the model is not told" };
  const index = overrides.findIndex((price) => fits(price, usage, model, at));
  const own = overrides[index];
  if (own !== undefined)
    return { rates: ownRates(own), certain: true, why: `prices.models[${index}] of the configuration` };
  const found = lookUp(usage.provider, model, at);
  if (found === null) return { rates: null, why: "no price is known" };
  const { price, substitute } = found;
  const rates = tier === null ? price.standard : tier === "long" ? price.long?.rates : undefined;
  if (rates === undefined) return { rates: null, why: `no ${tier} price is known` };
  const seller = substitute
    ? `${price.provider}, as ${usage.provider ?? "its seller"} has none`
    : price.provider;
  return { rates, certain: !substitute, why: `${price.model} of ${seller} in ${PRICE_TABLE}` };
}

function fits(price: ModelPrice, { provider, tier }: Named, model: string, at: Utc): boolean {
  const tierFits = price.tier === undefined ? tier === null || tier === "long" : price.tier === tier;
  if (!tierFits || !holdsOn(price, dayOf(at)) || !globs([price.model])(model)) return false;
  return price.provider === undefined || globs([price.provider])(provider ?? "");
}

function ownRates({ input, output, cache_read, cache_write, reasoning }: ModelPrice): Rates {
  const write = (cache_write ?? input) * 1000;
  return {
    input: input * 1000,
    cache_read: (cache_read ?? input) * 1000,
    cache_write_5m: write,
    cache_write_1h: write,
    output: output * 1000,
    reasoning: (reasoning ?? output) * 1000,
  };
}
