import type { PeriodName } from "#core/attempts/period.ts";
import type { Column } from "#core/render/columns/column.ts";

/** What a table is made of. */
export type TableProps<Row> = {
  /** Of the region that scrolls. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The heading that rows come sorted by, when the table can be sorted; null: by none of them. */
  sorted?: string | null;
  /** Whose variants of pages links lead to. */
  period?: PeriodName;
  class?: string;
  /** The row's name stays while the rest scrolls. */
  sticky?: boolean;
  /** The last row sums up the others. */
  total?: boolean;
  /** Rows that head those which follow them. */
  heads?: (row: Row) => boolean;
};

type Kind = { kind: Column<never>["kind"] };

const TEXTS: readonly Kind["kind"][] = ["name", "words", "prose", "code", "moment", "status", "state"];
const PICTURES: readonly Kind["kind"][] = ["trend", "outcomes", "heat"];

/** Text stands on the left and is sorted by its letters. */
export const isText = ({ kind }: Kind): boolean => TEXTS.includes(kind);

/** What is drawn has no order. */
export const isPicture = ({ kind }: Kind): boolean => PICTURES.includes(kind);

/** What a whole bar of the column stands for. */
export function largestOf<Row>({ kind, whole, value }: Column<Row>, rows: readonly Row[]): number {
  if (kind !== "share") return 1;
  return whole ?? Math.max(...rows.map((row) => Number(value(row))), 1);
}

const SAYS_MORE = ["link", "title", "note", "below", "tone"] as const;

/** A figure that is nothing but its text, as most cells are: they are laid out without a component each. */
export function isPlain<Row>(column: Column<Row>): boolean {
  return column.kind === "figure" && SAYS_MORE.every((key) => column[key] === undefined);
}
