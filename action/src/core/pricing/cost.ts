import type { Prices } from "#core/config/prices.ts";
import { raise } from "#core/counts.ts";
import { globs } from "#core/glob.ts";
import { nano } from "#core/pricing/money.ts";
import { type PricedUsage, priceUsage } from "#core/pricing/tokens.ts";
import type { Execution } from "#core/records/execution.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { sum } from "#core/statistics/distribution.ts";
import type { Utc } from "#core/time.ts";

/** A row of usage and its price. */
export type UsageCost = PricedUsage & { usage: TokenUsage };
/** Calls of a paid service, at `prices.external` of the configuration. */
type ExternalCost = { host: string; calls: number; nano_usd: number };

/** What one execution cost, in nano-dollars. */
export type ExecutionCost = {
  execution: Execution;
  /** When its tokens were used. */
  at: Utc;
  /** One for each row of its usage, in order. */
  rows: UsageCost[];
  external: ExternalCost[];
  /** Of the tokens: the sum of what is known; null when nothing is. */
  tokens_nano_usd: number | null;
  external_nano_usd: number;
  /** Whether every row has an amount: the sum is all of it. */
  known: boolean;
};

/**
 * What one execution cost. Usage is each execution's own: children that it started have theirs.
 *
 * @param at when its run started, for executions that do not tell when they did
 */
export function executionCost(execution: Execution, at: Utc, prices: Prices): ExecutionCost {
  const when = execution.started_at ?? at;
  const rows = execution.usage.map((usage): UsageCost => {
    const priced = priceUsage(usage, when, prices.models, execution.usage_approximate);
    const isLogged = execution.trust === "log" && priced.nano_usd !== null;
    return { ...priced, basis: isLogged ? "logged" : priced.basis, usage };
  });
  const amounts = rows.flatMap(({ nano_usd }) => nano_usd ?? []);
  const external = externalCosts(execution, prices);
  return {
    execution,
    at: when,
    rows,
    external,
    tokens_nano_usd: amounts.length === 0 ? null : sum(amounts),
    external_nano_usd: sum(external.map(({ nano_usd }) => nano_usd)),
    known: rows.length > 0 && amounts.length === rows.length,
  };
}

function externalCosts(execution: Execution, prices: Prices): ExternalCost[] {
  const calls = new Map<string, number>();
  for (const tool of execution.tools)
    if (tool.external !== null) raise(calls, tool.external.host, tool.calls);
  return [...calls].flatMap(([host, n]) => {
    const price = prices.external.find((row) => globs([row.host])(host));
    return price === undefined ? [] : [{ host, calls: n, nano_usd: n * nano(price.per_call) }];
  });
}
