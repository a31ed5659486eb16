import Table from "cli-table3";
import { type Column, lineOf } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";

/** Tables for a terminal; colours only when asked for. */

export type Paint = "red" | "green" | "yellow" | "grey" | "bold";
const SGR: Readonly<Record<Paint, string>> = { red: "31", green: "32", yellow: "33", grey: "90", bold: "1" };

export function painter(colour: boolean) {
  return (paint: Paint, text: string) => (colour ? `\u001b[${SGR[paint]}m${text}\u001b[0m` : text);
}

export type Painter = ReturnType<typeof painter>;

const CLOSE = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

export function grid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly (number | null)[],
): string {
  const table = new Table({
    head: [...head],
    // Rows of one line stand close together; wrapped ones need a rule between them.
    ...(widths === undefined ? { chars: CLOSE } : { colWidths: [...widths], wordWrap: true }),
    // Its own colours would ignore what the caller asked for.
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

type Look = {
  paint: Painter;
  /** Of the columns, in characters: null as wide as they need. Without any, cells are one line each. */
  widths?: readonly (number | null)[];
};

/** A table of the columns that pages and files have too. Texts from outside are made safe. */
export function columnGrid<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { paint, widths }: Look,
): string {
  const shown = rows.map((row) =>
    columns.map((column) => {
      const text = cell(lineOf(column, row), widths === undefined ? 60 : 300);
      return isBad(column, row) ? paint("red", text) : text;
    }),
  );
  return grid(
    columns.map(({ heading }) => heading ?? ""),
    shown,
    widths,
  );
}

function isBad<Row>({ role, tone, value }: Column<Row>, row: Row): boolean {
  return tone?.(row) === "worse" || (role === "failure" && Number(value(row)) > 0);
}

/** A text from outside, made safe and short enough for a cell. */
export function cell(text: string, limit = 80): string {
  return printableLine(text, limit);
}
