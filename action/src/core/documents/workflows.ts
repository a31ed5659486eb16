import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { Stretch, stretchOf } from "#core/documents/buckets.ts";
import { Changes, comparisonFold } from "#core/documents/comparison.ts";
import { Figures } from "#core/documents/figures.ts";
import { bucketOf, PERIODS, type Period, type PeriodName, periodAt } from "#core/documents/period.ts";
import { workflowNames } from "#core/documents/workflow-names.ts";
import { Utc } from "#core/time.ts";

export const WorkflowRow = z.strictObject({
  id: z.number().int(),
  slug: z.string(),
  name: z.string(),
  file: z.string().nullable(),
  state: z.string().nullable(),
  /** AgentOps' own sync: shown, and kept out of rankings. */
  own: z.boolean(),
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
  const periods = PERIODS.map((name) => {
    const period = periodAt(name, context.now);
    return { period, tallies: new Map<number, ReturnType<typeof tally>>() };
  });
  return {
    add(attempt) {
      const { run, at } = attempt;
      names.add(run);
      for (const { period, tallies } of periods) {
        if (at < period.previousFrom) continue;
        const known = tallies.get(run.workflow_id) ?? tally(period, context);
        tallies.set(run.workflow_id, known);
        known.add(attempt);
      }
    },
    finish() {
      const named = names.finish();
      const documents = periods.map(({ period, tallies }) => {
        const workflows = named.map((workflow) => ({
          ...workflow,
          ...(tallies.get(workflow.id) ?? tally(period, context)).finish(),
        }));
        workflows.sort(
          (a, b) => b.current.attempts - a.current.attempts || (a.name < b.name ? -1 : 1) || a.id - b.id,
        );
        return [period.name, { period: stretchOf(period), workflows }] as const;
      });
      return Object.fromEntries(documents) as Record<PeriodName, WorkflowsDocument>;
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
      const { at, role, attribution } = attempt;
      comparison.add(attempt);
      const bucket = bucketOf(period, at);
      if (bucket < 0) return;
      attempts[bucket] = (attempts[bucket] ?? 0) + 1;
      if (role === "failure") failures[bucket] = (failures[bucket] ?? 0) + 1;
      if (attribution !== null) agents.set(attribution.agent, (agents.get(attribution.agent) ?? 0) + 1);
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
