import type { ModelPrice } from "#core/config/prices.ts";
import { priceFee } from "#core/pricing/fees.ts";
import { NANO_PER_USD, nano, split } from "#core/pricing/money.ts";
import type { Rates } from "#core/pricing/price-table.ts";
import { type Price, ratesOf } from "#core/pricing/rates.ts";
import { MOST_USD } from "#core/records/bounds.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import type { Utc } from "#core/time.ts";

/** The classes tokens are billed in; they do not overlap. `unsplit`: money without tokens to split it by. */
export const TOKEN_CLASSES = [
  "input",
  "cache_read",
  "cache_write_5m",
  "cache_write_1h",
  "output",
  "reasoning",
  "unsplit",
] as const;
export type TokenClass = (typeof TOKEN_CLASSES)[number];
type ByTokenClass = Record<TokenClass, number>;

/**
 * Where an amount comes from. `reported`: dollars the agent told. `ai_credits`: credits the agent told, at GitHub's
 * $0.01. `priced`: exact tokens at the price of the day. `estimated`: tokens that are approximate or incomplete, or
 * another seller's price. `logged`: whatever a job's log alone told. `unknown`: no amount.
 */
export const BASES = ["reported", "ai_credits", "priced", "estimated", "logged", "unknown"] as const;
export type Basis = (typeof BASES)[number];

/** The records' word for it: credits are reported too. */
export type CostSource = Exclude<Basis, "ai_credits">;
export function sourceOf(basis: Basis): CostSource {
  return basis === "ai_credits" ? "reported" : basis;
}

/** What one row of usage cost. */
export type PricedUsage = {
  /** Nano-dollars; null: unknown. */
  nano_usd: number | null;
  /** Adds up to `nano_usd`; all 0 when that is unknown. Reported money is split as the list price would. */
  parts: ByTokenClass;
  tokens: ByTokenClass;
  /** What the tokens are priced at, or reported money is split by; null: no price is known. */
  price: Price | null;
  basis: Basis;
  /** For people: which price, or why there is none. Names are text of strangers. */
  why: string;
};

/** More than this for one row is forged or broken, and would drown every sum. */
const MOST_NANO = MOST_USD * NANO_PER_USD;

/** $0.01 a credit: GitHub's usage-based billing since 2026-06-01. */
const CREDIT_USD = 0.01;

/**
 * What one row of usage cost: as reported, else its tokens, or its fees, at the price of the day. Rows hold one price tier, so a
 * sum of many requests is never taken for one large one.
 *
 * @param at when it was used
 * @param approximate the tokens are rounded or guessed (`usage_approximate` of its execution)
 */
export function priceUsage(
  usage: TokenUsage,
  at: Utc,
  overrides: readonly ModelPrice[],
  approximate = false,
): PricedUsage {
  if (usage.fee !== null) return pricedFee(usage, usage.fee, at);
  const { tokens, complete } = tokensOf(usage);
  const found = ratesOf(usage, at, overrides);
  const parts = found.price === null ? null : pricesOf(tokens, found.price.rates);
  const priced = parts === null ? 0 : sum(parts);
  const unknown = (why: string): PricedUsage => ({
    nano_usd: null,
    parts: byClass(() => 0),
    tokens,
    price: found.price,
    basis: "unknown",
    why,
  });
  const reported = (amount: number, basis: Basis, why: string): PricedUsage => {
    if (amount > MOST_NANO) return unknown(`not believed: ${why}, above $1,000,000`);
    const weights = TOKEN_CLASSES.map((name) => parts?.[name] ?? 0);
    const shares = priced > 0 ? split(amount, weights) : [];
    const own =
      priced > 0 ? byClass((_, index) => shares[index] ?? 0) : { ...byClass(() => 0), unsplit: amount };
    return { nano_usd: amount, parts: own, tokens, price: found.price, basis, why };
  };
  if (usage.reported_cost_usd !== null)
    return reported(nano(usage.reported_cost_usd), "reported", "reported by the agent");
  if (usage.reported_ai_credits !== null)
    return reported(
      nano(usage.reported_ai_credits * CREDIT_USD),
      "ai_credits",
      `${usage.reported_ai_credits} AI credits at $${CREDIT_USD}`,
    );
  if (sum(tokens) === 0) {
    const isReported = usage.total !== null || (usage.prompt !== null && usage.completion !== null);
    // Messages that an agent writes itself go under names without a price.
    return isReported
      ? { ...unknown("no tokens"), nano_usd: 0, basis: "priced" }
      : unknown("its tokens are not told");
  }
  if (found.price === null || parts === null) return unknown(found.why);
  if (priced > MOST_NANO) return unknown("not believed: above $1,000,000");
  const certain = found.certain && complete && !approximate;
  const basis = certain ? "priced" : "estimated";
  return { nano_usd: priced, parts, tokens, price: found.price, basis, why: found.why };
}

/** A fee is no token's. One without a price leaves the sum that it belongs to incomplete. */
function pricedFee(usage: TokenUsage, fee: NonNullable<TokenUsage["fee"]>, at: Utc): PricedUsage {
  const found = priceFee(usage, fee, at);
  const parts = { ...byClass(() => 0), unsplit: found.nano_usd ?? 0 };
  const common = { parts, tokens: byClass(() => 0), price: null, why: found.why };
  if (found.nano_usd === null) return { ...common, nano_usd: null, basis: "unknown" };
  return { ...common, nano_usd: found.nano_usd, basis: found.certain ? "priced" : "estimated" };
}

/** The classes of a row's tokens, which in the record contain one another; `complete`: nothing had to be assumed. */
function tokensOf(usage: TokenUsage): { tokens: ByTokenClass; complete: boolean } {
  const read = usage.cache_read ?? 0;
  const [brief, long] = [usage.cache_write_5m ?? 0, usage.cache_write_1h ?? 0];
  const reasoning = usage.reasoning ?? 0;
  // Of a sum alone, all counts as prompt: the least it can have cost.
  const prompt = usage.prompt ?? (usage.completion === null ? (usage.total ?? 0) : 0);
  const fresh = prompt - read - brief - long;
  const answer = (usage.completion ?? 0) - reasoning;
  const tokens = {
    input: Math.max(0, fresh),
    cache_read: read,
    cache_write_5m: brief,
    cache_write_1h: long,
    output: Math.max(0, answer),
    reasoning,
    unsplit: 0,
  };
  const told = usage.prompt !== null && usage.completion !== null;
  // Cached tokens cost a tenth: where the cache is not told, the whole prompt at full price is an upper bound.
  const cacheReported = usage.cache_read !== null || usage.prompt === 0;
  return { tokens, complete: told && cacheReported && fresh >= 0 && answer >= 0 };
}

function pricesOf(tokens: ByTokenClass, rates: Rates): ByTokenClass {
  return byClass((name) => (name === "unsplit" ? 0 : Math.round(tokens[name] * rates[name])));
}

function byClass(value: (name: TokenClass, index: number) => number): ByTokenClass {
  const entries = TOKEN_CLASSES.map((name, index) => [name, value(name, index)] as const);
  return Object.fromEntries(entries) as ByTokenClass;
}

function sum(values: ByTokenClass): number {
  return TOKEN_CLASSES.reduce((total, name) => total + values[name], 0);
}
