import { cacheHits } from "#core/attempts/cache-hits.ts";
import { type Invocation, isChild, usageOf } from "#core/attempts/invocation.ts";
import { moneyOf, tokensOf } from "#core/attempts/usage.ts";
import { eachCost } from "#core/documents/costs/each-cost.ts";
import { isToolFailure } from "#core/documents/executions/execution-row.ts";
import { plus } from "#core/statistics/distribution.ts";
import { rate } from "#core/statistics/rate.ts";

const TOKEN_KEYS = [
  "prompt",
  "completion",
  "cache_read",
  "cache_write",
  "reasoning",
  "total",
  "requests",
] as const;

/** What they and their children sent to models and got of them. */
export function tokensFold() {
  const tokens = tokensOf({ lines: [] });
  const cache = cacheHits();
  const n = { all: 0, known: 0, approximate: 0 };
  return {
    add(invocation: Invocation): void {
      const used = tokensOf(invocation);
      n.all += 1;
      for (const key of TOKEN_KEYS) tokens[key] = plus(tokens[key], used[key]);
      if (used.total !== null) n.known += 1;
      if (used.total !== null && invocation.execution?.usage_approximate) n.approximate += 1;
      for (const { usage } of usageOf(invocation)) cache.add(usage);
    },
    finish: () => ({
      tokens: { ...tokens, coverage: rate(n.known, n.all), approximate: n.approximate },
      cache_hits: cache.finish(),
      output_per_input: ratio(tokens.completion, tokens.prompt),
    }),
  };
}

/** What they and their children cost. */
export function costFold() {
  const sums = { nano: null as number | null, estimated: 0, complete: 0, all: 0 };
  const each = { execution: eachCost(), success: eachCost() };
  return {
    add(invocation: Invocation): void {
      const money = moneyOf(invocation);
      sums.all += 1;
      sums.nano = plus(sums.nano, money.nano_usd);
      sums.estimated += money.estimated_nano_usd;
      if (money.complete) sums.complete += 1;
      const own = isChild(invocation) ? 0 : 1;
      each.execution.add(money, own);
      each.success.add(money, invocation.status === "success" ? own : 0);
    },
    finish: () => ({
      nano_usd: sums.nano,
      estimated_nano_usd: sums.estimated,
      coverage: rate(sums.complete, sums.all),
      per_execution_nano_usd: each.execution.finish().each_nano_usd,
      per_success_nano_usd: each.success.finish().each_nano_usd,
    }),
  };
}

/** Calls of their tools. */
export function callsFold() {
  const n = { all: 0, failed: 0 };
  return {
    add({ execution }: Invocation): void {
      for (const { calls, status } of execution?.tools ?? []) {
        n.all += calls;
        if (isToolFailure(status)) n.failed += calls;
      }
    },
    finish: () => ({ calls: n.all, failures: rate(n.failed, n.all) }),
  };
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
