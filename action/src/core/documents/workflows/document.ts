import type { PeriodName } from "#core/attempts/period.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { WorkflowsDocument, workflowsFold } from "#core/documents/workflows/workflows.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { WORKFLOWS } from "#core/render/columns/workflows.ts";

type Made = { workflows: Record<PeriodName, WorkflowsDocument> };

export const workflows = declare({
  name: "workflows",
  schema: { workflows: byPeriod(WorkflowsDocument) },
  needs: [],
  fold: ({ context }) => workflowsFold(context),
  navigation: { label: "Workflows", path: "workflows/", place: 3 },
  pages: {
    "workflows/index": ({ workflows: made }: Made) => inPeriods("workflows/", (period) => made[period]),
  },
  *files({ workflows: made }: Made, json) {
    const rows = inEveryPeriod((period) => made[period].workflows);
    yield json("workflows.json", "workflows", "The Workflows page, every period", made, rows.length);
    yield table("workflows.csv", "The same as a table", withPeriod(WORKFLOWS), rows);
  },
});
