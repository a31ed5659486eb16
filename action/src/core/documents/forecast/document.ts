import {
  type ForecastDocument,
  forecastFold,
  ForecastDocument as Schema,
} from "#core/documents/forecast/forecast.ts";
import { declare } from "#core/documents/row/row.ts";
import { usualCosts } from "#core/documents/usual-costs/document.ts";
import { table } from "#core/render/api-file.ts";
import { filed } from "#core/render/columns/column.ts";
import { NEXT_WEEK } from "#core/render/columns/next-week.ts";

/** Shown on the Budgets page. */
export const forecast = declare({
  name: "forecast",
  schema: { "costs-forecast": Schema },
  needs: [usualCosts],
  fold({ context }) {
    const { add, finish } = forecastFold(context);
    return { add, finish: (made) => finish(made.usualCosts) };
  },
  *files({ forecast: made }: { forecast: ForecastDocument }, json) {
    const rows = made.next_week;
    yield json("costs/forecast.json", "costs-forecast", "Where this month will end, and the next week", made);
    yield table("costs/next-week.csv", "The next seven days by workflow and agent", filed(NEXT_WEEK), rows);
  },
});
