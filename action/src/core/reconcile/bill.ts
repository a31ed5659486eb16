import type { ReconcileConfig } from "#core/config/reconcile.ts";
import { UserError } from "#core/errors.ts";
import { type BillField, type Headings, headingsOf } from "#core/reconcile/headings.ts";
import { CsvFault, type CsvRow, csvTable } from "#core/text/csv-table.ts";
import { parseDecimal } from "#core/text/decimal.ts";
import type { Day } from "#core/time.ts";

/** One charge of a bill; amounts are nano-dollars, null is not told. Names are text of strangers. */
export type BillLine = {
  /** UTC. */
  day: Day;
  product: string | null;
  sku: string | null;
  model: string | null;
  quantity: number | null;
  unit: string | null;
  /** Before discounts. */
  amount_nano_usd: number;
  /** What is left to pay. */
  net_nano_usd: number | null;
  organization: string | null;
  repository: string | null;
};

export type Bill = { headings: Headings; lines: BillLine[] };

/**
 * Reads a usage report of GitHub's, or a provider's table of costs. Rows that are twice there are two charges.
 *
 * @throws UserError naming line and column of what cannot be read
 */
export function readBill(text: string, { columns }: ReconcileConfig): Bill {
  const [head, ...rows] = tableOf(text);
  if (head === undefined) throw new UserError("the bill is empty", "Give a table with a heading, as CSV.");
  const headings = headingsOf(head.cells, columns);
  for (const field of ["date", "amount"] as const)
    if (!headings.at.has(field))
      throw new UserError(
        `line ${head.line}: no column tells the ${field}; there are ${head.cells.map(shown).slice(0, 30).join(", ")}`,
        `Name it in the configuration: reconcile: { columns: { ${field}: "…" } }.`,
      );
  if (!headings.at.has("sku") && !headings.at.has("model"))
    throw new UserError(
      `line ${head.line}: no column tells what was bought, neither a SKU nor a model`,
      'Name one in the configuration: reconcile: { columns: { model: "…" } }.',
    );
  return { headings, lines: rows.map((row) => lineOf(row, head, headings)) };
}

function tableOf(text: string): CsvRow[] {
  try {
    return csvTable(text);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new UserError(`the bill cannot be read: ${error.message}`, "Export it again, as CSV.", {
      cause: error,
    });
  }
}

function lineOf(row: CsvRow, head: CsvRow, { at }: Headings): BillLine {
  if (row.cells.length !== head.cells.length)
    throw new UserError(
      `line ${row.line}: it has ${row.cells.length} cells, the heading ${head.cells.length}`,
      "Export it again; a comma in a text needs quotes around the text.",
    );
  const cell = (field: BillField) => row.cells[at.get(field) ?? -1]?.trim() || null;
  const fault = (field: BillField, what: string): UserError =>
    new UserError(
      `line ${row.line}, column ${shown(head.cells[at.get(field) ?? 0] ?? field)}: ${shown(cell(field) ?? "")} ${what}`,
      "Correct the line, or name another column in the configuration (reconcile.columns).",
    );
  const money = (field: "amount" | "net") => {
    const nano = nanoOf(cell(field)?.replace(/^(-?)\$/, "$1") ?? "0");
    if (nano === null) throw fault(field, "is no amount such as 12.34");
    return nano;
  };
  const day = dayOfText(cell("date") ?? "");
  if (day === null) throw fault("date", "is no day such as 2026-11-20");
  const reported = cell("quantity");
  const quantity = reported === null ? null : numberOf(reported);
  if (reported !== null && quantity === null) throw fault("quantity", "is no number");
  return {
    ...{ day, quantity, amount_nano_usd: money("amount"), net_nano_usd: at.has("net") ? money("net") : null },
    ...{ product: cell("product"), sku: cell("sku"), model: cell("model"), unit: cell("unit") },
    ...{ organization: cell("organization"), repository: cell("repository") },
  };
}

/** A day, or an instant's. */
function dayOfText(text: string): Day | null {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(text) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** To the nearest nano-dollar; null: no number, or more than any bill. */
function nanoOf(text: string): number | null {
  const parsed = parseDecimal(text);
  if (parsed === null) return null;
  const scaled = Number(parsed.digits) / 10 ** (parsed.scale - 9);
  return Math.abs(scaled) <= Number.MAX_SAFE_INTEGER ? Math.round(scaled) : null;
}

function numberOf(text: string): number | null {
  const parsed = parseDecimal(text);
  const value = parsed === null ? Number.NaN : Number(parsed.digits) / 10 ** parsed.scale;
  return Number.isFinite(value) ? value : null;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
