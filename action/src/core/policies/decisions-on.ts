import type { Attempt } from "#core/attempts/attempt.ts";
import type { Config } from "#core/config.ts";
import type { PolicyDecision } from "#core/policies/decision.ts";
import type { Declared } from "#core/policies/declared.ts";
import { evaluate } from "#core/policies/evaluate.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";
import { factsOfAttempt } from "#core/policies/facts-of-attempt.ts";

type Decided = { facts: PolicyFacts; decision: PolicyDecision };

/** What policies say of the work of each agent in an attempt that is over; nothing where none is configured. */
export function decisionsOn(attempt: Attempt, config: Pick<Config, "policies" | "timezone">): Decided[] {
  if (config.policies.length === 0 || attempt.own) return [];
  return factsOfAttempt(attempt, config.timezone).map((facts) => ({
    facts,
    decision: evaluate(config, facts),
  }));
}

/**
 * What a guard would have said before it, if every policy were enforced. What was used stands for what was asked for,
 * and today's workflow file for that of the day: it is all that is known of it.
 */
export function replayed(
  facts: PolicyFacts,
  { policies }: Pick<Config, "policies">,
  declared: Declared | null,
): PolicyDecision {
  const enforced = policies.map((policy) => ENFORCED.get(policy) ?? asEnforced(policy));
  const used = {
    models: facts.models ?? declared?.models ?? null,
    tools: facts.tools ?? declared?.tools ?? null,
  };
  return evaluate({ policies: enforced }, { ...facts, ...declared, ...used, known: "before" });
}

type Policy = Config["policies"][number];

/** One object each, so that what is compiled for it is compiled once. */
const ENFORCED = new WeakMap<Policy, Policy>();

function asEnforced(policy: Policy): Policy {
  const enforced: Policy = { ...policy, mode: "enforce" };
  ENFORCED.set(policy, enforced);
  return enforced;
}
