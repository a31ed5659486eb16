import type { PeriodName } from "#core/attempts/period.ts";
import type { Stretch } from "#core/documents/figures/buckets.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { ToolRow, ToolsDocument } from "#core/documents/tools/tools.ts";

/** What the page of one tool shows: its last 30 days against the 30 before. */
export type ToolPage = { tool: ToolRow; period: Stretch; recommendations: Recommendation[] };
export const TOOL_PAGE_PERIOD: PeriodName = "30d";
/** Forged telemetry could name any number of tools; those called least have no page. */
export const MOST_TOOL_PAGES = 500;

export function toolPath(slug: string): string {
  return `tools/${slug}/`;
}

/** What the Tools page shows of one period. */
export type ToolsPage = {
  document: ToolsDocument;
  /** Slugs of the tools that have a page. */
  linked: string[];
  /** Those about tools. */
  recommendations: Recommendation[];
};
