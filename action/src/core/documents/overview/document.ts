import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import { agents } from "#core/documents/agents/document.ts";
import { costs } from "#core/documents/costs/document.ts";
import { type OverviewDocument, overviewFold } from "#core/documents/overview/overview.ts";
import { type OverviewMade, overviewPage } from "#core/documents/overview/page.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { stepTimes } from "#core/documents/step-times/document.ts";
import { workflows } from "#core/documents/workflows/document.ts";
import { OverviewFile, overviewFile } from "#core/render/overview-file.ts";

export const overview = declare({
  name: "overview",
  schema: { overview: OverviewFile },
  needs: [workflows, stepTimes, costs, agents],
  fold: ({ context }) => overviewFold(context),
  navigation: { label: "Overview", path: "", place: 1 },
  pages: { index: (made: OverviewMade) => inPeriods("", (period) => overviewPage(made, period)) },
  *files({ overview: made }: { overview: Record<PeriodName, OverviewDocument> }, json) {
    for (const period of PERIODS)
      yield json(
        `overview/${period}.json`,
        "overview",
        `The Overview page, ${period}`,
        overviewFile(made[period]),
      );
  },
});
