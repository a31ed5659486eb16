import type { ModelCall } from "#simulator/history/telemetry/work.ts";

/**
 * What providers charge per million tokens in US dollars: the published list prices of autumn 2026, below any
 * threshold for long prompts. Writing to the cache holds for five minutes.
 */
const PRICES: Readonly<Record<string, { input: number; read: number; write: number; output: number }>> = {
  "claude-haiku-4-5-20251001": { input: 1, read: 0.1, write: 1.25, output: 5 },
  "claude-sonnet-4-5-20250929": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-4.5": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-4-6": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-5": { input: 2, read: 0.2, write: 2.5, output: 10 },
  "claude-opus-4-7": { input: 5, read: 0.5, write: 6.25, output: 25 },
};

/** In billionths of a US dollar, exactly; null for a model without a published price. */
export function nanoDollars(calls: readonly ModelCall[]): number | null {
  let sum = 0;
  for (const call of calls) {
    const price = PRICES[call.model];
    if (price === undefined) return null;
    const { fresh, cacheRead, cacheWrite, output } = call;
    const dollars =
      fresh * price.input + cacheRead * price.read + cacheWrite * price.write + output * price.output;
    sum += Math.round(dollars * 1000);
  }
  return sum;
}

export function dollars(calls: readonly ModelCall[]): number | null {
  const nano = nanoDollars(calls);
  return nano === null ? null : nano / 1e9;
}
