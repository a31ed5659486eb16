import { bodyOf, spotOf, whole } from "#core/inventory/agents.ts";
import { listensOutside, neededBy } from "#core/inventory/exposure.ts";
import { isGuard } from "#core/inventory/guard.ts";
import {
  agentJobs,
  agentsOf,
  type Job,
  type Placed,
  type Step,
  textOf,
  type Workflow,
} from "#core/inventory/model.ts";
import { type Hit, hit, type Rule } from "#core/inventory/rule.ts";
import { nextRun } from "#core/schedule.ts";
import { HOUR_SECONDS, secondsBetween, type Utc } from "#core/time.ts";

/** What ends an agent that goes on and on, and what keeps it from starting. */
export const LIMIT_RULES: readonly Rule[] = [
  {
    id: "no-timeout",
    level: "warning",
    title: "Nothing ends the agent's job but GitHub's six hours",
    help: "An agent that loops is paid until then, in tokens and in minutes.",
    fix: "Add `timeout-minutes` to the job, some three times what it usually takes.",
    *check(workflow) {
      for (const { job, step } of agentJobs(workflow))
        if (job.timeout === null && step.timeout === null && textOf(step.with, "timeout_minutes") === null)
          yield hit(job, job.at, "No timeout-minutes");
    },
  },
  {
    id: "no-cap",
    level: "warning",
    title: "Nothing caps the agent's turns or dollars",
    help: "A timeout ends the time, not the spending: some agents use hundreds of thousands of tokens in a minute.",
    fix: "Add `--max-turns` or `--max-budget-usd` (Claude), `maxSessionTurns` (Gemini).",
    *check(workflow) {
      for (const { job, step, agent } of agentsOf(workflow)) {
        const { capped } = agent.kind;
        if (capped === null) continue;
        const names = [...step.with.keys(), ...step.env.keys(), ...job.env.keys()].join(" ");
        if (!agent.settings.some((part) => capped.test(bodyOf(part))) && !capped.test(names))
          yield hit(step, step.at, `${agent.kind.name} has no cap on turns or dollars`);
      }
    },
  },
  {
    id: "no-concurrency",
    level: "note",
    title: "Any number of runs go on at once",
    help: "Ten comments in a minute are ten agents at work on the same issue.",
    fix: "Add a `concurrency` group with the number of the issue or pull request to the workflow or the job.",
    *check(workflow) {
      const often = listensOutside(workflow) || workflow.triggers.some(({ event }) => event === "schedule");
      if (!often || workflow.concurrency) return;
      for (const { job } of agentJobs(workflow))
        if (!job.concurrency && !job.caller?.concurrency) yield hit(job, job.at, "No concurrency group");
    },
  },
  {
    id: "schedule-dense",
    level: "note",
    title: "The agent starts more often than once an hour",
    help: "Each start costs, whether there is anything to do or not.",
    fix: "Start it less often, or only `if` a cheap step before it has found work.",
    *check(workflow) {
      const [first] = agentJobs(workflow).filter(
        ({ job, step }) => job.condition === null && step.condition === null,
      );
      for (const { crons } of first === undefined ? [] : workflow.triggers)
        for (const cron of crons) {
          const gap = shortestGap(cron.value);
          if (first !== undefined && gap !== null && gap < HOUR_SECONDS)
            yield hit(first.job, cron.at, `${cron.value} starts it every ${Math.round(gap / 60)} minutes`);
        }
    },
  },
  {
    id: "no-guard",
    level: "note",
    title: "Nothing asks about budgets before the agent starts",
    help: "A limit that is only looked at afterwards stops nobody.",
    fix: "Put `command: guard` of AgentOps in a step or job before the agent.",
    *check(workflow) {
      for (const { job, step } of agentJobs(workflow))
        if (guardsOf(workflow, job, step).length === 0) yield hit(job, job.at, "No guard before the agent");
    },
  },
  {
    id: "guard-ignored",
    level: "error",
    title: "The agent starts whatever the guard says",
    help: "A guard that may fail, or whose answer nobody asks for, only looks like a limit. What a skipped or failed job gives is empty, and empty is not 'false'.",
    fix: "Use `needs.guard.result == 'success' && needs.guard.outputs.allowed == 'true'`, without `always()` and `continue-on-error`.",
    check: (workflow) => agentJobs(workflow).flatMap((placed) => [...ignored(placed)]),
  },
  {
    id: "skip-passes-check",
    level: "warning",
    title: "A skipped agent passes a required check",
    help: "GitHub counts a skipped job as a success: what the guard keeps from running looks as if it had passed.",
    fix: "Use the guard's `on-block: fail`, or require a job that says whether the agent ran.",
    *check(workflow, { requiredChecks }) {
      for (const { job, step } of agentJobs(workflow)) {
        const name = requiredChecks?.find((check) => check === job.id || check === job.key);
        const guarded = guardsOf(workflow, job, step).some(({ job: own }) => own !== job);
        if (name !== undefined && guarded && job.condition !== null)
          yield hit(job, job.condition.at, `${name} is required, and passes when it is skipped`);
      }
    },
  },
];

/** A day's worth of starts every five minutes, GitHub's most. */
const MOST_STARTS = 288;

/** Seconds between the two nearest of a day's starts; null for what never starts twice. */
function shortestGap(cron: string): number | null {
  let shortest: number | null = null;
  let last: Utc | null = nextRun(cron, "2026-01-05T00:00:00Z" as Utc);
  for (let count = 0; last !== null && count < MOST_STARTS; count += 1) {
    const next = nextRun(cron, last);
    if (next === null) break;
    const gap = secondsBetween(last, next);
    if (gap === null) break;
    if (shortest === null || gap < shortest) shortest = gap;
    if (gap < HOUR_SECONDS) break;
    last = next;
  }
  return shortest;
}

type Guard = { job: Job; step: Step };

/** Guards that come before an agent: in its job, or in one that it needs. */
function guardsOf(workflow: Workflow, job: Job, step: Step): Guard[] {
  const before = job.steps.slice(0, job.steps.indexOf(step)).filter(isGuard);
  const needed = neededBy(workflow, job).flatMap((other) =>
    other.steps.filter(isGuard).map((guard) => ({ job: other, step: guard })),
  );
  const caller = job.caller === null ? [] : neededBy(workflow, job.caller);
  const outside = caller.flatMap((other) =>
    other.steps.filter(isGuard).map((guard) => ({ job: other, step: guard })),
  );
  return [...before.map((guard) => ({ job, step: guard })), ...needed, ...outside];
}

function* ignored({ workflow, job, step }: Placed): Iterable<Hit> {
  for (const guard of guardsOf(workflow, job, step)) {
    if (guard.step.continueOnError)
      yield hit(guard.step, guard.step.at, "The guard may fail, and the agent starts all the same");
    const isInside = guard.job === job;
    const gated = isInside ? step : job;
    const gate = gated.condition;
    const spot = gate === null ? null : spotOf(whole(gate), /\balways\(\)|!\s*cancelled\(\)|!\s*failure\(\)/);
    const asksResult = new RegExp(String.raw`needs\.${guard.job.id}\.result\s*==\s*'success'`).test(
      gate?.body ?? "",
    );
    if (spot !== null && !(asksResult && !isInside))
      yield hit(gated, spot.at, `${spot.text} starts the agent after a guard that failed`);
    const asked = ANSWER.test(gate?.body ?? "");
    if (textOf(guard.step.with, "on-block") === "skip" && !asked && job.caller === null)
      yield hit(
        gated,
        gate?.at ?? gated.at,
        "The guard only says no (on-block: skip), and no condition asks it",
      );
    if (isInside || gate === null || !asked || asksResult || spot !== null) continue;
    const isSafe = /outputs\.allowed\s*==\s*'true'/.test(gate.body);
    yield hit(
      job,
      gate.at,
      "The guard's answer is asked for, and not whether it succeeded: a guard that failed has said nothing",
      isSafe ? "warning" : "error",
    );
  }
}

const ANSWER = /\boutputs\.(?:allowed|decision)\b/;
