/** Sorts rows by a column. Unknown values stay last in both directions; equal ones stay newest first. */

import type { RunQuery, SortKey } from "#core/addresses/run-query.ts";
import type { Coded } from "#core/documents/runs/coded.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { wordOf } from "#core/outcome.ts";

/** Rows fit below a key in one number that sorts natively: 2^17 rows, keys up to 2^36. */
const ROW_SPAN = 2 ** 17;

/** The rows in the order of `sort`; a new array. */
export function orderRows(
  table: RunTable,
  rows: Int32Array,
  { key, descending }: RunQuery["sort"],
): Int32Array {
  const keyOf = sortKeys(table, key);
  const known = new Float64Array(rows.length);
  const unknown: number[] = [];
  let count = 0;
  for (const row of rows) {
    const value = keyOf(row);
    if (Number.isNaN(value)) unknown.push(row);
    else {
      // Descending lists are read from the end, so the newest of equals comes last in them and first else.
      known[count] = Math.floor(value) * ROW_SPAN + (descending ? row : ROW_SPAN - 1 - row);
      count += 1;
    }
  }
  const sorted = known.subarray(0, count).sort();
  const ordered = new Int32Array(rows.length);
  for (let index = 0; index < count; index += 1) {
    const packed = sorted[descending ? count - 1 - index : index] ?? 0;
    const row = packed % ROW_SPAN;
    ordered[index] = descending ? row : ROW_SPAN - 1 - row;
  }
  for (const [index, row] of unknown.reverse().entries()) ordered[count + index] = row;
  return ordered;
}

/** A number a row, NaN for unknown, that sorts as the column reads. */
function sortKeys(table: RunTable, key: SortKey): (row: number) => number {
  const numbers = (column: Float64Array | Int32Array) => (row: number) => column[row] ?? Number.NaN;
  switch (key) {
    case "started":
      return numbers(table.started);
    case "duration":
      return numbers(table.duration);
    case "cost":
      return numbers(table.cost);
    case "queue":
      return numbers(table.queue);
    case "run":
      return numbers(table.number);
    case "status":
      return ranks(table.state, wordOf);
    case "workflow":
      return ranks(table.workflow, ({ name }) => name);
    case "event":
      return ranks(table.event, (event) => event);
    case "agent":
      return ranks(table.agents, (agents) => agents.join(", ") || null);
    default:
      return ranks(table[key], (text) => text);
  }
}

function ranks<Value>({ values, codes }: Coded<Value>, textOf: (value: Value) => string | null) {
  const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const texts = values.map(textOf);
  const sorted = [...texts.keys()].sort((a, b) => compare(texts[a] ?? "", texts[b] ?? ""));
  const rank = new Float64Array(values.length);
  for (const [place, code] of sorted.entries()) rank[code] = texts[code] === null ? Number.NaN : place;
  return (row: number) => rank[codes[row] ?? -1] ?? Number.NaN;
}
