import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { Stretch, stretchOf } from "#core/documents/buckets.ts";
import { Coverage, coverageOf, isComparable, noCoverage } from "#core/documents/errors/coverage.ts";
import type { ErrorsDocument } from "#core/documents/errors/errors.ts";
import { type Failures, isWithin } from "#core/documents/errors/failures.ts";
import { Heatmap, heatmapFold } from "#core/documents/operations-heatmap.ts";
import { Recovery, recoveryFold } from "#core/documents/operations-recovery.ts";
import { DomainRow, taxonomyOf } from "#core/documents/operations-taxonomy.ts";
import { bucketOf, PERIODS, type Period, type PeriodName, periodAt } from "#core/documents/period.ts";
import { workflowNames } from "#core/documents/workflow-names.ts";
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

/** For every period. `finish` takes what `failuresFold` and `errorsFold` made of the same attempts. */
export function operationsFold(context: Context) {
  const names = workflowNames(context);
  const periods = PERIODS.map((name) => periodAt(name, context.now));
  const tallies = periods.map((period) => tally(period));
  const heatmap = heatmapFold(periods);
  const recovery = recoveryFold(periods, context);
  const kindOf = coverageOf(context);
  return {
    add(attempt) {
      names.add(attempt.run);
      heatmap.add(attempt);
      recovery.add(attempt);
      if (attempt.own) return;
      const kind = kindOf(attempt);
      for (const counted of tallies) counted.add(attempt, kind);
    },
    finish(all: Failures, errors: ErrorsDocument): Record<PeriodName, OperationsDocument> {
      const workflows = new Map(names.finish().map((workflow) => [workflow.id, workflow]));
      const [heatmaps, recoveries] = [heatmap.finish(workflows), recovery.finish(workflows)];
      const listed = new Set(errors.errors.map(({ signature }) => signature));
      const { covered } = context.state;
      const documents = periods.map((period, index): [PeriodName, OperationsDocument] => {
        const counted = (tallies[index] ?? tally(period)).finish();
        const isKnown = covered !== null && covered.from <= period.previousFrom;
        return [
          period.name,
          {
            period: stretchOf(period),
            failures: counted.failures,
            previous_failures: isKnown ? counted.previous : null,
            change: isKnown ? compareRates(counted.previous, counted.failures, "lower") : null,
            trend: counted.trend,
            coverage: counted.coverage,
            reruns: counted.reruns,
            recovery: recoveries[index] ?? [],
            heatmap: heatmaps[index] ?? { columns: [], column_seconds: 0, rows: [], left_out: 0 },
            taxonomy: taxonomyOf(all, period, isKnown && isComparable(counted.before), listed),
          },
        ];
      });
      return Object.fromEntries(documents) as Record<PeriodName, OperationsDocument>;
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish(all: Failures, errors: ErrorsDocument): Record<PeriodName, OperationsDocument>;
  };
}

function shownRate({ failures, decided }: { failures: number; decided: number }): number | null {
  const { value, enough } = rate(failures, decided);
  return enough ? value : null;
}

/** One period's figures. */
function tally(period: Period) {
  const trend = period.buckets.map((start) => ({ start, failures: 0, decided: 0 }));
  const coverage = noCoverage();
  const before = noCoverage();
  const sums = { failed: 0, decided: 0, previousFailed: 0, previousDecided: 0, reruns: 0, green: 0 };
  return {
    add({ run, role, at }: Attempt, kind: ReturnType<ReturnType<typeof coverageOf>>) {
      if (role !== "success" && role !== "failure") return;
      const failed = Number(role === "failure");
      if (isWithin(period, at)) {
        sums.decided += 1;
        sums.failed += failed;
        if (run.run_attempt > 1) sums.reruns += 1;
        if (run.run_attempt > 1) sums.green += 1 - failed;
        const bucket = trend[bucketOf(period, at)];
        if (bucket !== undefined) bucket.decided += 1;
        if (bucket !== undefined) bucket.failures += failed;
      } else if (at >= period.previousFrom && at < period.from) {
        sums.previousDecided += 1;
        sums.previousFailed += failed;
      } else return;
      if (kind === null) return;
      const within = isWithin(period, at) ? coverage : before;
      within.failures += 1;
      within[kind] += 1;
    },
    finish: () => ({
      failures: rate(sums.failed, sums.decided),
      previous: rate(sums.previousFailed, sums.previousDecided),
      reruns: rate(sums.green, sums.reruns),
      trend: trend.map((bucket) => ({ ...bucket, rate: shownRate(bucket) })),
      coverage,
      before,
    }),
  };
}
