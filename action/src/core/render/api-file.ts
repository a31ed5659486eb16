import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import { type Column, filed } from "#core/render/columns/column.ts";
import { type CsvColumn, csv } from "#core/render/csv.ts";

/** A file of the static API before it is weighed; `path` is below `api/v1/`. */
export type ApiFile = {
  path: string;
  text: string;
  about: string;
  rows: number | null;
  schema: string | null;
};

type Columns<Row> = readonly Pick<Column<Row>, "name" | "value" | "filed">[];

/** A table as CSV. */
export function table<Row>(
  path: string,
  about: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): ApiFile {
  return { path, text: csv(filed(columns), rows), about, rows: rows.length, schema: null };
}

/** Columns of rows that stand in every period (`inEveryPeriod`), the period first. */
export function withPeriod<Row>(columns: Columns<Row>): CsvColumn<{ period: string; row: Row }>[] {
  const rest = filed(columns).map(({ name, value }) => ({
    name,
    value: ({ row }: { row: Row }) => value(row),
  }));
  return [{ name: "period", value: ({ period }) => period }, ...rest];
}

/** Rows of every period, each with the period's name: for `withPeriod`. */
export function inEveryPeriod<Row>(
  rowsOf: (period: PeriodName) => readonly Row[],
): { period: PeriodName; row: Row }[] {
  return PERIODS.flatMap((period) => rowsOf(period).map((row) => ({ period, row })));
}
