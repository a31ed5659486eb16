import { type Expression, outcomes, parseExpression } from "#core/inventory/expression.ts";
import type { Agent, Job, Step, Trigger, Workflow } from "#core/inventory/model.ts";
import { textOf } from "#core/inventory/model.ts";
import type { YamlScalar } from "#core/inventory/source.ts";

/**
 * Who can have a step run: nobody from outside, people whom the workflow or the agent's action checks (who may still
 * have it read what strangers wrote), or strangers.
 */
export type Exposure = "nobody" | "members" | "strangers";
const ORDER: readonly Exposure[] = ["nobody", "members", "strangers"];

const least = (values: readonly Exposure[]) =>
  pick(values.reduce((low, value) => Math.min(low, rank(value)), 2));
const most = (values: readonly Exposure[]) =>
  pick(values.reduce((high, value) => Math.max(high, rank(value)), 0));
const rank = (exposure: Exposure) => ORDER.indexOf(exposure);
const pick = (index: number): Exposure => ORDER[index] ?? "strangers";

/** Of issues and pull requests: what takes rights to do. */
const BY_MEMBERS = new Set(
  "labeled unlabeled assigned unassigned milestoned demilestoned pinned unpinned locked unlocked transferred deleted review_requested".split(
    " ",
  ),
);
const FROM_OUTSIDE = new Set([
  ...["issues", "issue_comment", "discussion", "discussion_comment", "pull_request_target"],
  ...["pull_request_review", "pull_request_review_comment", "workflow_run"],
]);

/** Who can cause an event. A pull request from a fork runs without secrets and with a token that only reads. */
export function causedBy({ event, types }: Trigger): Exposure {
  if (event === "pull_request") return "members";
  if (!FROM_OUTSIDE.has(event)) return "nobody";
  return types?.length && types.every((type) => BY_MEMBERS.has(type)) ? "members" : "strangers";
}

/** Events that run with the repository's rights on what strangers sent. */
export function isPrivileged({ event }: Trigger): boolean {
  return FROM_OUTSIDE.has(event);
}

/** Whether anybody from outside is listened to at all. */
export function listensOutside({ triggers }: Pick<Workflow, "triggers">): boolean {
  return triggers.some((trigger) => causedBy(trigger) !== "nobody");
}

/** Who can have a step of a job run, as the workflow alone decides. */
export function stepExposure(
  workflow: Pick<Workflow, "triggers" | "jobs">,
  job: Job,
  step: Step,
  causes: (trigger: Trigger) => Exposure = causedBy,
): Exposure {
  return most(
    workflow.triggers.map((trigger) => {
      const before = job.steps.slice(0, job.steps.indexOf(step));
      const checked = before.some(({ check }) => check === "stops");
      return least([
        causes(trigger),
        jobExposure(workflow, job, trigger),
        checked ? "members" : "strangers",
        admitted(step.condition, trigger, job, workflow),
      ]);
    }),
  );
}

/** Who can have an agent start: its action may refuse what the workflow lets pass. */
export function agentExposure(
  workflow: Pick<Workflow, "triggers" | "jobs">,
  job: Job,
  step: Step,
  { kind }: Agent,
): Exposure {
  const open = kind.opensTo === undefined ? null : textOf(step.with, kind.opensTo);
  const refuses = kind.checksActor && !open?.includes("*");
  return least([stepExposure(workflow, job, step), refuses ? "members" : "strangers"]);
}

/** Each rule asks again, and each job asks those that it needs. */
const known = new WeakMap<Job, Map<Trigger, Exposure>>();

function jobExposure(workflow: Pick<Workflow, "triggers" | "jobs">, job: Job, trigger: Trigger): Exposure {
  const own = known.get(job) ?? new Map<Trigger, Exposure>();
  known.set(job, own);
  const before = own.get(trigger);
  if (before !== undefined) return before;
  // What jobs say that need each other in a circle, which GitHub refuses.
  own.set(trigger, "strangers");
  // What needs a job that was skipped is skipped too, unless it says otherwise.
  const waits = !/\b(?:always|failure|cancelled)\s*\(/.test(job.condition?.body ?? "");
  const needed = waits ? neededBy(workflow, job) : [];
  const exposure = least([
    admitted(job.condition, trigger, job, workflow),
    ...needed.map((other) => jobExposure(workflow, other, trigger)),
    needed.some(({ steps }) => steps.some(({ check }) => check === "stops")) ? "members" : "strangers",
    job.caller === null ? "strangers" : jobExposure(workflow, job.caller, trigger),
  ]);
  own.set(trigger, exposure);
  return exposure;
}

export function neededBy({ jobs }: Pick<Workflow, "jobs">, job: Job): Job[] {
  if (job.needs.length === 0) return [];
  const ids = new Set(job.needs);
  return jobs.filter((other) => other.caller === job.caller && ids.has(other.id));
}

/** Who makes a condition true. What cannot be read may be true for everybody. */
function admitted(
  condition: YamlScalar | null,
  trigger: Trigger,
  job: Job,
  workflow: Pick<Workflow, "jobs">,
): Exposure {
  if (condition === null) return "strangers";
  const expression = parseExpression(conditionText(condition));
  return expression === null ? "strangers" : admits(expression, { trigger, job, workflow });
}

/** A condition's expression: the whole text, or what one `${{ }}` around all of it holds. */
export function conditionText({ body }: YamlScalar): string {
  return /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(body)?.[1] ?? body;
}

type Place = { trigger: Trigger; job: Job; workflow: Pick<Workflow, "jobs"> };

function admits(expression: Expression, place: Place): Exposure {
  switch (expression.kind) {
    case "or":
      return most(expression.operands.map((operand) => admits(operand, place)));
    case "and":
      return least(expression.operands.map((operand) => admits(operand, place)));
    case "not":
      return negated(expression.operand, place);
    case "compare":
      return compared(expression.operator, expression.left, expression.right, place);
    case "call":
      return called(expression.name, expression.operands, place);
    case "literal":
      return expression.value === "false" ? "nobody" : "strangers";
    case "path":
      return isAnswer(expression.path, place) || PULLS.test(expression.path) ? "members" : "strangers";
  }
}

function negated(operand: Expression, place: Place): Exposure {
  if (operand.kind === "compare")
    return compared(operand.operator === "==" ? "!=" : "==", operand.left, operand.right, place);
  return operand.kind === "path" && /\bhead(?:\.repo|_repository)\.fork$/.test(operand.path)
    ? "members"
    : "strangers";
}

/** Who somebody is; `github.actor` can be made a bot's. */
const PERSON = /^github\.(?:actor|triggering_actor)$|(?<!\.owner)\.login$|\.author_association$/;
const SET_BY_MEMBERS = /^github\.event\.(?:label\.name|assignee\.login|assignee\.id)$/;
/** Where a pull request's branch is; those from forks are in no list of a run's. */
const HEAD = /\bhead(?:\.repo|_repository)\.(?:full_name|fork|name|owner\.login|id)$/;
const PULLS = /^github\.event\.workflow_run\.pull_requests\.[0*]/;
const PUSHED = new Set(["push", "schedule", "workflow_dispatch", "release", "merge_group"]);

function compared(operator: string, left: Expression, right: Expression, place: Place): Exposure {
  const [path, other] = sides(left, right);
  const value = other.kind === "literal" ? other.value : null;
  const equal = operator === "==";
  if (path === "github.event_name" && value !== null)
    return (value === place.trigger.event) === equal ? "strangers" : "nobody";
  if (path === "github.event.action" && value !== null)
    return equal && BY_MEMBERS.has(value) ? "members" : "strangers";
  if (path === "github.event.workflow_run.event" && value !== null)
    return equal && PUSHED.has(value) ? "members" : "strangers";
  if (HEAD.test(path)) return isAway(path, value, equal) ? "strangers" : "members";
  if (PULLS.test(path)) return "members";
  if (isAnswer(path, place)) return "members";
  if (!equal) return "strangers";
  if (SET_BY_MEMBERS.test(path)) return "members";
  return PERSON.test(path) && isTrusted(value ?? "") ? "members" : "strangers";
}

/** The path that says something of who it is, and what it is compared with. */
function sides(left: Expression, right: Expression): [string, Expression] {
  if (left.kind === "path" && (right.kind !== "path" || !PERSON.test(right.path))) return [left.path, right];
  return [right.kind === "path" ? right.path : "", left];
}

/** Whether it asks for branches of forks. */
function isAway(path: string, value: string | null, equal: boolean): boolean {
  return path.endsWith(".fork") ? (value === "true") === equal : !equal;
}

function called(name: string, operands: readonly Expression[], place: Place): Exposure {
  const [within, sought] = operands;
  const people = name === "contains" && sought !== undefined ? outcomes(sought) : [];
  if (people.length > 0 && people.every((path) => PERSON.test(path)))
    return isTrusted(literals(within).join(" ")) ? "members" : "strangers";
  // `fromJSON(needs.check.outputs.allowed)` asks what it is made from.
  if (name === "fromjson" && within !== undefined) return admits(within, place);
  return "strangers";
}

function literals(expression: Expression | undefined): string[] {
  if (expression?.kind === "literal") return [expression.value];
  return expression?.kind === "call" ? expression.operands.flatMap(literals) : [];
}

/** Associations that strangers have, or get by one merged pull request. */
function isTrusted(names: string): boolean {
  return !/\b(?:NONE|CONTRIBUTOR|FIRST_TIMER|FIRST_TIME_CONTRIBUTOR|MANNEQUIN)\b/.test(names);
}

/**
 * Whether a value is what a check said: `needs.check.outputs.…` or `steps.check.outputs.…`. Also what a job hands on
 * that only some events may start unasked: which, its script knows, and an error is claimed of what files show.
 */
function isAnswer(path: string, { job, workflow }: Place): boolean {
  const [context, id, what] = path.split(".");
  if (what !== "outputs" && what !== "result" && what !== "outcome") return false;
  if (context === "steps")
    return job.steps.some((step) => step.id?.toLowerCase() === id && step.check !== null);
  const other = workflow.jobs.find((one) => one.caller === job.caller && one.id.toLowerCase() === id);
  if (context !== "needs" || other === undefined) return false;
  return other.steps.some(({ check }) => check !== null) || ASKS_WHO.test(other.condition?.body ?? "");
}

const ASKS_WHO = /author_association|github\.(?:triggering_)?actor|\.login|head\.repo/i;
