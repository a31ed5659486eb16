import { spotOf, whole } from "#core/inventory/agents.ts";
import {
  agentExposure,
  causedBy,
  conditionText,
  listensOutside,
  neededBy,
  stepExposure,
} from "#core/inventory/exposure.ts";
import { type Expression, parseExpression } from "#core/inventory/expression.ts";
import { agentsOf, scalarOf, type Workflow } from "#core/inventory/model.ts";
import { HEARD, hit, type Rule } from "#core/inventory/rule.ts";
import type { YamlScalar } from "#core/inventory/source.ts";

/** Whom the agent lets start it, and whether what asks for that is sound. */
export const GATE_RULES: readonly Rule[] = [
  {
    id: "open-to-everyone",
    level: "error",
    title: "Everybody may start the agent",
    help: "The action refuses people without write access unless it is told not to.",
    fix: "Name the few who may, or leave the input out.",
    *check(workflow) {
      for (const { job, step, agent } of agentsOf(workflow)) {
        const { opensTo } = agent.kind;
        const open = opensTo === undefined ? null : scalarOf(step.with, opensTo);
        if (open === null || !open.value.split(/[\s,]+/).includes("*")) continue;
        const level = HEARD[stepExposure(workflow, job, step)] ?? "note";
        yield hit(step, open.at, `${opensTo} lets everybody start ${agent.kind.name}`, level);
      }
    },
  },
  {
    id: "bots-allowed",
    level: "warning",
    title: "Every bot may start the agent",
    help: "A bot is not asked for write access, and strangers can have many a bot write what they like.",
    fix: "Name the bots that may.",
    *check(workflow) {
      for (const { step, agent } of agentsOf(workflow)) {
        const all = scalarOf(step.with, "allowed_bots");
        const any = scalarOf(step.with, "allow-bots");
        const found = all?.value.split(/[\s,]+/).includes("*") ? all : any?.value === "true" ? any : null;
        if (found !== null) yield hit(step, found.at, `Every bot may start ${agent.kind.name}`);
      }
    },
  },
  {
    id: "no-actor-check",
    level: "error",
    title: "Nobody checks who starts the agent",
    help: "The trigger fires for everybody with an account, and neither the workflow nor the agent's action asks whether they may write.",
    fix: 'Add `if: contains(fromJSON(\'["OWNER","MEMBER","COLLABORATOR"]\'), github.event.comment.author_association)` (or `.issue.`, `.pull_request.`), or a step before it that asks for the sender\'s permission and fails.',
    *check(workflow) {
      for (const { job, step, agent } of agentsOf(workflow)) {
        if (agent.kind.checksActor || agentExposure(workflow, job, step, agent) !== "strangers") continue;
        const events = workflow.triggers
          .filter((trigger) => causedBy(trigger) === "strangers")
          .map(({ event }) => event);
        yield hit(step, step.at, `${agent.kind.name} starts for everybody on ${events.join(", ")}`);
      }
    },
  },
  {
    id: "spoofable-actor",
    level: "warning",
    title: "The gate asks github.actor for a bot",
    help: "`github.actor` is who caused the latest event, not who wrote what is acted on: a stranger's pull request that the bot touched passes.",
    fix: "Ask who wrote it, e.g. `github.event.pull_request.user.login`.",
    *check(workflow) {
      if (!listensOutside(workflow)) return;
      for (const { key, condition } of gatesOf(workflow)) {
        const spot = spotOf(whole(condition), BOT_GATE);
        if (spot !== null) yield hit({ key }, spot.at, `The condition trusts ${spot.text}`);
      }
    },
  },
  {
    id: "unsound-if",
    level: "error",
    title: "The condition does not say what it seems to",
    help: "`contains('a b', x)` looks for a part of a text, so that `a` and the empty text pass as well. A condition with anything around its braces, were it the line break of a `|` block, is a text that is not empty: always true.",
    fix: 'Look in a list, `contains(fromJSON(\'["a", "b"]\'), x)`; write conditions without braces.',
    *check(workflow) {
      for (const { key, condition } of gatesOf(workflow)) {
        if (isAlwaysTrue(condition))
          yield hit(
            { key },
            condition.at,
            "The condition is always true: with anything around its braces it is a text, and none that is empty",
          );
        const expression = parseExpression(conditionText(condition));
        for (const path of expression === null ? [] : soughtInText(expression))
          yield hit(
            { key },
            condition.at,
            `Parts of the text pass too: ${path} is looked for in a text, not in a list`,
            /^github\.(?:event_name|event\.action)$/.test(path) ? "warning" : "error",
          );
      }
    },
  },
];

const BOT_GATE =
  /github\.(?:actor|triggering_actor)\s*==\s*'[^']*\[bot\]'|'[^']*\[bot\]'\s*==\s*github\.(?:actor|triggering_actor)/;
/** Conditions that decide whether an agent runs. */
function gatesOf(workflow: Workflow): { key: string; condition: YamlScalar }[] {
  const gates = agentsOf(workflow).flatMap(({ job, step }) => [
    ...[step, job, ...neededBy(workflow, job), ...(job.caller === null ? [] : [job.caller])],
  ]);
  return [...new Set(gates)].flatMap(({ key, condition }) =>
    condition === null ? [] : [{ key, condition }],
  );
}

function isAlwaysTrue({ value }: YamlScalar): boolean {
  return value.includes("${{") && !/^\$\{\{(?:(?!\}\})[\s\S])*\}\}$/.test(value);
}

/** What is looked for in a literal text. */
function soughtInText(expression: Expression): string[] {
  switch (expression.kind) {
    case "or":
    case "and":
      return expression.operands.flatMap(soughtInText);
    case "not":
      return soughtInText(expression.operand);
    case "compare":
      return [expression.left, expression.right].flatMap(soughtInText);
    case "call": {
      const [text, sought] = expression.operands;
      const isText = expression.name === "contains" && text?.kind === "literal" && sought?.kind === "path";
      return isText ? [sought.path] : expression.operands.flatMap(soughtInText);
    }
    default:
      return [];
  }
}
