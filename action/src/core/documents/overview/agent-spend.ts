import * as z from "zod";
import type { AgentsDocument } from "#core/documents/agents/agents.ts";
import type { CostsDocument } from "#core/documents/costs/costs.ts";
import { Nano } from "#core/pricing/money.ts";
import { Rate } from "#core/statistics/rate.ts";

const Count = z.number().int();
const TOP = 5;

/** What the first page says about money and agents; the Costs and Agents pages say the same and more. */
export const AgentSpend = z.strictObject({
  /** Tokens and minutes, as far as is known, and how many amounts are not. */
  spend_nano_usd: Nano,
  /** Against the stretch before; null where either is not wholly known. */
  spend_change_nano_usd: Nano.nullable(),
  unknown_amounts: Count,
  spend_trend: z.array(Nano),
  /** Null when no usage is known. */
  tokens: Count.nullable(),
  previous_tokens: Count.nullable(),
  /** Executions with known tokens, and with a wholly known cost; of all. */
  tokens_coverage: Rate,
  cost_coverage: Rate,
  agents_total: Count,
  /** By executions, at most five. */
  top: z.array(
    z.strictObject({
      agent: z.string(),
      slug: z.string(),
      executions: Count,
      success: Rate,
      tokens: Count.nullable(),
      cost_nano_usd: Nano.nullable(),
      cost_coverage: Rate,
    }),
  ),
});
export type AgentSpend = z.infer<typeof AgentSpend>;

export function agentSpend(costs: CostsDocument, { all, previous, agents }: AgentsDocument): AgentSpend {
  const active = agents.filter(({ current }) => current.executions > 0);
  return {
    spend_nano_usd: costs.spend.total_nano_usd,
    spend_change_nano_usd: costs.change_nano_usd,
    unknown_amounts: costs.spend.unknown,
    spend_trend: costs.trend.map(({ spend }) => spend.total_nano_usd),
    tokens: all.tokens.total,
    previous_tokens: previous?.tokens.total ?? null,
    tokens_coverage: all.tokens.coverage,
    cost_coverage: all.cost.coverage,
    agents_total: active.length,
    top: active.slice(0, TOP).map(({ agent, slug, current }) => ({
      agent,
      slug,
      executions: current.executions,
      success: current.success,
      tokens: current.tokens.total,
      cost_nano_usd: current.cost.nano_usd,
      cost_coverage: current.cost.coverage,
    })),
  };
}
