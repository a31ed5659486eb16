import * as z from "zod";
import { DatedLine } from "#core/chargeback/adjustments.ts";
import { Breakdown, Share } from "#core/documents/costs/breakdown.ts";
import { ByBasis, Spend } from "#core/documents/costs/spend.ts";
import { Nano } from "#core/pricing/money.ts";
import { ISSUED_BY } from "#core/records/statement.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** What has changed since a statement was issued: prices that were corrected, amounts that became known, late runs. */
const Change = z.strictObject({
  by: z.enum(ISSUED_BY),
  name: z.string().nullable(),
  issued_nano_usd: Nano,
  now_nano_usd: Nano,
  difference_nano_usd: Nano,
});

/** What the statement said when it was issued, and how today's reckoning differs. */
const Issued = z.strictObject({
  at: Utc,
  timezone: z.string(),
  price_table: z.string(),
  complete: z.boolean(),
  total_nano_usd: Nano,
  /** Lines that had no amount then. */
  unknown: Count,
  /** Today's total less the issued one: a line of its own, for what is issued is never rewritten. */
  difference_nano_usd: Nano,
  /** Of whom; the largest difference first. Each of the three adds up to the difference. */
  changes: z.array(Change),
});

/** What one calendar month cost whom, where people live. Amounts are nano-dollars. */
export const Statement = z.strictObject({
  /** `2026-11`. */
  month: z.string(),
  start: Utc,
  /** Exclusive. */
  end: Utc,
  timezone: z.string(),
  /** `running`: a preview. `ended`: it will be issued. `issued`: what it said then is stored. */
  state: z.enum(["running", "ended", "issued"]),
  /** Whether the records begin before it does. */
  complete: z.boolean(),
  attempts: Count,
  /** What was spent, by today's prices; lines without an amount are counted, and in no sum. */
  spend: Spend,
  /** The minutes at list price, those that are free included. */
  worth_minutes_nano_usd: Nano,
  basis: ByBasis,
  price_table: z.string(),
  by: Breakdown,
  /** By each label of `chargeback.tags`; null: not labelled. */
  tags: z.array(z.strictObject({ tag: z.string(), shares: z.array(Share) })),
  /** Credits, discounts and corrections of the configuration that are dated in the month. */
  adjustments: z.array(DatedLine),
  adjustments_nano_usd: Nano,
  /** Spend and adjustments. */
  due_nano_usd: Nano,
  issued: Issued.nullable(),
});
export type Statement = z.infer<typeof Statement>;

export const StatementsDocument = z.strictObject({
  timezone: z.string(),
  /** Newest first: every month that the records know whole, that has a run or an adjustment, and the one that runs. */
  statements: z.array(Statement),
});
export type StatementsDocument = z.infer<typeof StatementsDocument>;
