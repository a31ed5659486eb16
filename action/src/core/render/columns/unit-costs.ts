import type { UnitCost } from "#core/documents/costs/unit-costs.ts";
import { count, money } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";

/** What one costs of all runs, and of agents' runs where any have it. */
type Row = { all: UnitCost; agents: UnitCost | undefined };

const NAMES: Record<UnitCost["unit"], string> = {
  run: "Run",
  "successful run": "Successful run",
  "pull request": "Pull request",
  action: "Action of an agent",
};

function amountAndCount(heading: string, of: (row: Row) => UnitCost | undefined): Column<Row>[] {
  const each = (row: Row) => of(row)?.each_nano_usd ?? null;
  const n = (row: Row) => of(row)?.n ?? null;
  return [
    { heading, kind: "figure", value: each, text: (row) => money(each(row)) },
    { heading: "n", kind: "figure", value: n, text: (row) => count(n(row)), muted: true },
  ];
}

export const UNIT_COSTS: readonly Column<Row>[] = [
  { heading: "One", kind: "name", value: (row) => NAMES[row.all.unit] },
  ...amountAndCount("Agent runs", (row) => row.agents),
  ...amountAndCount("All runs", (row) => row.all),
];
