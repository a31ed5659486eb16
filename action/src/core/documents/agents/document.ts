import { agentPath } from "#core/addresses/paths.ts";
import { DEFAULT_PERIOD, periodPath } from "#core/addresses/period-path.ts";
import { type AgentDocuments, AgentsDocument, agentsFold } from "#core/documents/agents/agents.ts";
import { executions } from "#core/documents/executions/document.ts";
import { inPeriods, type Place } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { AGENTS } from "#core/render/columns/agents.ts";

type Made = { agents: AgentDocuments };

export const agents = declare({
  name: "agents",
  schema: { agents: byPeriod(AgentsDocument) },
  needs: [executions],
  fold({ context }) {
    const { add, finish } = agentsFold(context);
    return {
      add: ({ invocations }) => invocations.forEach(add),
      finish: ({ executions: { pages } }) => finish(pages),
    };
  },
  navigation: { label: "Agents", path: "agents/", place: 4 },
  pages: {
    "agents/index": ({ agents: { periods } }: Made) => inPeriods("agents/", (period) => periods[period]),
    "agents/[slug]/index": (made: Made) => agentPages(made, true),
    "agents/[slug]/[period]": (made: Made) => agentPages(made, false),
  },
  *files({ agents: { periods } }: Made, json) {
    const rows = inEveryPeriod((period) => periods[period].agents);
    yield json("agents.json", "agents", "The Agents pages, every period", periods, rows.length);
    yield table("agents.csv", "The same as a table", withPeriod(AGENTS), rows);
  },
});

/** The pages of single agents: of the period that pages begin with, or of all others. */
function* agentPages({ agents: { pages } }: Made, first: boolean): Iterable<Place<(typeof pages)[number]>> {
  for (const page of pages)
    if ((page.period.name === DEFAULT_PERIOD) === first)
      yield { path: periodPath(agentPath(page.agent.slug), page.period.name), document: () => page };
}
