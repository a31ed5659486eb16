import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { usageOf } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { isToolFailure } from "#core/documents/executions/execution-row.ts";
import { entry } from "#core/entry.ts";
import type { UsageCost } from "#core/pricing/cost.ts";
import { Nano, split } from "#core/pricing/money.ts";
import type { TokenClass } from "#core/pricing/tokens.ts";
import { type AgentStep, Operation } from "#core/records/execution.ts";
import { plus } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/** What one kind of work took: steps, and calls of tools that no step tells of. */
export const OperationUse = z.strictObject({
  operation: Operation,
  steps: Count,
  /** Own time: what a step started is counted where it was done. Null when no step tells its time. */
  seconds: z.number().nullable(),
  /** Prompt and completion; null when no step tells. */
  tokens: Count.nullable(),
  /** The executions' known cost, shared out by the tokens of their steps; null when no step tells its tokens. */
  cost_nano_usd: Nano.nullable(),
  /** Failed or timed out, of the steps whose end is known. */
  errors: Rate,
});
export type OperationUse = z.infer<typeof OperationUse>;

type Sums = Omit<OperationUse, "operation" | "errors"> & { failed: number; ended: number };

/** By operation, most time first. */
export function operationUse(): InvocationFold<OperationUse[]> {
  const rows = new Map<Operation, Sums>();
  const rowOf = (operation: Operation): Sums => {
    const row = entry(rows, operation, () => ({ ...NOTHING }));
    return row;
  };
  return {
    add(invocation) {
      const { execution } = invocation;
      if (execution === null) return;
      const costs = stepCosts(execution.steps, usageOf(invocation));
      const own = ownTimes(execution.steps);
      for (const [at, step] of execution.steps.entries()) {
        const row = rowOf(step.operation);
        row.steps += 1;
        row.seconds = plus(row.seconds, own[at] ?? null);
        row.tokens = plus(row.tokens, plus(step.prompt, step.completion));
        row.cost_nano_usd = plus(row.cost_nano_usd, costs[at] ?? null);
        countEnd(row, step.status, 1);
      }
      for (const { step, operation, calls, duration_ms, status } of execution.tools) {
        if (step !== null) continue;
        const row = rowOf(operation);
        row.steps += calls;
        row.seconds = plus(row.seconds, duration_ms === null ? null : (duration_ms * calls) / 1000);
        countEnd(row, status, calls);
      }
    },
    finish: () =>
      [...rows]
        .map(([operation, { failed, ended, ...row }]) => ({
          operation,
          ...row,
          errors: rate(failed, ended),
        }))
        .sort(
          (a, b) =>
            (b.seconds ?? -1) - (a.seconds ?? -1) ||
            b.steps - a.steps ||
            (a.operation < b.operation ? -1 : 1),
        ),
  };
}

const NOTHING: Sums = { steps: 0, seconds: null, tokens: null, cost_nano_usd: null, failed: 0, ended: 0 };

function countEnd(row: Sums, status: AgentStep["status"], calls: number): void {
  if (status === "unknown") return;
  row.ended += calls;
  if (isToolFailure(status)) row.failed += calls;
}

/** Seconds of each step without those of the steps it started; null where not known. */
function ownTimes(steps: readonly AgentStep[]): (number | null)[] {
  const within = new Map<number, number>();
  for (const { parent, duration_ms } of steps) if (parent !== null) raise(within, parent, duration_ms ?? 0);
  return steps.map(({ index, duration_ms }) =>
    duration_ms === null ? null : Math.max(0, duration_ms - (within.get(index) ?? 0)) / 1000,
  );
}

type Usage = readonly UsageCost[];

/** The known cost of the rows, shared out by what each step used of a class of tokens; null for steps that tell none. */
export function stepCosts(steps: readonly AgentStep[], usage: Usage): (number | null)[] {
  const costs = steps.map((): number | null => null);
  const reported = steps.some(({ prompt, completion }) => prompt !== null || completion !== null);
  if (!reported || usage.every(({ nano_usd }) => nano_usd === null)) return costs;
  for (const [classes, weightOf] of SHARED_BY) {
    const amount = usage.reduce((all, { parts }) => classes.reduce((sum, key) => sum + parts[key], all), 0);
    const shares = split(amount, steps.map(weightOf));
    for (const [at, step] of steps.entries())
      if (step.prompt !== null || step.completion !== null)
        costs[at] = plus(costs[at] ?? null, shares[at] ?? 0);
  }
  return costs;
}

const SHARED_BY: readonly [readonly TokenClass[], (step: AgentStep) => number][] = [
  [
    ["input", "cache_write_5m", "cache_write_1h"],
    (step) => Math.max(0, (step.prompt ?? 0) - (step.cache_read ?? 0)),
  ],
  [["cache_read"], (step) => step.cache_read ?? 0],
  [["output", "reasoning"], (step) => step.completion ?? 0],
  [["unsplit"], (step) => (step.prompt ?? 0) + (step.completion ?? 0)],
];
