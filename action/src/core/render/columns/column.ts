import type { PeriodName } from "#core/attempts/period.ts";
import { UNKNOWN } from "#core/format.ts";
import type { CsvColumn } from "#core/render/csv.ts";

type Value = string | number | boolean | null;

/**
 * A column of a table, the same on a page, in a file and on a terminal. What has no `heading` stands in files only,
 * what has no `name` on pages only.
 */
export type Column<Row> = {
  /** In CSV files. */
  name?: string;
  heading?: string;
  /** `share` has a bar for its part of the column's largest, `score` a word for 0 to 100, `time` is a moment. */
  kind: "name" | "words" | "figure" | "share" | "score" | "time" | "trend";
  /** What is sorted by; null is unknown. */
  value: (row: Row) => Value;
  /** As people read it; the value itself where nothing else is said. */
  text?: (row: Row) => string;
  /** In files, where they say the value in another unit: exact dollars. */
  filed?: (row: Row) => Value;
  /** Below the site's root, or `#` and a place on the page; null leads nowhere. */
  link?: (row: Row, period: PeriodName) => string | null;
  title?: (row: Row) => string | null;
  /** Said beside it, in muted words. */
  note?: (row: Row) => string | null;
  /** A mark beside a name. */
  tags?: (row: Row) => readonly string[];
  /** The numbers of a `trend`; null has none. */
  series?: (row: Row) => readonly (number | null)[] | null;
  muted?: true;
};

/** What a file has of the columns, in their order. */
export function filed<Row>(columns: readonly Column<Row>[]): CsvColumn<Row>[] {
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
  return columns.map(({ value, text, filed, link, title, note, tags, series, ...rest }) => ({
    ...rest,
    value: (row) => value(partOf(row)),
    ...(text && { text: (row: Row) => text(partOf(row)) }),
    ...(filed && { filed: (row: Row) => filed(partOf(row)) }),
    ...(link && { link: (row: Row, period: PeriodName) => link(partOf(row), period) }),
    ...(title && { title: (row: Row) => title(partOf(row)) }),
    ...(note && { note: (row: Row) => note(partOf(row)) }),
    ...(tags && { tags: (row: Row) => tags(partOf(row)) }),
    ...(series && { series: (row: Row) => series(partOf(row)) }),
  }));
}

/** The text of a cell wherever it stands. */
export function textOf<Row>({ text, value }: Column<Row>, row: Row): string {
  return text === undefined ? String(value(row) ?? UNKNOWN) : text(row);
}
