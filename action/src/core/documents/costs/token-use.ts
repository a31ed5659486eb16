import * as z from "zod";
import { cacheHits } from "#core/attempts/cache-hits.ts";
import type { Folding } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { entry } from "#core/entry.ts";
import { Nano } from "#core/pricing/money.ts";
import { TOKEN_CLASSES } from "#core/pricing/tokens.ts";
import { plus } from "#core/statistics/distribution.ts";
import { Rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/** What tokens were spent on, by the class they are billed in. */
export const TokenUse = z.strictObject({
  /** Classes do not overlap. Money of priced and reported usage together adds up to that of the tokens. */
  classes: z.array(
    z.strictObject({
      name: z.enum(TOKEN_CLASSES),
      tokens: Count,
      nano_usd: Nano,
      /** Of these tokens, those without a price. */
      unpriced_tokens: Count,
    }),
  ),
  /** Of the tokens of prompts, those that the cache served; of usage that tells it. */
  cache_hits: Rate,
  /** Models whose tokens have no price, most tokens first. */
  unpriced: z.array(
    z.strictObject({
      model: z.string().nullable(),
      provider: z.string().nullable(),
      tier: z.string().nullable(),
      why: z.string(),
      tokens: Count,
      executions: Count,
    }),
  ),
  /** As the agents told them, in their own units: never added to each other or to dollars. */
  ai_credits: z.number().nullable(),
  premium_requests: z.number().nullable(),
});
export type TokenUse = z.infer<typeof TokenUse>;

type Unpriced = TokenUse["unpriced"][number];

/** Folds the lines of one period. */
export function tokenUseFold(): Folding<Line, TokenUse> {
  const classes = TOKEN_CLASSES.map((name) => ({ name, tokens: 0, nano_usd: 0, unpriced_tokens: 0 }));
  const unpriced = new Map<string, Unpriced>();
  let credits: number | null = null;
  let premium: number | null = null;
  const cache = cacheHits();
  return {
    add({ usage: row, item, why, quantity }) {
      if (row === null) return;
      const { usage } = row;
      cache.add(usage);
      for (const sum of classes) {
        sum.tokens += row.tokens[sum.name];
        sum.nano_usd += row.parts[sum.name];
        if (row.nano_usd === null) sum.unpriced_tokens += row.tokens[sum.name];
      }
      credits = plus(credits, usage.reported_ai_credits);
      premium = plus(premium, usage.reported_premium_requests);
      if (row.nano_usd !== null || quantity === null) return;
      const { provider, tier } = usage;
      const key = JSON.stringify([provider, item, tier, why]);
      const known = entry(unpriced, key, () => ({
        model: item,
        provider,
        tier,
        why,
        tokens: 0,
        executions: 0,
      }));
      known.tokens += quantity;
      known.executions += 1;
    },
    finish() {
      return {
        classes,
        cache_hits: cache.finish(),
        unpriced: [...unpriced.values()].sort(
          (a, b) => b.tokens - a.tokens || ((a.model ?? "") < (b.model ?? "") ? -1 : 1),
        ),
        ai_credits: credits,
        premium_requests: premium,
      };
    },
  };
}
