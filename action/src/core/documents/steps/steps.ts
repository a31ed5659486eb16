import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { isListed, isWithin, type Period, type PeriodName } from "#core/attempts/period.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { type AttemptStart, executions, type StepSamples } from "#core/documents/step-times/step-samples.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import { StepRow, stepFigures } from "#core/documents/steps/step-row.ts";
import { type NamedWorkflow, workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { sum } from "#core/statistics/distribution.ts";
import { epoch } from "#core/time.ts";

export const StepsDocument = z.strictObject({
  period: Stretch,
  /** Attempts whose steps are known, and those without (not fetched yet, sampled, or kept as a row only). */
  measured: z.number().int(),
  unmeasured: z.number().int(),
  /** Seconds of all steps. */
  total_seconds: z.number(),
  /** Steps with less to save than those listed: whoever writes a workflow can make up names. */
  left_out: z.number().int(),
  /** By exclusive time on the critical path, largest first. AgentOps' own workflow is left out. */
  steps: z.array(StepRow),
});
export type StepsDocument = z.infer<typeof StepsDocument>;

/** More than anybody reads; those of largest saving. */
const MOST_STEPS = 1000;

/** What the steps took, for every period. */
export function stepsFold(context: Context) {
  const names = workflowNames(context);
  const unmeasured = perPeriod(context, countUnmeasured);
  return {
    add(attempt: Attempt) {
      names.add(attempt.run);
      unmeasured.add(attempt);
    },
    finish(times: StepTimes): Record<PeriodName, StepsDocument> {
      const workflows = new Map(names.finish().map((workflow) => [workflow.id, workflow]));
      return unmeasured.finish((without, period) => {
        const comparable = isListed(period.previousFrom, context);
        const ran = times.steps.flatMap((samples) => weighed(samples, period) ?? []).sort(bySaving);
        const total = sum(ran.map(({ total_seconds }) => total_seconds));
        const listed = ran.slice(0, MOST_STEPS).flatMap(({ samples }) => {
          const row = stepFigures(samples, period, comparable);
          const workflow = workflows.get(samples.workflow_id);
          if (row === null || workflow === undefined) return [];
          const share = total === 0 ? null : row.total_seconds / total;
          return [{ ...named(samples, workflow), ...row, share, slower: times.slowerSince(samples) }];
        });
        return {
          period: stretchOf(period),
          measured: countWithin(period, times.attempts),
          unmeasured: without.n,
          total_seconds: total,
          left_out: ran.length - listed.length,
          steps: listed,
        };
      });
    },
  };
}

/** What a step took in a period; null when it did not run. */
function weighed(samples: StepSamples, period: Period) {
  const sums = { samples, total_seconds: 0, exclusive_seconds: 0 };
  let ran = false;
  for (const { seconds, exclusive } of executions(samples, period.from, period.to)) {
    ran = true;
    sums.total_seconds += seconds;
    sums.exclusive_seconds += exclusive ?? 0;
  }
  return ran ? sums : null;
}

function countUnmeasured(period: Period) {
  const counted = {
    n: 0,
    add({ run, at, own }: Attempt) {
      if (!own && run.jobs === null && isWithin(period, at)) counted.n += 1;
    },
  };
  return counted;
}

function countWithin(period: Period, attempts: readonly AttemptStart[]): number {
  const [from, to] = [epoch(period.from), epoch(period.to)];
  return attempts.filter(({ at }) => at >= from && at < to).length;
}

function named(samples: StepSamples, workflow: NamedWorkflow) {
  return {
    workflow_id: workflow.id,
    workflow: workflow.name,
    workflow_slug: workflow.slug,
    job: samples.job,
    step: samples.step,
    variants: [...samples.variants].sort(),
    runner: samples.runner,
  };
}

type Saving = Pick<StepRow, "exclusive_seconds" | "total_seconds">;

function bySaving(a: Saving, b: Saving): number {
  return b.exclusive_seconds - a.exclusive_seconds || b.total_seconds - a.total_seconds;
}
