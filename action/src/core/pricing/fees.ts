import { PRICE_TABLE } from "#core/pricing/price-table.ts";
import { lookUp } from "#core/pricing/tier.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import type { Utc } from "#core/time.ts";

/** What the fees of a row cost, in nano-dollars; or why that is not known. */
export type PricedFee = { nano_usd: number; certain: boolean; why: string } | { nano_usd: null; why: string };

/** Fees are paid for each request at the price of the day. */
export function priceFee(
  { provider, model }: Pick<TokenUsage, "provider" | "model">,
  { kind, count }: NonNullable<TokenUsage["fee"]>,
  at: Utc,
): PricedFee {
  const what = `${count} × ${kind}`;
  const found = model === null || kind !== "web_search" ? null : lookUp(provider, model, at);
  const each = found?.price.web_search ?? null;
  if (found === null || each === null)
    return { nano_usd: null, why: `${what}: no price of its fee is known` };
  const { price, substitute } = found;
  return {
    nano_usd: count * each,
    certain: !substitute,
    why: `${what} at the fee of ${price.model} of ${price.provider} in ${PRICE_TABLE}`,
  };
}
