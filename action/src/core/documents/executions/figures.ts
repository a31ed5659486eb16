import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { callsFold, costFold, tokensFold } from "#core/documents/executions/use-figures.ts";
import { Nano } from "#core/pricing/money.ts";
import { Category } from "#core/records/category.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { change, Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/** How executions ended; `unknown`: nobody can tell. */
export const ExecutionOutcomes = z.strictObject({
  success: Count,
  failure: Count,
  timeout: Count,
  cancelled: Count,
  in_progress: Count,
  unknown: Count,
});
export type ExecutionOutcomes = z.infer<typeof ExecutionOutcomes>;

/**
 * What pages say about a set of executions: of an agent, a model, a session, a period. What other executions started
 * counts as `children`: tokens, money and tools are theirs and in the sums, while outcomes, durations and rates are
 * of the executions that they are part of. Unknown is null, and coverage says of how much a sum is.
 */
export const ExecutionFigures = z.strictObject({
  /** Without children; those that told nothing included. */
  executions: Count,
  children: Count,
  /** Of the executions, those without any telemetry. */
  silent: Count,
  /** Different runs. */
  runs: Count,
  outcomes: ExecutionOutcomes,
  /** Of those that succeeded, failed or timed out. */
  success: Rate,
  /** In attempts after the first of their run, and how many of those succeeded. */
  reruns: Rate,
  rerun_success: Rate,
  /** Of those that tell (their steps, or a count): asked a model again, and how many of those succeeded. */
  retries: Rate,
  retry_success: Rate,
  /** Of those that tell: went on with another model. */
  fallbacks: Rate,
  /** Most first; children included. */
  errors: z.array(z.strictObject({ category: Category, executions: Count })),
  /** Seconds, of those that succeeded, failed or timed out. */
  duration: Distribution,
  turns: Distribution,
  tokens: z.strictObject({
    prompt: Count.nullable(),
    completion: Count.nullable(),
    cache_read: Count.nullable(),
    cache_write: Count.nullable(),
    reasoning: Count.nullable(),
    /** Prompt and completion, and sums that alone are told. */
    total: Count.nullable(),
    requests: Count.nullable(),
    /** Executions, children included, whose tokens are known. */
    coverage: Rate,
    /** Of those, the ones whose tokens are rounded or guessed. */
    approximate: Count,
  }),
  /** Tokens that the cache served, of the prompts of which it is told. */
  cache_hits: Rate,
  /** Tokens of answers for each token of prompts; null when either is unknown. */
  output_per_input: z.number().nullable(),
  cost: z.strictObject({
    nano_usd: Nano.nullable(),
    estimated_nano_usd: Nano,
    /** Executions, children included, whose cost is wholly known. */
    coverage: Rate,
    /** What children cost is paid by what started them. Null: no cost is wholly known (`documents/costs/each-cost`). */
    per_execution_nano_usd: Nano.nullable(),
    per_success_nano_usd: Nano.nullable(),
  }),
  tools: z.strictObject({
    calls: Count,
    /** Of the calls, those that failed or timed out. */
    failures: Rate,
  }),
});
export type ExecutionFigures = z.infer<typeof ExecutionFigures>;

/** Folds a set of invocations; those of a model carry the lines of that model alone. */
export function executionFigures(): InvocationFold<ExecutionFigures> {
  const runs = new Set<number>();
  const errors = new Map<Category, number>();
  const n = { all: 0, children: 0 };
  const [endings, tokens, cost, calls] = [endingsFold(), tokensFold(), costFold(), callsFold()];
  return {
    add(invocation) {
      const { run, execution } = invocation;
      n.all += 1;
      runs.add(run.id);
      tokens.add(invocation);
      cost.add(invocation);
      calls.add(invocation);
      const category = execution?.error_type;
      if (category) raise(errors, category);
      if (isChild(invocation)) n.children += 1;
      endings.add(invocation);
    },
    finish() {
      const { silent, duration, turns, ...ended } = endings.finish();
      return {
        executions: n.all - n.children,
        children: n.children,
        silent,
        runs: runs.size,
        ...ended,
        errors: [...errors]
          .map(([category, count]) => ({ category, executions: count }))
          .sort((a, b) => b.executions - a.executions || (a.category < b.category ? -1 : 1)),
        duration,
        turns,
        ...tokens.finish(),
        cost: cost.finish(),
        tools: calls.finish(),
      };
    },
  };
}

/** How executions ended, and after how long; children are part of what started them. */
export function endingsFold() {
  const outcomes = noExecutionOutcomes();
  const durations: number[] = [];
  const turns: number[] = [];
  const n = { all: 0, silent: 0, reruns: 0, rerunSuccess: 0 };
  const again = { told: 0, retried: 0, success: 0, fallbackTold: 0, fallbacks: 0 };
  return {
    add(invocation: Invocation): void {
      if (isChild(invocation)) return;
      const { run, execution, status, duration } = invocation;
      const succeeded = status === "success";
      n.all += 1;
      outcomes[status ?? "unknown"] += 1;
      if (execution === null) n.silent += 1;
      if (run.run_attempt > 1) n.reruns += 1;
      if (run.run_attempt > 1 && succeeded) n.rerunSuccess += 1;
      if (tells(execution, "retries")) again.told += 1;
      if (execution?.retries) again.retried += 1;
      if (execution?.retries && succeeded) again.success += 1;
      if (tells(execution, "fallbacks")) again.fallbackTold += 1;
      if (execution?.fallbacks) again.fallbacks += 1;
      if (duration !== null && isDecided(status)) durations.push(duration);
      if (execution !== null && execution.turns !== null) turns.push(execution.turns);
    },
    finish: () => ({
      silent: n.silent,
      outcomes,
      success: rate(outcomes.success, outcomes.success + outcomes.failure + outcomes.timeout),
      reruns: rate(n.reruns, n.all),
      rerun_success: rate(n.rerunSuccess, n.reruns),
      retries: rate(again.retried, again.told),
      retry_success: rate(again.success, again.retried),
      fallbacks: rate(again.fallbacks, again.fallbackTold),
      duration: distribution(durations),
      turns: distribution(turns),
    }),
  };
}

/** How much more they cost; null where either sum is not whole: half of one against half of another says nothing. */
export function costChange(current: ExecutionFigures, previous: ExecutionFigures | null): number | null {
  const whole = [current, previous].every((figures) => figures?.cost.coverage.value === 1);
  return whole ? change(current.cost.nano_usd, previous?.cost.nano_usd ?? null) : null;
}

export function noExecutionOutcomes(): ExecutionOutcomes {
  return { success: 0, failure: 0, timeout: 0, cancelled: 0, in_progress: 0, unknown: 0 };
}

/** What a success rate divides by; cancelled and working executions say nothing about success. */
export function isDecided(status: Invocation["status"]): boolean {
  return status === "success" || status === "failure" || status === "timeout";
}

/** Who tells every step tells what went wrong between them: none told is none. */
function tells(execution: Invocation["execution"], key: "retries" | "fallbacks"): boolean {
  return execution !== null && (execution[key] !== null || execution.steps.length > 0);
}
