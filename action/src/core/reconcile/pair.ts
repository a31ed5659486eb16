import type { Booked } from "#core/reconcile/booked.ts";
import type { Side } from "#core/reconcile/names.ts";
import type { Day } from "#core/time.ts";

/** One day of one SKU or model of the repository, in the bill and in the ledger. Amounts are nano-dollars. */
export type Pair = {
  day: Day;
  side: Side;
  /** As the bill writes it, else the ledger. Text of strangers. */
  name: string;
  bill: {
    amount_nano_usd: number;
    net_nano_usd: number | null;
    quantity: number | null;
    lines: number;
  } | null;
  ledger: Booked | null;
};

/** What is that close is the same: a cent, or half a percent. */
const CENT = 10_000_000;
const SHARE = 0.005;

export function isClose(difference: number, amount: number): boolean {
  return Math.abs(difference) <= Math.max(CENT, Math.abs(amount) * SHARE);
}

/** Bill less ledger. */
export function differenceOf({ side, bill, ledger }: Pick<Pair, "side" | "bill" | "ledger">): number {
  return (
    (bill?.amount_nano_usd ?? 0) -
    (ledger === null ? 0 : side === "runners" ? ledger.worth_nano_usd : ledger.amount_nano_usd)
  );
}
