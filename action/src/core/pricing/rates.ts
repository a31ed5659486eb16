import { holdsOn, type ModelPrice } from "#core/config/prices.ts";
import { globs } from "#core/glob.ts";
import { type ListPrice, PRICE_TABLE, type Rates } from "#core/pricing/price-table.ts";
import { lookUp, UNSIZED } from "#core/pricing/tier.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** What tokens of one model cost at one tier, in nano-dollars a token. */
export type Price = {
  rates: Rates;
  /** The public list price, where yours is another; null: there is none. */
  list: Rates | null;
  /** Which price it is: the public table with its version, or the row of the configuration. */
  source: string;
};

/** The price of a row of usage, and whether it is certainly the one it was billed at; or why there is none. */
export type RatesFound = { price: Price; certain: boolean; why: string } | { price: null; why: string };

type Named = Pick<TokenUsage, "provider" | "model" | "tier">;

/** The price of the day: yours where the configuration has one, else the list price. */
export function ratesOf(usage: Named, at: Utc, overrides: readonly ModelPrice[]): RatesFound {
  const { model, tier } = usage;
  if (model === null) return { price: null, why: "the model is not told" };
  const index = overrides.findIndex((price) => fits(price, usage, model, at));
  const own = overrides[index];
  const found = lookUp(usage.provider, model, at);
  const list = found === null ? null : ofTier(found.price, tier);
  if (own !== undefined) {
    const source = `prices.models[${index}]`;
    return {
      price: { rates: ownRates(own), list, source },
      certain: true,
      why: `${source} of the configuration`,
    };
  }
  if (found === null) return { price: null, why: "no price is known" };
  if (list === null) return { price: null, why: `no ${tier} price is known` };
  const { price, substitute } = found;
  const seller = substitute
    ? `${price.provider}, as ${usage.provider ?? "its seller"} has none`
    : price.provider;
  return {
    price: { rates: list, list, source: PRICE_TABLE },
    // What is above the threshold costs more: the standard price is the least.
    certain: !substitute && tier !== UNSIZED,
    why: `${price.model} of ${seller} in ${PRICE_TABLE}`,
  };
}

function ofTier({ standard, long }: ListPrice, tier: string | null): Rates | null {
  if (tier === null || tier === UNSIZED) return standard;
  return tier === "long" ? (long?.rates ?? null) : null;
}

function fits(price: ModelPrice, { provider, tier }: Named, model: string, at: Utc): boolean {
  const tierFits =
    price.tier === undefined ? tier === null || tier === "long" || tier === UNSIZED : price.tier === tier;
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
