import type { ModelsDocument } from "#core/documents/models/models.ts";
import type { ProductDocument } from "#core/documents/product/product.ts";
import type { AgentHabits } from "#core/documents/recommendations/agent-habits.ts";
import type { Area, Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { SharedInput } from "#core/documents/recommendations/shared-inputs.ts";
import type { ToolRow, ToolsDocument } from "#core/documents/tools/tools.ts";

/** What rules look at: of the last 30 days, and the product page's 90. */
export type Evidence = {
  models: ModelsDocument;
  tools: ToolsDocument;
  product: ProductDocument;
  agents: readonly AgentHabits[];
  shared: readonly SharedInput[];
};

type Name = Recommendation["rule"];
type By<One extends Name> = Extract<Recommendation, { rule: One }>;

/** What a rule finds; its name and area are those of its row. */
type Found<One extends Name> = Omit<By<One>, "rule" | "area">;

export type Rule = { name: Name; find(evidence: Evidence): Recommendation[] };

export function finding<One extends Name>(
  name: One,
  area: Area,
  find: (evidence: Evidence) => Found<One>[],
): Rule {
  // What `find` gives is all but these two: TypeScript does not follow that through a union.
  const whole = (found: Found<One>) => ({ rule: name, area, ...found }) as unknown as By<One>;
  return { name, find: (evidence) => find(evidence).map(whole) };
}

/** Rules of which each looks at one agent at a time. */
export function perAgent<One extends Name>(
  name: One,
  area: Area,
  find: (agent: AgentHabits) => Found<One> | null,
): Rule {
  return finding(name, area, ({ agents }) => agents.flatMap((agent) => find(agent) ?? []));
}

/** Rules of which each looks at one tool at a time. */
export function perTool<One extends Name>(
  name: One,
  area: Area,
  find: (tool: ToolRow) => Omit<Found<One>, "tool"> | null,
): Rule {
  return finding(name, area, ({ tools }) =>
    tools.tools.flatMap((row) => {
      const found = find(row);
      const tool = { slug: row.slug, name: row.name, server: row.server };
      return found === null ? [] : [{ tool, ...found } as unknown as Found<One>];
    }),
  );
}

export const NO_ESTIMATE = { saving_nano_usd: null, saving_seconds: null } as const;
