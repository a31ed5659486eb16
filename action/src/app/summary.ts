import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import { agents } from "#core/documents/agents/document.ts";
import { costs } from "#core/documents/costs/document.ts";
import { overview } from "#core/documents/overview/document.ts";
import { recommendations } from "#core/documents/recommendations/document.ts";
import { site } from "#core/documents/site/document.ts";
import { tools } from "#core/documents/tools/document.ts";
import { workflows } from "#core/documents/workflows/document.ts";
import { overviewText } from "#core/render/terminal.ts";

/** Nothing of it looks further back than twice the longest period. */
const SHOWN = {
  rows: [site, overview, workflows, costs, agents, tools, recommendations],
  periods: [DEFAULT_PERIOD],
  days: 180,
};

/** The stored records as one screen of text. */
export async function summary(
  effects: { store: Store; clock: Clock },
  options: DocumentOptions & { colour: boolean },
): Promise<string> {
  const { documents } = await buildDocuments(effects, options, "terminal", SHOWN);
  return overviewText(
    {
      site: documents.site,
      overview: documents.overview[DEFAULT_PERIOD],
      workflows: documents.workflows[DEFAULT_PERIOD],
      costs: documents.costs.periods[DEFAULT_PERIOD],
      agents: documents.agents.periods[DEFAULT_PERIOD],
      tools: documents.tools[DEFAULT_PERIOD],
      recommendations: documents.recommendations,
    },
    options.colour,
  );
}
