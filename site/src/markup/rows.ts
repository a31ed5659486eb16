import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import { type Column, textOf } from "#core/render/columns/column.ts";
import { isPlain, largestOf, type TableProps } from "../table-columns.ts";
import { cellMarkup } from "./cell.ts";
import { attribute, classes, html, type Markup } from "./html.ts";

type Layout<Row> = Pick<TableProps<Row>, "period" | "sticky" | "total" | "heads"> & {
  /** Scripts read the values. */
  valued: boolean;
};

/** The rows of a table, as text. */
export function rowsMarkup<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { period = DEFAULT_PERIOD, sticky = false, total = false, heads, valued }: Layout<Row>,
): string {
  /** The column that names the row. */
  const naming = Math.max(
    columns.findIndex(({ kind }) => kind === "name"),
    0,
  );
  const cells = columns.map((column, index) => {
    const names = index === naming;
    const place = { period, valued, largest: largestOf(column, rows), names, sticky: sticky && names };
    const look = classes("num", column.muted && "muted");
    return isPlain(column) && !names
      ? (row: Row) => plainCell(column, row, look, valued)
      : (row: Row, isTotal: boolean) =>
          cellMarkup(column, row, isTotal ? { ...place, largest: Number.POSITIVE_INFINITY } : place);
  });
  return rows
    .map((row, index) => {
      const isTotal = total && index === rows.length - 1;
      const look = classes(isTotal && "total", heads?.(row) && "heads");
      return html`<tr${look}>${cells.map((cell) => cell(row, isTotal))}</tr>`.text;
    })
    .join("");
}

/** A cell that is nothing but a figure, as most are. */
function plainCell<Row>(column: Column<Row>, row: Row, look: Markup, valued: boolean): Markup {
  const value = valued && attribute("data-value", String(column.value(row) ?? ""));
  return html`<td${look}${value}>${textOf(column, row)}</td>`;
}
