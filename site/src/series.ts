import { count } from "#core/format.ts";
import type { Series } from "#core/render/columns/trend.ts";

/** A line or bar of counts, one for each row. */
export function counted<Row>(
  name: string,
  color: string,
  rows: readonly Row[],
  value: (row: Row) => number | null,
  text: (row: Row) => string = (row) => count(value(row)),
): Series {
  return { name, color, values: rows.map(value), texts: rows.map(text) };
}
