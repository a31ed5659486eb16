import type { Attempt } from "#core/attempts/attempt.ts";
import { groupBy } from "#core/attempts/grouped.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { moneyOf } from "#core/attempts/usage.ts";
import type { Zone } from "#core/calendar/zone.ts";
import { type PolicyFacts, unknownBefore } from "#core/policies/facts.ts";
import { NANO_PER_USD } from "#core/pricing/money.ts";
import { type Execution, MOST } from "#core/records/execution.ts";
import { sumKnown } from "#core/statistics/distribution.ts";

type Partial = PolicyFacts["partial"][number];

/**
 * What is known of the work of each agent in an attempt that is over; none where no agent worked. What was
 * only printed into a log proves nothing: it is as if it were not told. A fork's are none unless they are admitted.
 */
export function factsOfAttempt(attempt: Attempt, timezone: Zone): PolicyFacts[] {
  const { run, at, invocations } = attempt;
  if (run.status !== "completed") return [];
  return [...groupBy(invocations, ({ agent }) => agent)].map(([agent, of]) => ({
    ...unknownBefore(at, timezone),
    known: "after",
    agent: cut(agent),
    workflow: run.workflow_name === null ? null : cut(run.workflow_name),
    workflow_file: run.workflow_file === null ? null : cut(run.workflow_file),
    event: cut(run.event),
    branch: run.head_branch === null ? null : cut(run.head_branch),
    actor: run.triggering_actor ?? run.actor,
    attempt: run.run_attempt,
    minutes: run.duration_seconds === null ? null : run.duration_seconds / 60,
    ...usedBy(of),
  }));
}

type Used = Pick<
  PolicyFacts,
  "models" | "tools" | "usd" | "turns" | "retries" | "prompt_tokens" | "context_share" | "hosts" | "partial"
>;

function usedBy(invocations: readonly Invocation[]): Used {
  const proven = invocations.filter(({ execution }) => execution !== null && execution.trust !== "log");
  const executions = proven.flatMap(({ execution }) => execution ?? []);
  const top = proven.filter((one) => !isChild(one)).flatMap(({ execution }) => execution ?? []);
  const money = proven.map(moneyOf);
  const nano = sumKnown(money.map(({ nano_usd }) => nano_usd));
  const silent = proven.length < invocations.length;
  const partial = new Set<Partial>();
  const told = <Value>(fact: Partial, each: readonly (Value | null)[]): Value[] => {
    const known = each.filter((value) => value !== null);
    if (silent || known.length < each.length) partial.add(fact);
    return known;
  };
  if (silent || money.some(({ complete }) => !complete)) partial.add("usd");
  // A list that was cut is no whole.
  if (executions.some(({ tools }) => tools.length >= MOST.tools)) partial.add("tools").add("hosts");
  return {
    models: names(told("models", executions.map(modelsOf))),
    tools: names(told("tools", executions.map(toolsOf))),
    usd: nano === null ? null : nano / NANO_PER_USD,
    turns: sumKnown(
      told(
        "turns",
        top.map(({ turns }) => turns),
      ),
    ),
    retries: sumKnown(
      told(
        "retries",
        executions.map(({ retries }) => retries),
      ),
    ),
    prompt_tokens: largest(
      told(
        "prompt_tokens",
        executions.map(({ context }) => context.max_prompt_tokens),
      ),
    ),
    context_share: largest(told("context_share", executions.map(shareOf))),
    hosts: names(told("hosts", executions.map(hostsOf))),
    partial: [...partial].sort(),
  };
}

function modelsOf({ model, usage }: Execution): string[] | null {
  const models = [model, ...usage.map((row) => row.model)].filter((name) => name !== null);
  return models.length === 0 ? null : models;
}

/** Null where its source tells of no steps at all, which does not say that there were none. */
function toolsOf({ tools, steps }: Execution): string[] | null {
  if (tools.length === 0 && steps.length === 0) return null;
  return tools.map(({ name, server }) => (server === null ? name : `${server}/${name}`));
}

function shareOf({ context: { max_prompt_tokens: prompt, window } }: Execution): number | null {
  return prompt === null || !window ? null : prompt / window;
}

/** Hosts that tools asked, and those that a firewall let through. */
function hostsOf({ tools, decisions }: Execution): string[] | null {
  const asked = tools.flatMap(({ external }) => external?.host ?? []);
  const passed = decisions.flatMap(({ policy_id, tool, result }) =>
    policy_id.startsWith("firewall:") && result === "allow" && tool !== null ? [tool] : [],
  );
  const all = [...asked, ...passed];
  return all.length === 0 ? null : all;
}

function names(lists: readonly (readonly string[])[]): string[] | null {
  return lists.length === 0 ? null : [...new Set(lists.flat().map(cut))].sort();
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function cut(text: string): string {
  return text.slice(0, 500);
}
