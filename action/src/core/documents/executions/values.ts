import type { InvocationFold } from "#core/attempts/fold.ts";
import { isChild } from "#core/attempts/invocation.ts";
import { moneyOf, tokensOf } from "#core/attempts/usage.ts";
import { isDecided } from "#core/documents/executions/figures.ts";
import { compareValues, type Difference } from "#core/statistics/compare.ts";

/** What is known of single executions, in the order they came: what two sets of them are compared by. */
export type ExecutionValues = {
  /** Of those that succeeded, failed or timed out. */
  duration_seconds: number[];
  /** Of those whose cost is wholly known. */
  cost_nano_usd: number[];
  tokens: number[];
};

/** Of values that are one of these; money stays whole nano-dollars. */
export function compareExecutions(
  of: keyof ExecutionValues,
  before: ExecutionValues,
  after: ExecutionValues,
): Difference {
  const compared = compareValues(before[of], after[of], "lower");
  if (of !== "cost_nano_usd" || compared.difference === null) return compared;
  return { ...compared, difference: Math.round(compared.difference) };
}

/** What an execution started is part of it and has no value of its own. */
export function executionValues(): InvocationFold<ExecutionValues> {
  const values: ExecutionValues = { duration_seconds: [], cost_nano_usd: [], tokens: [] };
  return {
    add(invocation) {
      if (isChild(invocation)) return;
      const { status, duration } = invocation;
      const money = moneyOf(invocation);
      const { total } = tokensOf(invocation);
      if (duration !== null && isDecided(status)) values.duration_seconds.push(duration);
      if (money.complete && money.nano_usd !== null) values.cost_nano_usd.push(money.nano_usd);
      if (total !== null) values.tokens.push(total);
    },
    finish: () => values,
  };
}
