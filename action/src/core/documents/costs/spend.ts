import * as z from "zod";
import type { Folding } from "#core/attempts/fold.ts";
import { LINE_BASES, type Line } from "#core/attempts/ledger.ts";
import { Nano } from "#core/pricing/money.ts";

const Count = z.number().int();

/** A sum of ledger lines. Unknown amounts are in no sum; `unknown` says how many there are. */
export const Spend = z.strictObject({
  total_nano_usd: Nano,
  tokens_nano_usd: Nano,
  minutes_nano_usd: Nano,
  /** Paid services that tools called. */
  calls_nano_usd: Nano,
  /** Lines without an amount. */
  unknown: Count,
  /** Of them, those of tokens. */
  unknown_tokens: Count,
  lines: Count,
});
export type Spend = z.infer<typeof Spend>;

/** A sum to add lines to. */
export function noSpend(): Spend {
  return {
    total_nano_usd: 0,
    tokens_nano_usd: 0,
    minutes_nano_usd: 0,
    calls_nano_usd: 0,
    unknown: 0,
    unknown_tokens: 0,
    lines: 0,
  };
}

/** Adds a line to the sum, in place. */
export function addLine(
  spend: Spend,
  { kind, amount_nano_usd }: Pick<Line, "kind" | "amount_nano_usd">,
): void {
  spend.lines += 1;
  if (amount_nano_usd === null) spend.unknown += 1;
  if (amount_nano_usd === null && kind === "tokens") spend.unknown_tokens += 1;
  spend.total_nano_usd += amount_nano_usd ?? 0;
  spend[`${kind}_nano_usd`] += amount_nano_usd ?? 0;
}

/** Folds lines. */
export function spendFold(): Folding<Line, Spend> {
  const spend = noSpend();
  return { add: (line) => addLine(spend, line), finish: () => spend };
}

/** How much more was spent; null where either sum is not whole: half of one against half of another says nothing. */
export function spendChange(current: Spend, previous: Spend | null): number | null {
  if (previous === null || current.unknown > 0 || previous.unknown > 0) return null;
  return current.total_nano_usd - previous.total_nano_usd;
}

/** How much of a total rests on what; adds up to it. */
export const ByBasis = z.partialRecord(
  z.enum(LINE_BASES as [(typeof LINE_BASES)[number], ...typeof LINE_BASES]),
  Nano,
);
export type ByBasis = z.infer<typeof ByBasis>;
