import { formatUtc } from "#core/time.ts";
import { aStep } from "#simulator/builders.ts";
import type { JobPlan } from "#simulator/history/blueprint.ts";
import type { CauseName } from "#simulator/history/causes.ts";
import type { Random } from "#simulator/history/random.ts";
import type { StepPayload } from "#simulator/model.ts";

/** What befalls a job: the step that fails, and why. */
export type Failing = { step: string; cause: CauseName };

/** Where GitHub stops a job, unless its workflow says otherwise. */
const TIMEOUT_SECONDS = 3600;

/**
 * Runs a job's steps one after the other from `startedAt`. After a failure the rest is skipped, but what has
 * begun still cleans up. Cleaning up is numbered back from twice the last step, as the runner does it.
 */
export function performSteps(
  random: Random,
  plan: JobPlan,
  startedAt: number,
  slowed: boolean,
  failing: Failing | null,
): { steps: StepPayload[]; endedAt: number } {
  const steps: StepPayload[] = [];
  let clock = startedAt;
  let broken = false;
  const add = (number: number, name: string, seconds: number, conclusion: string) => {
    const started = clock;
    clock += seconds;
    const times = { started_at: formatUtc(started), completed_at: formatUtc(clock) };
    steps.push(aStep({ number, name, conclusion, ...times }));
  };

  add(1, "Set up job", random.between(1, 3), "success");
  const cleanUps: string[] = [];
  for (const [index, step] of plan.steps.entries()) {
    const typical = slowed ? (step.slowed ?? step.seconds) : step.seconds;
    const number = index + 2;
    if (broken) add(number, step.name, 0, "skipped");
    else if (step.name !== failing?.step) add(number, step.name, random.around(typical), "success");
    else if (failing.cause === "timeout")
      add(number, step.name, TIMEOUT_SECONDS - (clock - startedAt), "cancelled");
    else add(number, step.name, random.around(typical * 0.7), "failure");
    if (step.post && !broken) cleanUps.unshift(`Post ${step.name}`);
    broken ||= step.name === failing?.step;
  }
  const last = plan.steps.length + 1;
  const end = cleanUps.length === 0 ? last : 2 * last;
  for (const [index, name] of cleanUps.entries())
    add(end - cleanUps.length + 1 + index, name, random.between(0, 1), "success");
  add(end + 1, "Complete job", 0, "success");
  return { steps, endedAt: clock };
}
