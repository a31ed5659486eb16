import { type Invocation, usageOf } from "#core/attempts/invocation.ts";
import { type CostSource, sourceOf } from "#core/pricing/tokens.ts";
import { plus, sumKnown } from "#core/statistics/distribution.ts";

/** What an invocation used; each is null when none of its rows tells it. */
export type Tokens = {
  prompt: number | null;
  completion: number | null;
  cache_read: number | null;
  cache_write: number | null;
  reasoning: number | null;
  /** Prompt and completion, or the sum that alone is told. */
  total: number | null;
  requests: number | null;
};

/** The sums of what is told; null where no row tells it. */
export function tokensOf(invocation: Pick<Invocation, "lines">): Tokens {
  const rows = usageOf(invocation).map(({ usage: row }) => ({
    ...row,
    cache_write: plus(row.cache_write_5m, row.cache_write_1h),
    total: plus(row.prompt, row.completion) ?? row.total,
  }));
  const sum = (key: keyof Tokens) => sumKnown(rows.map((row) => row[key]));
  return {
    prompt: sum("prompt"),
    completion: sum("completion"),
    cache_read: sum("cache_read"),
    cache_write: sum("cache_write"),
    reasoning: sum("reasoning"),
    total: sum("total"),
    requests: sum("requests"),
  };
}

/** What an invocation cost. */
export type Money = {
  /** Tokens and paid services, as far as is known; null when nothing is. */
  nano_usd: number | null;
  /** Whether that is all of it. */
  complete: boolean;
  /** Of the amount, what rests on tokens that are approximate or on another seller's price. */
  estimated_nano_usd: number;
  /** The weakest of what it rests on. */
  source: CostSource;
};

const WEAKEST_FIRST: readonly CostSource[] = ["unknown", "logged", "estimated", "priced", "reported"];

/** The sum of its lines. */
export function moneyOf(invocation: Pick<Invocation, "lines">): Money {
  const usage = usageOf(invocation);
  const sources = usage.map(({ basis }) => sourceOf(basis));
  const estimated = usage.filter(({ basis }) => sourceOf(basis) === "estimated");
  return {
    nano_usd: sumKnown(invocation.lines.map(({ amount_nano_usd }) => amount_nano_usd)),
    complete: usage.length > 0 && usage.every(({ nano_usd }) => nano_usd !== null),
    estimated_nano_usd: sumKnown(estimated.map(({ nano_usd }) => nano_usd)) ?? 0,
    source: weakest(sources),
  };
}

/** What a sum rests on that rests on all of these. */
export function weakest(sources: readonly CostSource[]): CostSource {
  return WEAKEST_FIRST.find((source) => sources.includes(source)) ?? "unknown";
}
