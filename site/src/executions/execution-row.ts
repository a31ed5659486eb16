import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import type { ListedExecution } from "#core/documents/executions/executions.ts";
import type { Column } from "#core/render/columns/column.ts";
import { textOf } from "#core/render/columns/column.ts";
import { EXECUTIONS_SHOWN } from "#core/render/columns/executions.ts";
import { element } from "../runs/element.ts";
import { statusElement } from "../runs/status-element.ts";
import { isText } from "../table-columns.ts";

/**
 * An execution as a row, the same as `Table.astro` lays it out.
 *
 * @param base the site's root
 */
export function executionRow(row: ListedExecution, base: string): HTMLElement {
  return element("tr", {}, ...EXECUTIONS_SHOWN.map((column) => cell(column, row, base)));
}

function cell(column: Column<ListedExecution>, row: ListedExecution, base: string): HTMLElement {
  const { kind } = column;
  const isCut = kind === "name" || kind === "words";
  const title = column.title?.(row) ?? false;
  const below = column.below?.(row) ?? "";
  return element(
    kind === "name" ? "th" : "td",
    {
      class: kind === "moment" ? "nowrap" : isText(column) ? false : "num",
      scope: kind === "name" && "row",
      title: !isCut && title,
    },
    shown(column, row, base, isCut && title),
    ...(typeof below === "string" && below !== "" ? [element("span", { class: "below" }, below)] : []),
  );
}

function shown(
  column: Column<ListedExecution>,
  row: ListedExecution,
  base: string,
  title: string | false,
): HTMLElement | string {
  const ended = column.ended?.(row) ?? null;
  if (ended !== null) return statusElement(ended);
  const text = textOf(column, row);
  if (!isText(column)) return text;
  const link = column.link?.(row, DEFAULT_PERIOD) ?? null;
  const look = column.kind === "moment" ? {} : { class: "clip", title };
  return link === null
    ? element("bdi", look, text)
    : element("a", { ...look, href: `${base}${link}`, dir: "auto" }, text);
}
