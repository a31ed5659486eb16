import type { PeriodName } from "#core/attempts/period.ts";
import type { ErrorState } from "#core/documents/errors/state.ts";
import { UNKNOWN } from "#core/format.ts";
import { type Column, type Heat, textOf } from "#core/render/columns/column.ts";
import { addressOf } from "../href.ts";
import { isText } from "../table-columns.ts";
import { outcomeBar, shareBar, sparkline, whisker } from "./drawings.ts";
import { attribute, classes, html, type Markup } from "./html.ts";
import { agoMark, partsMark, scoreMark, stateMark, statusMark } from "./marks.ts";

/** Where a cell stands. */
export type Place = {
  period: PeriodName;
  /** Scripts read the value. */
  valued: boolean;
  /** What a whole bar stands for. */
  largest: number;
  /** The cell names its row. */
  names: boolean;
  sticky: boolean;
};

type Content = Markup | string;

/** A cell of a table, as `Table.astro` lays it out. */
export function cellMarkup<Row>(column: Column<Row>, row: Row, place: Place): Markup {
  const { kind } = column;
  const path = column.link?.(row, place.period) ?? null;
  const link = path === null ? null : addressOf(path);
  if (kind === "share" && column.value(row) !== null) return shareCell(column, row, place, link);
  if (kind === "heat") return heatCell(column.heat?.(row) ?? null, textOf(column, row), column.heading, link);
  if (kind === "trend" || kind === "outcomes") {
    const series = column.series?.(row) ?? null;
    const outcomes = column.outcomes?.(row) ?? null;
    return html`<td class="trend-cell">${series && sparkline(series)}${outcomes && outcomeBar(outcomes)}</td>`;
  }
  return textCell(column, row, place, link);
}

function textCell<Row>(column: Column<Row>, row: Row, place: Place, link: string | null): Markup {
  const { kind } = column;
  const value = column.value(row);
  const isCut = kind === "name" || kind === "words";
  const sortValue = kind === "time" && typeof value === "string" ? Date.parse(value) : value;
  const note = isCut ? null : (column.note?.(row) ?? null);
  const below = column.below?.(row) ?? null;
  const difference = column.difference?.(row);
  const attributes = html`${classes(
    !isText(column) && "num",
    (column.muted || kind === "time") && "muted",
    (kind === "moment" || kind === "code") && "nowrap",
    place.sticky && "sticky",
  )}${place.valued && attribute("data-value", String(sortValue ?? ""))}${!isCut && attribute("title", column.title?.(row))}`;
  const content = html`${contentOf(column, row, link)}${difference && whisker(difference)}${note && html`<span class="small muted"> ${note}</span>`}${below && html`<span class="below">${partsMark(below)}</span>`}`;
  return place.names
    ? html`<th scope="row"${attributes}>${content}</th>`
    : html`<td${attributes}>${content}</td>`;
}

function contentOf<Row>(column: Column<Row>, row: Row, link: string | null): Content {
  const { kind } = column;
  const value = column.value(row);
  const ended = column.ended?.(row) ?? null;
  if (ended !== null) return statusMark(ended);
  if (kind === "state") return stateMark(value as ErrorState);
  if (kind === "score") return scoreMark(value === null ? null : Number(value));
  if (kind === "time" && typeof value === "string") return agoMark(value);
  const parts = column.parts?.(row) ?? null;
  if (parts !== null && kind !== "moment") return partsMark(parts);
  const text = textOf(column, row);
  if (kind === "moment" && typeof value === "string")
    return linked(link, html`<time datetime="${value}">${text}</time>`);
  if (kind === "name" || kind === "words") return named(column, row, text, link);
  if (kind === "code" && text !== UNKNOWN) return linked(link, html`<code>${text}</code>`);
  if (link !== null) return linked(link, text);
  const tone = column.tone?.(row) ?? null;
  if (tone === null) return isText(column) && text !== "" ? html`<bdi>${text}</bdi>` : text;
  const said = tone !== "muted" && !text.includes(tone);
  return html`<span class="${tone}">${text}${said && html`<span class="visually-hidden">, ${tone}</span>`}</span>`;
}

const linked = (link: string | null, content: Content): Content =>
  link === null ? content : html`<a href="${link}">${content}</a>`;

/** A text that is cut, with what stands beside it; text of strangers keeps its direction to itself. */
function named<Row>(column: Column<Row>, row: Row, text: string, link: string | null): Content {
  const tags = column.tags?.(row) ?? [];
  const note = column.note?.(row) ?? null;
  const flag = column.flag?.(row) ?? null;
  const beside = [
    note && html`<span class="small muted nowrap">${note}</span>`,
    ...tags.map((tag) => html`<span class="tag">${tag}</span>`),
    flag &&
      html`<span class="flag" data-buckets="${flag.buckets.join(" ")}"><span class="visually-hidden">event </span>${flag.number}</span>`,
  ];
  const isNamed = beside.some(Boolean);
  if (text === "" && !isNamed) return "";
  const look = html`${classes("clip", column.tone?.(row), column.mono && "mono")}${attribute("title", column.title?.(row))}`;
  const name =
    link === null ? html`<bdi${look}>${text}</bdi>` : html`<a${look} href="${link}" dir="auto">${text}</a>`;
  return isNamed ? html`<span class="named">${name}${beside}</span>` : name;
}

/** A number and a bar that shows its share of the column's largest. */
function shareCell<Row>(column: Column<Row>, row: Row, { largest }: Place, link: string | null): Markup {
  const value = Number(column.value(row));
  const text = linked(link, textOf(column, row));
  return html`<td class="bar-cell" data-value="${value}"><div>${shareBar(value / largest, column.role ?? "bar")}<span class="num">${text}</span></div></td>`;
}

/** A cell of the heatmap: its failures on their shade, a dot where it ran and did not fail. */
function heatCell(heat: Heat | null, text: string, when: string | undefined, link: string | null): Markup {
  if (heat === null) return html`<td class="slot"></td>`;
  const shown =
    link === null
      ? html`<span class="muted" aria-label="${heat.about}" role="img">·</span>`
      : html`<a href="${link}" aria-label="${`${heat.about}, ${when}`}">${text}</a>`;
  return html`<td${classes("slot", `heat-${heat.shade}`, heat.few && "few")} title="${`${when}: ${heat.about}`}">${shown}</td>`;
}
