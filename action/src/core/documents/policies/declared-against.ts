import type { Policy, RequirementKey } from "#core/config/policies.ts";
import type { Config } from "#core/config.ts";
import type { DeclaredRow } from "#core/documents/policies/rows.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import { declaredBy } from "#core/policies/declared.ts";
import { evaluate } from "#core/policies/evaluate.ts";
import { type PolicyFacts, unknownBefore } from "#core/policies/facts.ts";
import { KEYS } from "#core/policies/keys.ts";
import type { Utc } from "#core/time.ts";

/**
 * Where workflow files, as they are, declare what a policy does not allow: to be mended before any run is stopped. Only
 * keys that a file answers are asked, and of what a policy is about, its branch is taken to fit.
 */
export function declaredAgainst(
  agents: readonly AgentRow[],
  { policies, timezone }: Pick<Config, "policies" | "timezone">,
  now: Utc,
): DeclaredRow[] {
  const asked = policies.flatMap((policy) => declaredPart(policy) ?? []);
  if (asked.length === 0) return [];
  return agents.flatMap((row) => {
    const facts: PolicyFacts = {
      ...unknownBefore(now, timezone),
      ...{ agent: row.agent, workflow: row.workflow, workflow_file: row.workflow_file },
      ...declaredBy(row, [row]),
    };
    const rows = new Map<string, DeclaredRow>();
    for (const event of row.triggers)
      for (const { policy, mode, answer, reason } of evaluate({ policies: asked }, { ...facts, event })
        .judgements)
        if (answer !== "allow" && answer !== "unknown")
          rows.set(policy, { policy, mode, answer, reason, ...placeOf(row) });
    return [...rows.values()];
  });
}

/** Null: a file says nothing of what it asks for. */
function declaredPart(policy: Policy): Policy | null {
  const keys = Object.entries(policy.require).filter(
    ([key, value]) => value !== undefined && isDeclared(key as RequirementKey),
  );
  if (keys.length === 0) return null;
  const { branches, ...match } = policy.match;
  return { ...policy, match, require: Object.fromEntries(keys) };
}

function isDeclared(key: RequirementKey): boolean {
  return KEYS[key].from === "declared" || key === "models" || key === "tools";
}

function placeOf({ agent, workflow, path, line }: AgentRow) {
  return { agent, workflow, path, line };
}
