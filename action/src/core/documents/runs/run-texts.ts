import { type Coded, dictionary, textKey, valueAt } from "#core/documents/runs/coded.ts";
import type { RunTable, TableMonth } from "#core/documents/runs/run-table.ts";

/**
 * `api/v1/runs/texts/2026-11.json`: what compresses badly, by month, fetched for the months that are looked at.
 * Rows as in the index of the same build.
 */
export type RunTextsFile = {
  version: 1;
  build_id: string;
  month: string;
  values: { title: (string | null)[]; sha: string[] };
  columns: { title: number[]; sha: number[] };
};

export function encodeRunTexts(table: RunTable, { month, first, rows }: TableMonth): RunTextsFile {
  const title = dictionary<string | null>(textKey);
  const sha = dictionary<string>(String);
  const columns = { title: [] as number[], sha: [] as number[] };
  for (let row = first; row < first + rows; row += 1) {
    columns.title.push(title.code(valueAt(table.title, row) ?? null));
    columns.sha.push(sha.code(valueAt(table.sha, row) ?? ""));
  }
  return {
    version: 1,
    build_id: table.buildId,
    month,
    values: { title: title.values, sha: sha.values },
    columns,
  };
}

/** Writes a month's texts into the table. Throws when they are of another build. */
export function addRunTexts(table: RunTable, file: RunTextsFile): void {
  const month = monthOfFile(table, file);
  append(table.title, file.values.title, file.columns.title, month.first);
  append(table.sha, file.values.sha, file.columns.sha, month.first);
}

/** The table's month that a monthly file is about. Throws when it is of another build. */
export function monthOfFile(table: RunTable, file: { build_id: string; month: string }): TableMonth {
  const month = table.months.find(({ month }) => month === file.month);
  if (month === undefined || file.build_id !== table.buildId)
    throw new Error(
      `${file.month} was published with build ${file.build_id}, this page shows ${table.buildId}`,
    );
  return month;
}

function append<Value>(
  column: Coded<Value>,
  values: readonly Value[],
  codes: readonly number[],
  first: number,
) {
  const offset = column.values.length;
  for (const value of values) column.values.push(value);
  for (const [index, code] of codes.entries()) column.codes[first + index] = offset + code;
}
