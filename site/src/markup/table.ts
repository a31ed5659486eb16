import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import { type Column, textOf } from "#core/render/columns/column.ts";
import { isPicture, isPlain, isText, largestOf, type TableProps } from "../table-columns.ts";
import { cellMarkup } from "./cell.ts";
import { attribute, classes, html, type Markup } from "./html.ts";

type Layout<Row> = Omit<TableProps<Row>, "label">;

/** A table as text: the same on a page that was rendered, and on one that a browser draws. */
export function tableMarkup<Row>({ class: name, ...layout }: Layout<Row>): string {
  const { columns, sorted } = layout;
  const headings = columns.map((column) => headingMarkup(column, sorted));
  return html`<table${classes(name)}><thead><tr>${headings}</tr></thead><tbody>${rowsMarkup(layout)}</tbody></table>`
    .text;
}

function headingMarkup<Row>(column: Column<Row>, sorted: string | null | undefined): Markup {
  const { brief, heading = "", color } = column;
  const order = isPicture(column) ? null : isText(column) ? "text" : "number";
  const look = classes(!isText(column) && !isPicture(column) && "num", brief !== undefined && "slot");
  const ways = html`${sorted !== undefined && attribute("data-sort", order)}${attribute("aria-sort", heading === sorted && "descending")}${attribute("data-color", color)}`;
  const words = brief
    ? html`<span aria-hidden="true">${brief}</span><span class="visually-hidden">${heading}</span>`
    : heading;
  return html`<th scope="col"${look}${ways}>${words}</th>`;
}

function rowsMarkup<Row>(layout: Layout<Row>): Markup[] {
  const { columns, rows, sorted, period = DEFAULT_PERIOD, sticky = false, total = false, heads } = layout;
  /** Scripts that sort or draw read the values. */
  const valued = sorted !== undefined || columns.some(({ color }) => color !== undefined);
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
  return rows.map((row, index) => {
    const isTotal = total && index === rows.length - 1;
    const look = classes(isTotal && "total", heads?.(row) && "heads");
    return html`<tr${look}>${cells.map((cell) => cell(row, isTotal))}</tr>`;
  });
}

/** A cell that is nothing but a figure, as most are. */
function plainCell<Row>(column: Column<Row>, row: Row, look: Markup, valued: boolean): Markup {
  const value = valued && attribute("data-value", String(column.value(row) ?? ""));
  return html`<td${look}${value}>${textOf(column, row)}</td>`;
}
