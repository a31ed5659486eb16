import * as z from "zod";
import { compareText, greater } from "#core/records/order.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();
const NanoUsd = z.number().int();

/** Whom an issued statement is told by. People are not among them: what is stored of a month names none. */
export const ISSUED_BY = ["team", "repository", "agent"] as const;
export const MOST_ISSUED_ROWS = 1000;

const Sums = {
  tokens_nano_usd: NanoUsd,
  minutes_nano_usd: NanoUsd,
  calls_nano_usd: NanoUsd,
  /** Lines of the ledger, and those of them without an amount, which are in no sum. */
  lines: Count,
  unknown: Count,
};

/**
 * What the statement of a month said when it was issued: a fact, however prices are corrected later. Amounts are
 * nano-dollars. A later reckoning is compared with it and never written over it.
 */
export const IssuedStatement = z.strictObject({
  /** In `timezone`: `2026-11`. */
  month: z.string().regex(/^\d{4}-\d\d$/),
  timezone: z.string().max(100),
  issued_at: Utc,
  /** The table of public prices that it was reckoned with. */
  price_table: z.string().max(100),
  /** Whether everything of the month was known to the records then. */
  complete: z.boolean(),
  attempts: Count,
  ...Sums,
  /** The largest of each, at most `MOST_ISSUED_ROWS` in all; a name is text of strangers, null: none. */
  rows: z
    .array(z.strictObject({ by: z.enum(ISSUED_BY), name: z.string().max(1000).nullable(), ...Sums }))
    .max(MOST_ISSUED_ROWS),
});
export type IssuedStatement = z.infer<typeof IssuedStatement>;

/** The first that was issued stands. */
export function firstIssued(a: IssuedStatement, b: IssuedStatement): IssuedStatement {
  return greater(
    a,
    b,
    (x, y) => (x.issued_at < y.issued_at ? 1 : x.issued_at > y.issued_at ? -1 : 0) || compareText(y, x),
  );
}
