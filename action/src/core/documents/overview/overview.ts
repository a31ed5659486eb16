import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { isWithin, type Period, type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { AgentDocuments } from "#core/documents/agents/agents.ts";
import type { CostDocuments } from "#core/documents/costs/costs.ts";
import { Bucket, bucketCounter, Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Changes, comparisonFold } from "#core/documents/figures/comparison.ts";
import { Figures, figuresFold } from "#core/documents/figures/figures.ts";
import { AgentSpend, agentSpend } from "#core/documents/overview/agent-spend.ts";
import { Attention, slowerSteps, stormAttention, successDrops } from "#core/documents/overview/attention.ts";
import { stormFold } from "#core/documents/overview/storms.ts";
import { unfinishedFold } from "#core/documents/overview/unfinished.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import { WorkflowRow, type WorkflowsDocument } from "#core/documents/workflows/workflows.ts";
import { toBeFetched } from "#core/records/state.ts";

const TOP = 5;

export const OverviewDocument = z.strictObject({
  period: Stretch,
  /** All attempts but AgentOps' own. */
  current: Figures,
  previous: Figures.nullable(),
  /** Null like `previous`. */
  changes: Changes.nullable(),
  /** AgentOps' own sync, kept out of everything else here. */
  own: Figures,
  /** Slug of that sync's workflow, for links that leave it out; null when it is not known. */
  own_workflow: z.string().nullable(),
  trend: z.array(Bucket),
  /** The most pressing first, at most five; `attention_total` counts all. */
  attention: z.array(Attention),
  attention_total: z.number().int(),
  /** Workflows by failed attempts, and by job minutes; at most five of each. */
  by_failures: z.array(WorkflowRow),
  by_minutes: z.array(WorkflowRow),
  agents: AgentSpend,
});
export type OverviewDocument = z.infer<typeof OverviewDocument>;

/** What it ranks and sums up. */
type Needs = {
  workflows: Record<PeriodName, WorkflowsDocument>;
  stepTimes: StepTimes;
  costs: CostDocuments;
  agents: AgentDocuments;
};

export type OverviewFold = {
  add(attempt: Attempt): void;
  finish(needs: Needs): Record<PeriodName, OverviewDocument>;
};

/** The first page, for every period. It ranks what other documents found, hence finishes after them. */
export function overviewFold(context: Context): OverviewFold {
  const unfinished = unfinishedFold(context);
  const folds = perPeriod(context, (period) => tally(period, context));
  const storms = stormFold(periodAt("90d", context.now).from, context);
  return {
    add(attempt) {
      folds.add(attempt);
      if (attempt.own) return;
      unfinished.add(attempt);
      storms.add(attempt);
    },
    finish({ workflows, stepTimes, costs, agents }) {
      const found = storms.finish();
      const standing = [...unfinished.finish(), ...incomplete(context)];
      return folds.finish((fold, period) => {
        const figures = fold.finish();
        const rows = workflows[period.name].workflows;
        const attention = [
          ...standing,
          ...successDrops(rows),
          ...slowerSteps(stepTimes, period, rows),
          ...found
            .filter((storm) => storm.last_at >= period.from)
            .map((storm) => stormAttention(storm, rows)),
        ].sort((a, b) => b.weight - a.weight);
        return {
          period: stretchOf(period),
          ...figures,
          own_workflow: rows.find((row) => row.own)?.slug ?? null,
          attention: attention.slice(0, TOP),
          attention_total: attention.length,
          by_failures: top(rows, ({ current }) => current.outcomes.failure),
          by_minutes: top(rows, ({ current }) => current.job_minutes ?? 0),
          agents: agentSpend(costs.periods[period.name], agents.periods[period.name]),
        };
      });
    },
  };
}

function tally(period: Period, context: Context) {
  const comparison = comparisonFold(period, context);
  const trend = bucketCounter(period);
  const own = figuresFold();
  return {
    add(attempt: Attempt) {
      const { at } = attempt;
      if (attempt.own) {
        if (isWithin(period, at)) own.add(attempt);
        return;
      }
      comparison.add(attempt);
      trend.add(attempt);
    },
    finish: () => ({ ...comparison.finish(), own: own.finish(), trend: trend.finish() }),
  };
}

function top(rows: readonly WorkflowRow[], by: (row: WorkflowRow) => number): WorkflowRow[] {
  return rows
    .filter((row) => !row.own && by(row) > 0)
    .sort((a, b) => by(b) - by(a))
    .slice(0, TOP);
}

function incomplete({ state }: Context): Attention[] {
  const behind = toBeFetched(state.pending).length;
  if (behind === 0 && state.backfill.length === 0) return [];
  return [{ kind: "sync_incomplete", weight: 0.5, behind }];
}
