import { toolPath } from "#core/addresses/paths.ts";
import type { ModelsDocument } from "#core/documents/models/models.ts";
import type { ProductDocument } from "#core/documents/product/product.ts";
import type { AgentHabits } from "#core/documents/recommendations/agent-habits.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { SharedInput } from "#core/documents/recommendations/shared-inputs.ts";
import { toolName } from "#core/documents/recommendations/tool-name.ts";
import type { ToolRow, ToolsDocument } from "#core/documents/tools/tools.ts";

/** What rules look at: of the last 30 days, and the product page's 90. */
export type Evidence = {
  models: ModelsDocument;
  tools: ToolsDocument;
  product: ProductDocument;
  agents: readonly AgentHabits[];
  shared: readonly SharedInput[];
};

/** What a rule finds; its name and area are those of its row. */
export type Found = Omit<Recommendation, "rule" | "area">;

export type Rule = Pick<Recommendation, "rule" | "area"> & { find(evidence: Evidence): Found[] };

/** Rules of which each looks at one agent at a time. */
export function perAgent(
  rule: string,
  area: Recommendation["area"],
  find: (agent: AgentHabits) => Omit<Found, "subject" | "link"> | null,
): Rule {
  return {
    rule,
    area,
    find: ({ agents }) =>
      agents.flatMap((agent) => {
        const found = find(agent);
        return found === null ? [] : [{ subject: agent.agent, link: "costs/30d/#agents", ...found }];
      }),
  };
}

/** Rules of which each looks at one tool at a time. */
export function perTool(
  rule: string,
  area: Recommendation["area"],
  find: (tool: ToolRow) => Omit<Found, "subject" | "link"> | null,
): Rule {
  return {
    rule,
    area,
    find: ({ tools }) =>
      tools.tools.flatMap((tool) => {
        const found = find(tool);
        return found === null ? [] : [{ subject: toolName(tool), link: toolPath(tool.slug), ...found }];
      }),
  };
}

export const NO_ESTIMATE = { saving_nano_usd: null, saving_seconds: null } as const;
