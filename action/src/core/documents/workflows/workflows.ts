import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { bucketOf, type Period, type PeriodName } from "#core/attempts/period.ts";
import { raise } from "#core/counts.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Changes, comparisonFold } from "#core/documents/figures/comparison.ts";
import { Figures } from "#core/documents/figures/figures.ts";
import { NamedWorkflow, workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { entry } from "#core/entry.ts";
import { Utc } from "#core/time.ts";

export const WorkflowRow = z.strictObject({
  ...NamedWorkflow.shape,
  /** Agents that ran in the period, most attempts first. */
  agents: z.array(z.string()),
  last_started_at: Utc.nullable(),
  current: Figures,
  /** Null when the stretch before is not fully known. */
  previous: Figures.nullable(),
  /** Null like `previous`. */
  changes: Changes.nullable(),
  /** Per bucket of the period. */
  attempts: z.array(z.number().int()),
  failures: z.array(z.number().int()),
});
export type WorkflowRow = z.infer<typeof WorkflowRow>;

export const WorkflowsDocument = z.strictObject({
  period: Stretch,
  /** Most attempts first; workflows that did not run are last, by name. */
  workflows: z.array(WorkflowRow),
});
export type WorkflowsDocument = z.infer<typeof WorkflowsDocument>;

/** The list of workflows, for every period. */
export function workflowsFold(context: Context): Fold<Record<PeriodName, WorkflowsDocument>> {
  const names = workflowNames(context);
  const periods = perPeriod(context, (period) => tallies(period, context));
  return {
    add(attempt) {
      names.add(attempt.run);
      periods.add(attempt);
    },
    finish() {
      const named = names.finish();
      return periods.finish(({ of }, period) => {
        const workflows = named.map((workflow) => ({ ...workflow, ...of(workflow.id).finish() }));
        workflows.sort(
          (a, b) => b.current.attempts - a.current.attempts || (a.name < b.name ? -1 : 1) || a.id - b.id,
        );
        return { period: stretchOf(period), workflows };
      });
    },
  };
}

/** Every workflow in one period. */
function tallies(period: Period, context: Context) {
  const known = new Map<number, ReturnType<typeof tally>>();
  const of = (id: number) => entry(known, id, () => tally(period, context));
  return {
    of,
    add(attempt: Attempt): void {
      if (attempt.at >= period.previousFrom) of(attempt.run.workflow_id).add(attempt);
    },
  };
}

/** One workflow in one period. */
function tally(period: Period, context: Context) {
  const comparison = comparisonFold(period, context);
  const attempts = period.buckets.map(() => 0);
  const failures = period.buckets.map(() => 0);
  const agents = new Map<string, number>();
  let last: Utc | null = null;
  return {
    add(attempt: Attempt) {
      const { at, role } = attempt;
      comparison.add(attempt);
      const bucket = bucketOf(period, at);
      if (bucket < 0) return;
      attempts[bucket] = (attempts[bucket] ?? 0) + 1;
      if (role === "failure") failures[bucket] = (failures[bucket] ?? 0) + 1;
      for (const agent of attempt.agents) raise(agents, agent);
      if (last === null || at > last) last = at;
    },
    finish: () => ({
      ...comparison.finish(),
      attempts,
      failures,
      agents: [...agents].sort((a, b) => b[1] - a[1]).map(([name]) => name),
      last_started_at: last,
    }),
  };
}
