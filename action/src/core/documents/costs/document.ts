import * as z from "zod";
import { LedgerLine } from "#core/attempts/ledger.ts";
import { Calendar } from "#core/documents/costs/calendar.ts";
import { CostsDocument, costsFold } from "#core/documents/costs/costs.ts";
import { type CostsMade, costsPage } from "#core/documents/costs/page.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { costFiles } from "#core/render/cost-files.ts";

export const costs = declare({
  name: "costs",
  schema: {
    "costs-summary": z.strictObject({ periods: byPeriod(CostsDocument), calendar: Calendar }),
    "costs-ledger": z.strictObject({ month: z.string(), lines: z.array(LedgerLine) }),
  },
  needs: [],
  fold: ({ context }) => costsFold(context),
  navigation: { label: "Costs", path: "costs/", place: 7 },
  pages: {
    "costs/index": (made: CostsMade) => inPeriods("costs/", (period) => costsPage(made, period)),
  },
  files: costFiles,
});
