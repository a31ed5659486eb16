import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import { errors } from "#core/documents/errors/document.ts";
import { failures } from "#core/documents/failures/document.ts";
import { OperationsDocument, operationsFold } from "#core/documents/operations/operations.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { FAILING_STEP_COLUMNS } from "#core/render/api-tables.ts";

type Made = { operations: Record<PeriodName, OperationsDocument> };

export const operations = declare({
  name: "operations",
  schema: { operations: OperationsDocument },
  needs: [failures, errors],
  reads: ["analyses"],
  fold: ({ context }) => operationsFold(context),
  navigation: { label: "Operations", path: "operations/", place: 9, more: true },
  pages: {
    "operations/index": ({ operations: made }: Made) => inPeriods("operations/", (period) => made[period]),
  },
  *files({ operations: made }: Made, json) {
    const failing = (period: PeriodName) => made[period].heatmap.rows;
    for (const period of PERIODS) {
      const [path, about] = [`operations/${period}.json`, `The Operations page, ${period}`];
      yield json(path, "operations", about, made[period], failing(period).length);
    }
    const rows = inEveryPeriod(failing);
    yield table("operations/steps.csv", "The steps that failed", withPeriod(FAILING_STEP_COLUMNS), rows);
  },
});
