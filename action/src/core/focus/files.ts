import type { LedgerLine } from "#core/attempts/ledger.ts";
import type { DatedLine } from "#core/chargeback/adjustments.ts";
import { FOCUS, FOCUS_COLUMNS, type FocusRow } from "#core/focus/columns.ts";
import { adjustmentRow, usageRows } from "#core/focus/rows.ts";
import type { ApiFile } from "#core/render/api-file.ts";
import { type CsvColumn, csv } from "#core/render/csv.ts";
import type { Month, Utc } from "#core/time.ts";

/** What the data set of one month is made from. */
export type FocusMonth = {
  /** UTC. */
  month: Month;
  /** `owner/name`. */
  repository: string;
  /** When the records were read that it is of. */
  asOf: Utc;
  lines: readonly LedgerLine[];
  /** Those that are dated in the month. */
  adjustments: readonly DatedLine[];
};

const FOCUS_VERSION = "1.2";

const COLUMNS: readonly CsvColumn<FocusRow>[] = FOCUS_COLUMNS.map((name) => ({
  name,
  value: (row) => row[name] ?? null,
}));

/** The charges of a month as FOCUS has them, and beside them what they are, and what they leave out. */
export function focusFiles(of: FocusMonth): ApiFile[] {
  const { month, lines, adjustments } = of;
  const rows = [
    ...lines.flatMap((line) => usageRows(line, month, of)),
    ...adjustments.map((line) => adjustmentRow(line, month, of)),
  ];
  const path = `focus/focus-${month}`;
  const common = { rows: rows.length, schema: null };
  return [
    {
      ...common,
      path: `${path}.csv`,
      text: csv(COLUMNS, rows),
      about: `Charges of ${month} as FOCUS ${FOCUS_VERSION}`,
    },
    {
      ...common,
      path: `${path}.json`,
      text: sidecar(of),
      about: "What its columns are, and what it leaves out",
    },
  ];
}

function sidecar({ month, asOf, lines }: FocusMonth): string {
  const unknown = lines.filter(({ amount_nano_usd }) => amount_nano_usd === null);
  const reasons = new Map<string, number>();
  for (const { why } of unknown) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const schema = {
    SchemaId: `agentops-focus-${FOCUS_VERSION}`,
    CreationDate: asOf,
    FocusVersion: FOCUS_VERSION,
    DataGenerator: "AgentOps for GitHub Actions",
    ColumnDefinition: FOCUS_COLUMNS.map((name) => ({
      ColumnName: name,
      DataType: FOCUS[name].type,
      ...(FOCUS[name].type === "Decimal" && { NumericPrecision: 30, NumberScale: 18 }),
    })),
  };
  const left = [...reasons].map(([Why, Lines]) => ({ Why, Lines })).sort((a, b) => b.Lines - a.Lines);
  const all = { Schema: schema, x_Month: month, x_UnknownLines: unknown.length, x_UnknownReasons: left };
  return `${JSON.stringify(all, null, 2)}\n`;
}
