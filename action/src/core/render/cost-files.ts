import { PERIODS } from "#core/attempts/period.ts";
import { DIMENSIONS } from "#core/documents/costs/breakdown.ts";
import type { CostDocuments } from "#core/documents/costs/costs.ts";
import { type ApiFile, table } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import { calendarRows, SPEND } from "#core/render/columns/costs.ts";
import { LEDGER_COLUMNS } from "#core/render/cost-tables.ts";

/** What was spent, and the ledger that all of it is a sum of, month by month. */
export function* costFiles(
  { costs: { periods, calendar, ledger } }: { costs: CostDocuments },
  json: JsonFile,
): Iterable<ApiFile> {
  yield json("costs/summary.json", "costs-summary", "The Costs page, every period", { periods, calendar });
  for (const period of PERIODS)
    yield table(
      `costs/summary-${period}.csv`,
      `Spend by everything, ${period}`,
      SPEND,
      DIMENSIONS.flatMap((by) => periods[period].by[by].map((row) => ({ by, ...row }))),
    );
  const { days, weeks, months } = calendar;
  const rows = [
    ...calendarRows("day", days),
    ...calendarRows("week", weeks),
    ...calendarRows("month", months),
  ];
  yield table("costs/calendar.csv", "Spend by day, week and month", SPEND, rows);
  for (const { month, lines } of ledger) {
    const path = `costs/ledger-${month}`;
    yield json(`${path}.json`, "costs-ledger", `Every amount of ${month}`, { month, lines }, lines.length);
    yield table(`${path}.csv`, "The same as a table", LEDGER_COLUMNS, lines);
  }
}
