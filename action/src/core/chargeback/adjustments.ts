import * as z from "zod";
import type { Adjustment } from "#core/config/chargeback.ts";
import { Nano, nano } from "#core/pricing/money.ts";
import { Day } from "#core/time.ts";

/** A dated line of a statement that no run was paid for. Below 0 it lowers what is due. */
export const DatedLine = z.strictObject({
  id: z.string(),
  date: Day,
  kind: z.enum(["credit", "discount", "adjustment"]),
  scope: z.string(),
  description: z.string(),
  amount_nano_usd: Nano,
});
export type DatedLine = z.infer<typeof DatedLine>;

/** The configured ones, oldest first. */
export function datedLines(adjustments: readonly Adjustment[]): DatedLine[] {
  return adjustments
    .map(({ amount_usd, ...rest }) => ({ ...rest, amount_nano_usd: nano(amount_usd) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}
