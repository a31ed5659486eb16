import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { usdCell } from "#core/pricing/money.ts";
import type { Column } from "#core/render/columns/column.ts";
import { costSource, costText } from "#core/render/words/cost-text.ts";

/** What agents' work cost, and what that rests on. */
export const EXECUTION_COST: readonly Column<
  Pick<ExecutionRow, "cost_nano_usd" | "cost_source" | "cost_complete">
>[] = [
  {
    name: "cost",
    heading: "Cost",
    kind: "figure",
    value: (row) => row.cost_nano_usd,
    text: costText,
    filed: (row) => usdCell(row.cost_nano_usd),
    title: costSource,
  },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "cost_source", kind: "words", value: (row) => row.cost_source },
];
