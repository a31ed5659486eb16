import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { isChild } from "#core/attempts/invocation.ts";
import { bucketOf, isWithin, type Period } from "#core/attempts/period.ts";
import { moneyOf } from "#core/attempts/usage.ts";
import { comparedExecutions } from "#core/documents/agents/compared-executions.ts";
import { Drift } from "#core/documents/agents/drift.ts";
import { HealthScore, healthScore } from "#core/documents/agents/health-score.ts";
import { UsedBy, usedBy } from "#core/documents/agents/used.ts";
import { Concurrency, concurrency } from "#core/documents/executions/concurrency.ts";
import { Evaluations, evaluations } from "#core/documents/executions/evaluations.ts";
import {
  ExecutionFigures,
  ExecutionOutcomes,
  noExecutionOutcomes,
} from "#core/documents/executions/figures.ts";
import { OperationUse, operationUse } from "#core/documents/executions/operations.ts";
import { Nano } from "#core/pricing/money.ts";
import { plus } from "#core/statistics/distribution.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** Everything about one agent in one period. */
export const AgentReport = z.strictObject({
  current: ExecutionFigures,
  /** The equal stretch before; null when that is not fully known. */
  previous: ExecutionFigures.nullable(),
  health: HealthScore,
  /** Against the stretch before; empty when there is none. */
  drift: z.array(Drift),
  trend: z.array(z.strictObject({ start: Utc, outcomes: ExecutionOutcomes, cost_nano_usd: Nano.nullable() })),
  /** 24 of them, by the hour in UTC that executions started in. */
  hours: z.array(z.strictObject({ hour: Count, executions: Count, failures: Count })),
  concurrency: Concurrency,
  operations: z.array(OperationUse),
  used: UsedBy,
  evaluations: Evaluations,
});
export type AgentReport = z.infer<typeof AgentReport>;

export type AgentFold = InvocationFold<AgentReport>;

export function agentFold(period: Period, context: Context): AgentFold {
  const compared = comparedExecutions(period, context);
  const work = { peaks: concurrency(), operations: operationUse(), used: usedBy(), quality: evaluations() };
  const folds = Object.values(work);
  const trend = period.buckets.map((start) => ({
    start,
    outcomes: noExecutionOutcomes(),
    cost_nano_usd: null as number | null,
  }));
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, executions: 0, failures: 0 }));
  return {
    add(invocation) {
      const { at, status, startedAt } = invocation;
      compared.add(invocation);
      if (!isWithin(period, at)) return;
      for (const fold of folds) fold.add(invocation);
      const bucket = trend[bucketOf(period, at)];
      if (bucket !== undefined)
        bucket.cost_nano_usd = plus(bucket.cost_nano_usd, moneyOf(invocation).nano_usd);
      if (isChild(invocation)) return;
      if (bucket !== undefined) bucket.outcomes[status ?? "unknown"] += 1;
      const hour = hours[Number(startedAt.slice(11, 13))];
      if (hour === undefined) return;
      hour.executions += 1;
      if (status === "failure" || status === "timeout") hour.failures += 1;
    },
    finish() {
      const { current, previous, drift } = compared.finish();
      const quality = work.quality.finish();
      return {
        current,
        previous,
        health: healthScore(current, previous, quality),
        drift,
        trend,
        hours,
        concurrency: work.peaks.finish(),
        operations: work.operations.finish(),
        used: work.used.finish(),
        evaluations: quality,
      };
    },
  };
}
