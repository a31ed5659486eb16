import type { Coded } from "#core/documents/runs/coded.ts";
import type { Category } from "#core/records/category.ts";
import type { Utc } from "#core/time.ts";

/**
 * Every run attempt as columns of numbers, so that a browser searches and sorts 100,000 of them at once. The
 * same index in each column is the same attempt, its row. Rows are ordered by day of creation, id, attempt.
 */
export type RunTable = {
  /** The moment of the data: every "now". */
  asOf: Utc;
  /** Tells the files of one build from those of the next. */
  buildId: string;
  /** Older attempts that the table leaves out. */
  omitted: number;
  rows: number;
  id: Float64Array;
  number: Int32Array;
  attempt: Int32Array;
  /** Epoch seconds. */
  created: Float64Array;
  /** Epoch seconds of the attempt's own start: when it counts. */
  started: Float64Array;
  /** Seconds; NaN for unknown. */
  duration: Float64Array;
  /** Seconds that its first job waited for a runner; NaN for unknown. */
  queue: Float64Array;
  /** Nano-dollars, tokens and minutes; NaN where a part of it is not known. */
  cost: Float64Array;
  workflow: Coded<TableWorkflow>;
  state: Coded<TableState>;
  event: Coded<string>;
  /** Every agent that worked in it; empty: none is known. */
  agents: Coded<readonly string[]>;
  branch: Coded<string | null>;
  actor: Coded<string | null>;
  /** Pull-request numbers; null where they are not known. */
  pulls: Coded<readonly number[] | null>;
  /** What kind of failure its logs show; null for no failure and where no log was read. */
  category: Coded<Category | null>;
  /** Of the primary finding; null where there is none, and of the own sync, whose failures have no pages. */
  signature: Coded<string | null>;
  /** Comes with the texts of the row's month. */
  title: Coded<string | null>;
  /** The commit's first twelve digits; comes like `title`. */
  sha: Coded<string>;
  /** The stretches of rows that texts and steps come in, oldest first. */
  months: readonly TableMonth[];
};

export type TableWorkflow = { slug: string; name: string };
export type TableState = { status: string | null; conclusion: string | null };
/** Rows `first` to `first + rows - 1` were created in this UTC month. */
export type TableMonth = { month: string; first: number; rows: number };

export const SHA_DIGITS = 12;

/** A number of a column; null for unknown. */
export function numberAt(column: Float64Array | Int32Array, row: number): number | null {
  const value = column[row];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Whether the row is the newest attempt of its run, which has the run's own address. */
export function isLatest(table: RunTable, row: number): boolean {
  return row + 1 >= table.rows || table.id[row + 1] !== table.id[row];
}

/** The page of a row below the site's root. */
export function runPath(table: RunTable, row: number): string {
  const id = table.id[row];
  return isLatest(table, row) ? `runs/${id}/` : `runs/${id}/attempts/${table.attempt[row]}/`;
}
