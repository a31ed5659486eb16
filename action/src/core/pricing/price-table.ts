import { calcPrice, type TieredPrices } from "@pydantic/genai-prices";
import type { Utc } from "#core/time.ts";

/** The table of public list prices, compiled in; nothing is fetched. Said wherever a price is shown. */
export const PRICE_TABLE = "genai-prices 0.1.8";

/** What one token costs, in nano-dollars ($1 per million tokens = 1,000). */
export type Rates = {
  input: number;
  cache_read: number;
  cache_write_5m: number;
  cache_write_1h: number;
  output: number;
  reasoning: number;
};

/** What the public table says of one model on one day. */
export type ListPrice = {
  /** As the table names them. */
  provider: string;
  model: string;
  /** Whether it is another one at another time. */
  changes: boolean;
  standard: Rates;
  /** Of a request whose prompt is longer than `above` tokens: all of it is billed so. */
  long: { above: number; rates: Rates } | null;
  /** Nano-dollars for each web search that the model's seller makes; null: no price is known. */
  web_search: number | null;
};

/**
 * The list price of a model on a day; null when the table does not know the model. The table matches mostly by
 * how a name begins, so `model` may be a shorter name than the one asked for.
 *
 * @param provider the table's id (`anthropic`, `aws`, …); null: whose model it is follows from its name
 */
export function listPrice(provider: string | null, model: string, at: Utc): ListPrice | null {
  const found = calcPrice({ input_tokens: 1 }, model, {
    timestamp: new Date(at),
    ...(provider === null ? {} : { providerId: provider }),
  });
  if (found === null) return null;
  const prices = found.model_price;
  const above = tierStart(prices["input_mtok"]);
  return {
    provider: found.provider.id,
    model: found.model.id,
    changes: Array.isArray(found.model.prices),
    standard: ratesOf(prices, false),
    long: above === null ? null : { above, rates: ratesOf(prices, true) },
    web_search: nanoPerRequest(prices["web_searches_kcount"]),
  };
}

type Prices = Record<string, number | TieredPrices | undefined>;

/** What has no price of its own is billed as the table's own calculation does: cache as input, reasoning as output. */
function ratesOf(prices: Prices, long: boolean): Rates {
  const rate = (key: string) => nanoPerToken(prices[key], long);
  const input = rate("input_mtok") ?? 0;
  const output = rate("output_mtok") ?? 0;
  const write = rate("cache_write_mtok") ?? input;
  return {
    input,
    cache_read: rate("cache_read_mtok") ?? input,
    cache_write_5m: write,
    cache_write_1h: rate("cache_write_1h_mtok") ?? write,
    output,
    reasoning: rate("output_reasoning_mtok") ?? output,
  };
}

function nanoPerToken(price: number | TieredPrices | undefined, long: boolean): number | null {
  if (price === undefined) return null;
  if (typeof price === "number") return price * 1000;
  return ((long ? price.tiers[0]?.price : undefined) ?? price.base) * 1000;
}

/** The table tells dollars for a thousand. */
function nanoPerRequest(price: number | TieredPrices | undefined): number | null {
  return typeof price === "number" ? Math.round(price * 1e6) : null;
}

function tierStart(price: number | TieredPrices | undefined): number | null {
  return typeof price === "object" ? (price.tiers[0]?.start ?? null) : null;
}
