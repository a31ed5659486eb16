import { FOCUS, type FocusColumn } from "#core/focus/columns.ts";
import { CHECKS, type Charge } from "#core/focus/rules.ts";
import { faultOf } from "#core/focus/values.ts";
import { CsvFault, type CsvRow, csvTable } from "#core/text/csv-table.ts";

/** What is wrong with a file; line and column are null where it is the whole. */
export type FocusProblem = { line: number | null; column: string | null; message: string };

/** More are as good as these. */
const MOST_PROBLEMS = 100;

/** Checks a FOCUS file by the rules of version 1.2 that any producer can break; empty: none is broken. */
export function validateFocus(text: string): FocusProblem[] {
  let rows: CsvRow[];
  try {
    rows = csvTable(text);
  } catch (error) {
    if (error instanceof CsvFault) return [{ line: error.line, column: null, message: error.message }];
    throw error;
  }
  const [head, ...charges] = rows;
  if (head === undefined) return [{ line: null, column: null, message: "the file is empty" }];
  const ofHead = headProblems(head);
  if (ofHead.length > 0) return ofHead;
  const problems: FocusProblem[] = [];
  for (const row of charges) {
    problems.push(...rowProblems(head.cells, row));
    if (problems.length >= MOST_PROBLEMS) return problems.slice(0, MOST_PROBLEMS);
  }
  return problems;
}

function headProblems({ cells, line }: CsvRow): FocusProblem[] {
  const problems: FocusProblem[] = [];
  const tell = (column: string, message: string) => problems.push({ line, column, message });
  const seen = new Set<string>();
  for (const name of cells) {
    if (seen.has(name)) tell(name, "the column stands there twice");
    seen.add(name);
    if (!/^(?:x_)?[A-Z][A-Za-z0-9]*$/.test(name))
      tell(name, "names of columns are PascalCase, and those that FOCUS does not know begin with x_");
  }
  for (const [name, column] of Object.entries(FOCUS))
    if ("mandatory" in column && !seen.has(name)) tell(name, "FOCUS 1.2 demands this column");
  return problems;
}

function rowProblems(head: readonly string[], { cells, line }: CsvRow): FocusProblem[] {
  if (cells.length !== head.length)
    return [{ line, column: null, message: `it has ${cells.length} cells, the heading ${head.length}` }];
  const values = new Map(head.map((name, index) => [name, cells[index] ?? ""]));
  const problems: FocusProblem[] = [];
  for (const [name, value] of values) {
    const fault = faultOf(FOCUS[name as FocusColumn] ?? null, value);
    if (fault !== null) problems.push({ line, column: name, message: fault });
  }
  if (problems.length > 0) return problems; // what is no number cannot be reckoned with
  const charge: Charge = (name) => values.get(name) || null;
  return CHECKS.flatMap((check) => check(charge).map(({ column, message }) => ({ line, column, message })));
}
