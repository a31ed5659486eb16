import type { PeriodName } from "#core/attempts/period.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { type ToolsMade, toolPages, toolsPage } from "#core/documents/tools/page.ts";
import { ToolsDocument, toolsFold } from "#core/documents/tools/tools.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { TOOLS } from "#core/render/columns/tools.ts";

export const tools = declare({
  name: "tools",
  schema: { tools: byPeriod(ToolsDocument) },
  needs: [],
  fold: ({ context }) => toolsFold(context),
  navigation: { label: "Tools", path: "tools/", place: 13, more: true },
  pages: {
    "tools/index": (made: ToolsMade) => inPeriods("tools/", (period) => toolsPage(made, period)),
    "tools/[slug]": toolPages,
  },
  *files({ tools: made }: { tools: Record<PeriodName, ToolsDocument> }, json) {
    const rows = inEveryPeriod((period) => made[period].tools);
    yield json("tools.json", "tools", "The Tools pages, every period", made, rows.length);
    yield table("tools.csv", "The same as a table", withPeriod(TOOLS), rows);
  },
});
