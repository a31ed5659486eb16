import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, moment } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import type { Column } from "#core/render/columns/column.ts";
import { costSource, costText } from "#core/render/words/cost-text.ts";
import { endedAs } from "#core/render/words/ended.ts";

/** What an agent's execution and a round of several agents are told by alike. */

/** When it began. */
export function started<Row extends Pick<ExecutionRow, "started_at">>(): Column<Row> {
  return {
    name: "started_at",
    heading: "Started",
    kind: "moment",
    value: (row) => row.started_at,
    text: (row) => moment(row.started_at).replace(" UTC", ""),
  };
}

/** How it ended. */
export const ENDED: readonly Column<Pick<ExecutionRow, "status" | "error_type">>[] = [
  {
    name: "status",
    heading: "Ended",
    kind: "status",
    value: (row) => row.status,
    ended: (row) => endedAs(row.status),
    below: (row) => row.error_type && categoryWord(row.error_type),
  },
  { name: "error_type", kind: "words", value: (row) => row.error_type },
];

/** What it cost, and what that rests on. */
export const COST: readonly Column<Pick<ExecutionRow, "cost_nano_usd" | "cost_source" | "cost_complete">>[] =
  [
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

/** The tools it called. */
export const TOOLS_CALLED: readonly Column<Pick<ExecutionRow, "tool_calls" | "tool_failures">>[] = [
  {
    name: "tool_calls",
    heading: "Tools",
    kind: "figure",
    value: (row) => row.tool_calls,
    text: (row) => count(row.tool_calls),
    below: (row) => (row.tool_failures ? `${count(row.tool_failures)} failed` : null),
  },
  { name: "tool_failures", kind: "figure", value: (row) => row.tool_failures },
];
