import { callsOf } from "#core/attempts/call.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { periodAt } from "#core/attempts/period.ts";
import { agentHabitsFold } from "#core/documents/recommendations/agent-habits.ts";
import { AGENT_RULES } from "#core/documents/recommendations/agent-rules.ts";
import { MODEL_RULES } from "#core/documents/recommendations/model-rules.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { Evidence, Rule } from "#core/documents/recommendations/rules.ts";
import { sharedInputsFold } from "#core/documents/recommendations/shared-inputs.ts";
import { TOOL_RULES } from "#core/documents/recommendations/tool-rules.ts";

/** Every rule; of findings that save no money the one that stands higher comes first. */
const RULES: readonly Rule[] = [...MODEL_RULES, ...AGENT_RULES, ...TOOL_RULES];

/** What to do about cost, steps, tools, models, context and retries, from the last 30 days. */
export function recommendationsFold(context: Context) {
  const { from, to } = periodAt("30d", context.now);
  const agents = agentHabitsFold();
  const shared = sharedInputsFold();
  return {
    add({ own, invocations }) {
      if (own) return;
      for (const invocation of invocations) {
        if (invocation.at < from || invocation.at >= to) continue;
        agents.add(invocation);
        for (const call of callsOf(invocation)) shared.add(call);
      }
    },
    /** Largest saving of money first, then in the order of the rules, more time saved first; else as documents list it. */
    finish(others: Pick<Evidence, "models" | "tools" | "product">): Recommendation[] {
      const evidence: Evidence = { ...others, agents: agents.finish(), shared: shared.finish() };
      const found = RULES.flatMap(({ find }) => find(evidence));
      const place = new Map(RULES.map(({ name }, index) => [name, index]));
      return found.sort(
        (a, b) =>
          (b.saving_nano_usd ?? 0) - (a.saving_nano_usd ?? 0) ||
          (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0) ||
          (b.saving_seconds ?? 0) - (a.saving_seconds ?? 0),
      );
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish(others: Pick<Evidence, "models" | "tools" | "product">): Recommendation[];
  };
}
