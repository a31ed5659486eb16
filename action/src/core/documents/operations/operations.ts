import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { bucketOf, PERIODS, type Period, type PeriodName, periodAt } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { Coverage, coverageOf, isComparable, noCoverage } from "#core/documents/errors/coverage.ts";
import type { ErrorsDocument } from "#core/documents/errors/errors.ts";
import type { Failures } from "#core/documents/failures/failures.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Heatmap, heatmapFold } from "#core/documents/operations/heatmap.ts";
import { Recovery, recoveryFold } from "#core/documents/operations/recovery.ts";
import { DomainRow, taxonomyOf } from "#core/documents/operations/taxonomy.ts";
import { workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { compareRates, Difference } from "#core/statistics/compare.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { Utc } from "#core/time.ts";

/** How healthy the system is and where it breaks, without AgentOps' own runs. */
export const OperationsDocument = z.strictObject({
  period: Stretch,
  /** Of attempts that succeeded or failed. */
  failures: Rate,
  /** Of the equal stretch before; null when that is not fully known. */
  previous_failures: Rate.nullable(),
  /** Null like the former. */
  change: Difference.nullable(),
  /** Per bucket of the period; `rate` is null where too few of its attempts succeeded or failed. */
  trend: z.array(
    z.strictObject({
      start: Utc,
      failures: z.number().int(),
      decided: z.number().int(),
      rate: z.number().nullable(),
    }),
  ),
  coverage: Coverage,
  /** Attempts after the first of their run, of those that succeeded or failed: how many turned green. */
  reruns: Rate,
  recovery: z.array(Recovery),
  heatmap: Heatmap,
  taxonomy: z.array(DomainRow),
});
export type OperationsDocument = z.infer<typeof OperationsDocument>;

/** What was made of the same attempts. */
type Needs = { failures: Failures; errors: ErrorsDocument };

/** For every period. */
export function operationsFold(context: Context) {
  const names = workflowNames(context);
  const periods = PERIODS.map((name) => periodAt(name, context.now));
  const tallies = perPeriod(context, (period) => tally(period, context));
  const heatmap = heatmapFold(periods);
  const recovery = recoveryFold(periods, context);
  const kindOf = coverageOf(context);
  return {
    add(attempt) {
      names.add(attempt.run);
      heatmap.add(attempt);
      recovery.add(attempt);
      const { run, at, own, role } = attempt;
      if (own || (role !== "success" && role !== "failure")) return;
      tallies.add({ at, failed: role === "failure", again: run.run_attempt > 1, kind: kindOf(attempt) });
    },
    finish({ failures: all, errors }: Needs): Record<PeriodName, OperationsDocument> {
      const workflows = new Map(names.finish().map((workflow) => [workflow.id, workflow]));
      const [heatmaps, recoveries] = [heatmap.finish(workflows), recovery.finish(workflows)];
      const listed = new Set(errors.errors.map(({ signature }) => signature));
      return tallies.finish((counted, period): OperationsDocument => {
        const index = PERIODS.indexOf(period.name);
        const { current, previous, trend } = counted.finish();
        const { failures } = current;
        return {
          period: stretchOf(period),
          failures,
          previous_failures: previous?.failures ?? null,
          change: previous === null ? null : compareRates(previous.failures, failures, "lower"),
          trend,
          coverage: current.coverage,
          reruns: current.reruns,
          recovery: recoveries[index] ?? [],
          heatmap: heatmaps[index] ?? { columns: [], column_seconds: 0, rows: [], left_out: 0 },
          taxonomy: taxonomyOf(all, period, previous !== null && isComparable(previous.coverage), listed),
        };
      });
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish(needs: Needs): Record<PeriodName, OperationsDocument>;
  };
}

function shownRate({ failures, decided }: { failures: number; decided: number }): number | null {
  const { value, enough } = rate(failures, decided);
  return enough ? value : null;
}

/** An attempt that succeeded or failed, and how far the failure has been looked into. */
type Decided = {
  at: Utc;
  failed: boolean;
  /** Not the first of its run. */
  again: boolean;
  kind: ReturnType<ReturnType<typeof coverageOf>>;
};

/** One period's figures. */
function tally(period: Period, context: Context) {
  const trend = period.buckets.map((start) => ({ start, failures: 0, decided: 0 }));
  const sides = withPrevious(period, context, decidedFold);
  return {
    add(decided: Decided): void {
      sides.add(decided);
      const bucket = trend[bucketOf(period, decided.at)];
      if (bucket === undefined) return;
      bucket.decided += 1;
      if (decided.failed) bucket.failures += 1;
    },
    finish: () => ({
      ...sides.finish(),
      trend: trend.map((bucket) => ({ ...bucket, rate: shownRate(bucket) })),
    }),
  };
}

function decidedFold() {
  const coverage = noCoverage();
  const sums = { failed: 0, decided: 0, again: 0, green: 0 };
  return {
    add({ failed, again, kind }: Decided): void {
      sums.decided += 1;
      if (failed) sums.failed += 1;
      if (again) sums.again += 1;
      if (again && !failed) sums.green += 1;
      if (kind === null) return;
      coverage.failures += 1;
      coverage[kind] += 1;
    },
    finish: () => ({
      failures: rate(sums.failed, sums.decided),
      reruns: rate(sums.green, sums.again),
      coverage,
    }),
  };
}
