import type { PeriodName } from "#core/attempts/period.ts";
import { count, moment, UNKNOWN } from "#core/format.ts";
import { type Outcomes, wordOf } from "#core/outcome.ts";
import type { CsvColumn } from "#core/render/csv.ts";
import type { Difference } from "#core/statistics/compare.ts";

type Value = string | number | boolean | null;

/** Words that may lead somewhere. */
export type Part = { text: string; link?: string | null; mono?: true; label?: string };

/** A shade from 1 to 6, 0 where nothing failed; `few`: it may be chance. */
export type Heat = { shade: number; few: boolean; about: string };

/**
 * A column of a table, the same on a page, in a file and on a terminal. What has no `heading` stands in files only,
 * what has no `name` on pages only.
 */
export type Column<Row> = {
  /** In CSV files. */
  name?: string;
  heading?: string;
  /**
   * `name` and `words` stay on one line and are cut, `prose` is not, `code` is for machines; `share` has a bar for its
   * part of the column's largest, `score` a word for 0 to 100; `moment` is exact, `time` says how long ago; `status`
   * is how something `ended`, `state` that of an error; `trend`, `outcomes`, `interval` and `heat` are drawn.
   */
  kind:
    | "name"
    | "words"
    | "prose"
    | "code"
    | "figure"
    | "share"
    | "score"
    | "moment"
    | "time"
    | "status"
    | "state"
    | "trend"
    | "outcomes"
    | "interval"
    | "heat";
  /** What is sorted by; null is unknown. */
  value: (row: Row) => Value;
  /** As people read it; the value itself where nothing else is said. */
  text?: (row: Row) => string;
  /** In files, where they say the value in another unit: exact dollars. */
  filed?: (row: Row) => Value;
  /** Below the site's root, `#` and a place on the page, or a whole address; null leads nowhere. */
  link?: (row: Row, period: PeriodName) => string | null;
  title?: (row: Row) => string | null;
  /** Said beside it, in muted words. */
  note?: (row: Row) => string | null;
  /** A second line. */
  below?: (row: Row) => string | readonly Part[] | null;
  /** On pages instead of the text, where it leads to several places. */
  parts?: (row: Row) => readonly Part[];
  /** A mark beside a name. */
  tags?: (row: Row) => readonly string[];
  /** The numbers of a `trend`; null has none. */
  series?: (row: Row) => readonly (number | null)[] | null;
  outcomes?: (row: Row) => Outcomes | null;
  difference?: (row: Row) => Difference;
  ended?: (row: Row) => { status: string | null; conclusion: string | null } | null;
  /** A colour and, where the text does not say it, a word for who cannot see it. */
  tone?: (row: Row) => "better" | "worse" | "muted" | null;
  muted?: true;
  /** Letters of machines, on one line with words. */
  mono?: true;
  /** What a bar stands for; the column's largest where nothing is said. */
  role?: "failure";
  whole?: number;
  /** The heading where there is room for a few letters only. */
  brief?: string;
  heat?: (row: Row) => Heat | null;
  /** A numbered event at the row, and the rows that it marks: charts draw it. */
  flag?: (row: Row) => { number: number; buckets: readonly number[] } | null;
  /** Of the series that a chart draws from the column: a colour token without its dashes. */
  color?: string;
};

/** A figure that stands on pages only; counts where no other way to show it is given. */
export function figure<Row>(
  heading: string,
  value: (row: Row) => number | null,
  show: (value: number | null) => string = count,
): Column<Row> {
  return { heading, kind: "figure", value, text: (row) => show(value(row)) };
}

/** Words of strangers or of ours that stand on pages only. */
export function words<Row>(
  heading: string,
  value: (row: Row) => string | null,
  kind: "name" | "words" | "prose" | "code" = "words",
): Column<Row> {
  return { heading, kind, value };
}

/** What a file has of the columns, in their order. */
export function filed<Row>(
  columns: readonly Pick<Column<Row>, "name" | "value" | "filed">[],
): CsvColumn<Row>[] {
  return columns.flatMap(({ name, value, filed }) =>
    name === undefined ? [] : [{ name, value: filed ?? value }],
  );
}

/** The columns with these headings, in this order: a page's own. */
export function headed<Row>(columns: readonly Column<Row>[], headings: readonly string[]): Column<Row>[] {
  return headings.map((heading) => {
    const column = columns.find((column) => column.heading === heading);
    if (column === undefined) throw new Error(`no column is headed ${heading}`);
    return column;
  });
}

/** Columns of a part of each row. */
export function within<Row, Part>(
  columns: readonly Column<Part>[],
  partOf: (row: Row) => Part,
): Column<Row>[] {
  type Said = (part: Part, ...rest: unknown[]) => unknown;
  const wrapped = (column: Column<Part>) =>
    Object.entries(column).map(([key, said]) => [
      key,
      typeof said === "function"
        ? (row: Row, ...rest: unknown[]) => (said as Said)(partOf(row), ...rest)
        : said,
    ]);
  return columns.map((column) => Object.fromEntries(wrapped(column)) as Column<Row>);
}

/** The text of a cell wherever it stands. */
export function textOf<Row>({ text, value, parts }: Column<Row>, row: Row): string {
  if (text !== undefined) return text(row);
  if (parts !== undefined)
    return parts(row)
      .map((part) => part.text)
      .join(" ");
  return String(value(row) ?? UNKNOWN);
}

/** The same where nothing can be drawn: on one line, with what a page says beside and below it in parentheses. */
export function lineOf<Row>(column: Column<Row>, row: Row): string {
  return `${plainText(column, row)}${asideOf(column, row)}`;
}

export function asideOf<Row>({ tags, note, below }: Column<Row>, row: Row): string {
  const under = below?.(row) ?? null;
  const said = [
    ...(tags?.(row) ?? []),
    note?.(row) ?? null,
    typeof under === "string" || under === null ? under : under.map(({ text }) => text).join(" "),
  ].filter((part) => part !== null && part !== "" && part !== UNKNOWN);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

/** What is drawn on pages as words. */
export function plainText<Row>(column: Column<Row>, row: Row): string {
  const { kind, value, ended, text } = column;
  if (ended !== undefined) {
    const state = ended(row);
    return state === null ? UNKNOWN : wordOf(state);
  }
  const plain = value(row);
  if (text !== undefined || plain === null) return textOf(column, row);
  if (kind === "time" || kind === "moment") return moment(String(plain));
  return typeof plain === "number" && kind !== "code" ? count(plain) : textOf(column, row);
}
