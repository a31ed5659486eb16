import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import { overviewText } from "#core/render/terminal.ts";

const SHOWN = ["site", "overview", "workflows", "costs", "agents", "tools", "recommendations"] as const;

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
