import { toolPath } from "#core/addresses/paths.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { Stretch } from "#core/documents/figures/buckets.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { Place } from "#core/documents/row/places.ts";
import type { ToolRow, ToolsDocument } from "#core/documents/tools/tools.ts";

/** What the Tools page shows of one period. */
export type ToolsPage = {
  document: ToolsDocument;
  /** Slugs of the tools that have a page. */
  linked: string[];
  /** Those about tools. */
  recommendations: Recommendation[];
};

/** What the page of one tool shows: its last 30 days against the 30 before. */
export type ToolPage = { tool: ToolRow; period: Stretch; recommendations: Recommendation[] };

export type ToolsMade = { tools: Record<PeriodName, ToolsDocument>; recommendations: Recommendation[] };

const TOOL_PAGE_PERIOD: PeriodName = "30d";
/** Forged telemetry could name any number of tools; those called least have no page. */
const MOST_TOOL_PAGES = 500;
const MOST_RECOMMENDATIONS = 5;

export function toolsPage({ tools, recommendations }: ToolsMade, period: PeriodName): ToolsPage {
  return {
    document: tools[period],
    linked: paged(tools).map(({ slug }) => slug),
    recommendations: recommendations
      .filter(({ area }) => area === "tools" || area === "caching")
      .slice(0, MOST_RECOMMENDATIONS),
  };
}

export function* toolPages({ tools, recommendations }: ToolsMade): Iterable<Place<ToolPage>> {
  const { period } = tools[TOOL_PAGE_PERIOD];
  for (const tool of paged(tools)) {
    const path = toolPath(tool.slug);
    const about = recommendations.filter((one) => "tool" in one && one.tool.slug === tool.slug);
    yield { path, document: () => ({ tool, period, recommendations: about }) };
  }
}

/** Those that have a page: they were called in its period. */
function paged(tools: ToolsMade["tools"]): ToolRow[] {
  return tools[TOOL_PAGE_PERIOD].tools.slice(0, MOST_TOOL_PAGES);
}
