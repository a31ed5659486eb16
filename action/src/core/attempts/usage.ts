import type { Invocation } from "#core/attempts/invocation.ts";
import { type CostSource, sourceOf } from "#core/pricing/tokens.ts";
import { plus } from "#core/statistics/distribution.ts";

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
export function tokensOf({ lines }: Pick<Invocation, "lines">): Tokens {
  const sums = nothingReported();
  for (const { usage: priced } of lines) {
    if (priced === null) continue;
    const { usage: row } = priced;
    sums.prompt = plus(sums.prompt, row.prompt);
    sums.completion = plus(sums.completion, row.completion);
    sums.cache_read = plus(sums.cache_read, row.cache_read);
    sums.cache_write = plus(sums.cache_write, plus(row.cache_write_5m, row.cache_write_1h));
    sums.reasoning = plus(sums.reasoning, row.reasoning);
    sums.total = plus(sums.total, plus(row.prompt, row.completion) ?? row.total);
    sums.requests = plus(sums.requests, row.requests);
  }
  return sums;
}

function nothingReported(): Tokens {
  const [prompts, answers] = [
    { prompt: null, completion: null },
    { reasoning: null, total: null },
  ];
  return { ...prompts, cache_read: null, cache_write: null, ...answers, requests: null };
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
export function moneyOf({ lines }: Pick<Invocation, "lines">): Money {
  const sums = { nano_usd: null as number | null, estimated: 0, known: 0 };
  const sources: CostSource[] = [];
  for (const { amount_nano_usd, usage } of lines) {
    sums.nano_usd = plus(sums.nano_usd, amount_nano_usd);
    if (usage === null) continue;
    const source = sourceOf(usage.basis);
    sources.push(source);
    if (usage.nano_usd !== null) sums.known += 1;
    if (source === "estimated") sums.estimated += usage.nano_usd ?? 0;
  }
  return {
    nano_usd: sums.nano_usd,
    complete: sources.length > 0 && sums.known === sources.length,
    estimated_nano_usd: sums.estimated,
    source: weakest(sources),
  };
}

/** What a sum rests on that rests on all of these. */
export function weakest(sources: readonly CostSource[]): CostSource {
  return WEAKEST_FIRST.find((source) => sources.includes(source)) ?? "unknown";
}
