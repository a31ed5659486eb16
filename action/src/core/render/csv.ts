import { visible } from "#core/text/visible.ts";

/** A column of a table: its heading, and the cell it makes of a row. Null is unknown and stays empty. */
export type CsvColumn<Row> = { name: string; value: (row: Row) => string | number | boolean | null };

/**
 * A table as RFC 4180 text: commas, CRLF after every line, quotes where needed. A text cell that a spreadsheet
 * would take for a formula gets a leading `'`, because branch names and titles are anybody's; numbers never do.
 */
export function csv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map((column) => cell(column.name)).join(",")];
  for (const row of rows) lines.push(columns.map((column) => cell(column.value(row))).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const seen = visible(value);
  const text = FORMULA.test(seen) && !DECIMAL.test(seen) ? `'${seen}` : seen;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An exact amount below 0 (`decimalUsd`) begins like a formula, and is a number. */
const DECIMAL = /^-\d+\.\d{9}$/;

/** What spreadsheets begin formulas with, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
