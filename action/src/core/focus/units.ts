import type { ClassShare, LedgerLine } from "#core/attempts/ledger.ts";
import type { FocusRow } from "#core/focus/columns.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import type { TokenClass } from "#core/pricing/tokens.ts";
import { type Decimal, decimalOf, decimalText, multiply } from "#core/text/decimal.ts";

/** What FOCUS calls what is metered. */
const METERS: Record<TokenClass, string> = {
  input: "Input Tokens",
  cache_read: "Cache Read Tokens",
  cache_write_5m: "Cache Write Tokens (5 Minutes)",
  cache_write_1h: "Cache Write Tokens (1 Hour)",
  output: "Output Tokens",
  reasoning: "Reasoning Tokens",
  unsplit: "Executions",
};

/**
 * The four costs of each charge of a line with their quantity and prices. What is billed is the ledger's amount; list
 * and contracted cost are the exact products of quantity and price, which the ledger rounds to nano-dollars, or which
 * the agent itself told otherwise.
 */
export function unitsOf(line: LedgerLine): FocusRow[] {
  if (line.kind === "tokens") return line.classes.flatMap((share) => tokenUnit(line, share));
  const unit = line.kind === "minutes" ? "Minutes" : "Requests";
  return [{ SkuMeter: unit, ...meteredUnit(line, unit), ...sku(line, unit) }];
}

function tokenUnit(line: LedgerLine, share: ClassShare): FocusRow[] {
  const { amount_nano_usd: amount, tokens, usd_per_million: own } = share;
  if (amount === null || (amount === 0 && tokens === 0)) return [];
  const meter = METERS[share.class];
  const common: FocusRow = { SkuMeter: meter, x_TokenClass: share.class, ...sku(line, share.class) };
  if (own === null) return [{ ...common, ...whole(amount, amount), ...consumed(line.quantity, "Tokens") }];
  const millions = { digits: BigInt(tokens), scale: 6 };
  const [price, list] = [decimalOf(own), decimalOf(share.list_usd_per_million ?? own)];
  return [
    {
      ...common,
      ...priced(millions, "1000000 Tokens", { list, price }),
      ...consumed(tokens, "Tokens"),
      ...paid(amount),
    },
  ];
}

/** Minutes of a runner, or calls of a service: whole numbers at one price, or else a sum for all of them. */
function meteredUnit(line: LedgerLine, unit: string): FocusRow {
  const { quantity, amount_nano_usd: amount, worth_nano_usd } = line;
  const worth = worth_nano_usd ?? amount ?? 0;
  const used = consumed(quantity, unit);
  // A job that started before a change of prices and one after it have no price in common.
  if (!quantity || amount === null || amount % quantity !== 0 || worth % quantity !== 0)
    return { ...whole(amount ?? 0, worth), ...used };
  const each = (nano: number) => ({ digits: BigInt(nano / quantity), scale: 9 });
  const prices = { list: each(worth), price: each(amount) };
  return { ...priced(decimalOf(quantity), unit, prices), ...used, ...paid(amount) };
}

/** A sum that nothing measures: one of it at its own price. */
function whole(amount: number, worth: number): FocusRow {
  const one = { digits: 1n, scale: 0 };
  const nano = (value: number) => ({ digits: BigInt(value), scale: 9 });
  return { ...priced(one, "Executions", { list: nano(worth), price: nano(amount) }), ...paid(amount) };
}

function priced(
  quantity: Decimal,
  unit: string,
  { list, price }: { list: Decimal; price: Decimal },
): FocusRow {
  return {
    PricingCategory: "Standard",
    PricingQuantity: decimalText(quantity),
    PricingUnit: unit,
    ListUnitPrice: decimalText(list),
    ListCost: decimalText(multiply(quantity, list)),
    ContractedUnitPrice: decimalText(price),
    ContractedCost: decimalText(multiply(quantity, price)),
  };
}

function paid(amount: number): FocusRow {
  return { BilledCost: decimalUsd(amount), EffectiveCost: decimalUsd(amount) };
}

function consumed(quantity: number | null, unit: string): FocusRow {
  return quantity === null ? {} : { ConsumedQuantity: String(quantity), ConsumedUnit: unit };
}

function sku({ item, tier, price, basis, kind }: LedgerLine, meter: string): FocusRow {
  const name = `${item ?? "not told"}${tier === null ? "" : `:${tier}`}`;
  const source = price ?? (kind === "tokens" ? "reported" : basis);
  return { SkuId: name, SkuPriceId: `${name}:${meter}:${source}` };
}
