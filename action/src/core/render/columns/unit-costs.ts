import type { UnitCost } from "#core/documents/costs/unit-costs.ts";
import { count, money } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";

const NAMES: Record<UnitCost["unit"], string> = {
  run: "Run, with its minutes",
  "successful run": "Successful run",
  "pull request": "Pull request",
  execution: "Execution",
  success: "Success",
  action: "Action",
};

export const UNIT_COSTS: readonly Column<UnitCost>[] = [
  { heading: "One", kind: "name", value: ({ unit }) => NAMES[unit] },
  {
    heading: "Cost",
    kind: "figure",
    value: ({ each_nano_usd }) => each_nano_usd,
    text: ({ each_nano_usd }) => money(each_nano_usd),
  },
  { heading: "n", kind: "figure", value: ({ n }) => n, text: ({ n }) => count(n), muted: true },
  {
    heading: "Known",
    kind: "figure",
    value: ({ coverage }) => coverage.value,
    text: ({ coverage: { part, n } }) => `${count(part)} of ${count(n)}`,
    muted: true,
  },
];
