import { globs } from "#core/glob.ts";
import type { GuardedWorkflow, GuardTable } from "#core/guard/guard-table.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import type { Reason } from "#core/guard/reason.ts";
import type { Judgement } from "#core/policies/decision.ts";
import { evaluate } from "#core/policies/evaluate.ts";
import { type PolicyFacts, unknownBefore } from "#core/policies/facts.ts";
import type { Utc } from "#core/time.ts";

/** What policies say of a run that is about to start, and which tools they leave its agent. */
export type PolicyCheck = {
  reasons: Reason[];
  /** Globs; null: none says. */
  allowedTools: readonly string[] | null;
};

/** @param workflow what is known of the run's workflow; its agents stand for one that the step does not name */
export function checkPolicies(
  table: Pick<GuardTable, "policies" | "pauses" | "timezone">,
  workflow: GuardedWorkflow | null,
  own: OwnRun,
  now: Utc,
): PolicyCheck {
  const known = workflow?.agents ?? [];
  const agents = own.agent !== null ? [own.agent] : known.length > 0 ? known : [null];
  const judgements = agents.flatMap(
    (agent) => evaluate(table, { ...factsOf(table, workflow, own, now), agent }).judgements,
  );
  const spoken = new Map(judgements.map((each) => [`${each.policy} ${each.answer} ${each.reason}`, each]));
  const about = new Set(judgements.filter(({ mode }) => mode === "enforce").map(({ policy }) => policy));
  return {
    reasons: [...spoken.values()].flatMap((judgement) => reasonOf(judgement) ?? []),
    allowedTools: toolsLeft(
      table.policies.flatMap(({ id, require: { tools } }) => (tools && about.has(id) ? [tools] : [])),
    ),
  };
}

function factsOf(
  { timezone, pauses }: Pick<GuardTable, "timezone" | "pauses">,
  workflow: GuardedWorkflow | null,
  own: OwnRun,
  now: Utc,
): PolicyFacts {
  return {
    ...unknownBefore(now, timezone),
    ...{
      workflow: own.workflow_name,
      workflow_file: own.workflow_file,
      event: own.event,
      branch: own.branch,
    },
    ...{ actor: own.actor, association: own.association, attempt: own.run_attempt, pauses },
    ...workflow?.declared,
    ...(own.model !== null && { models: [own.model] }),
  };
}

/** A policy that is only simulated is told where it has something to say, and decides nothing. */
function reasonOf({ policy, mode, answer, reason, evidence }: Judgement): Reason | null {
  if (answer === "allow") return null;
  const facts = evidence.map(({ key, value, limit }) => `${key} ${value ?? "not known"}, asked for ${limit}`);
  const text = [reason, ...facts.filter((fact) => !reason.includes(fact))].join("; ");
  if (mode === "simulate")
    return {
      by: `policy ${policy}`,
      answer: "allow",
      text: `simulated, would say ${answer}: ${text}`,
      todo: "",
    };
  return {
    by: `policy ${policy}`,
    answer,
    text,
    todo: answer === "warn" ? "" : `change what breaks it, or policy \`${policy}\` on the default branch`,
  };
}

/** Those of the first list that every other one takes too. */
function toolsLeft(lists: readonly (readonly string[])[]): readonly string[] | null {
  const [first, ...others] = lists;
  if (first === undefined) return null;
  const matchers = others.map((list) => globs(list));
  return first.filter((tool) => matchers.every((matches) => matches(tool)));
}
