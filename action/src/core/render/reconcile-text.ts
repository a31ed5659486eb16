import { count, money, plural } from "#core/format.ts";
import type { Booked } from "#core/reconcile/booked.ts";
import type { Reconciliation, Row } from "#core/reconcile/reconcile.ts";
import { cell, type Painter, painter } from "#core/render/terminal-grid.ts";

/** A bill beside the ledger for a terminal: how it was read, the sums, then every difference and its likely causes. */
export function reconcileText(found: Reconciliation, colour: boolean): string {
  const paint = painter(colour);
  const { repository, from, to, read, unread, rows, apart } = found;
  const differing = rows.filter(({ outcome }) => outcome !== "match");
  return [
    [
      `Read as ${read.map(([field, heading]) => `${field} ← ${cell(heading, 40)}`).join(", ")}.`,
      ...(unread.length === 0 ? [] : [`Not asked: ${cell(unread.join(", "), 300)}.`]),
      ...apart.map(
        ({ why, lines, amount_nano_usd }) =>
          `Not compared: ${plural(lines, "line")}, ${money(amount_nano_usd)}: ${why}.`,
      ),
    ].join("\n"),
    rows.length === 0
      ? `Nothing of the bill is ${cell(repository)}'s.`
      : `${cell(repository)}, ${from} to ${to}: ${sums(rows)}.`,
    ...differing.map((row) => difference(row, paint)),
    verdict(rows),
  ].join("\n\n");
}

function sums(rows: readonly Row[]): string {
  const bill = rows.reduce((sum, row) => sum + (row.bill?.amount_nano_usd ?? 0), 0);
  const all = rows.reduce((sum, row) => sum + row.difference_nano_usd, 0);
  const nets = rows.flatMap((row) => row.bill?.net_nano_usd ?? []);
  const net = nets.length === 0 ? "" : ` (${money(nets.reduce((a, b) => a + b, 0))} after discounts)`;
  return `the bill has ${money(bill)}${net}, the ledger ${money(bill - all)}`;
}

function difference(row: Row, paint: Painter): string {
  const { day, name, outcome, bill, ledger, causes } = row;
  const billed =
    bill === null
      ? "nothing"
      : `${money(bill.amount_nano_usd)}${bill.quantity === null ? "" : ` for ${count(bill.quantity)}`}`;
  const booked = ledger === null ? "nothing" : bookedText(row, ledger);
  const word = outcome === "differs" ? paint("yellow", outcome) : paint("red", outcome);
  return [
    `${day}  ${paint("bold", cell(name, 60))}  ${word}: ${billed} in the bill, ${booked} in the ledger`,
    ...causes.map((cause) => `            ${cell(cause, 300)}`),
  ].join("\n");
}

/** Lines without an amount are unknown, and never $0.00. */
function bookedText(row: Row, { unknown, lines, quantity }: Booked): string {
  if (unknown === lines) return "an unknown amount";
  const amount = money((row.bill?.amount_nano_usd ?? 0) - row.difference_nano_usd);
  return `${amount} for ${count(quantity)} ${row.side === "runners" ? "minutes" : "tokens"}`;
}

/** `28 match, 2 differ, 1 only in the bill, 0 only in the ledger.` */
function verdict(rows: readonly Row[]): string {
  const of = (outcome: Row["outcome"]) => count(rows.filter((row) => row.outcome === outcome).length);
  return `${of("match")} match, ${of("differs")} differ, ${of("only bill")} only in the bill, ${of("only ledger")} only in the ledger. What is a cent or half a percent apart matches.`;
}
