import type { PeriodName } from "#core/attempts/period.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { stepTimes } from "#core/documents/step-times/document.ts";
import { StepsDocument, stepsFold } from "#core/documents/steps/steps.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { STEPS } from "#core/render/columns/steps.ts";

type Made = { steps: Record<PeriodName, StepsDocument> };

export const steps = declare({
  name: "steps",
  schema: { steps: byPeriod(StepsDocument) },
  needs: [stepTimes],
  fold({ context }) {
    const { add, finish } = stepsFold(context);
    return { add, finish: ({ stepTimes: times }) => finish(times) };
  },
  navigation: { label: "Steps", path: "steps/", place: 10, more: true },
  pages: { "steps/index": ({ steps: made }: Made) => inPeriods("steps/", (period) => made[period]) },
  *files({ steps: made }: Made, json) {
    const rows = inEveryPeriod((period) => made[period].steps);
    yield json("steps.json", "steps", "The Steps page, every period", made, rows.length);
    yield table("steps.csv", "The same as a table", withPeriod(STEPS), rows);
  },
});
