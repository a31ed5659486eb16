import * as z from "zod";
import { uniqueSlugs } from "#core/addresses/slug.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { bucketOf, type Period, type PeriodName } from "#core/attempts/period.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Fallback, fallbackFold } from "#core/documents/models/fallbacks.ts";
import { byProvider, type Part, partsOf } from "#core/documents/models/model-parts.ts";
import { ModelTally, modelTally } from "#core/documents/models/model-tally.ts";
import { entry } from "#core/entry.ts";
import { PRICE_TABLE } from "#core/pricing/price-table.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** One model of one provider in a period; its names are text of strangers. */
export const ModelRow = z.strictObject({
  /** For links to its part of the page: the same in every period. */
  slug: z.string(),
  /** As telemetry tells them, hence text of strangers; null where it does not. */
  provider: z.string().nullable(),
  model: z.string().nullable(),
  ...ModelTally.shape,
  /** Of everything stored. */
  first_seen: Utc,
  last_seen: Utc,
  /** Executions in each bucket of the period. */
  trend: z.array(Count),
});
export type ModelRow = z.infer<typeof ModelRow>;

const ProviderRow = z.strictObject({ provider: z.string().nullable(), ...ModelTally.shape });

/** The models that agents used in one period. */
export const ModelsDocument = z.strictObject({
  period: Stretch,
  buckets: z.array(Utc),
  price_table: z.string(),
  /** Executions of agents in the period, children included, and those of them that name no model. */
  executions: Count,
  unnamed: Count,
  /** Shares of models that have no row, because their names are too many to be true: of everything stored. */
  left_out: Count,
  /** Most executions first. An execution that used several models counts with each. */
  models: z.array(ModelRow),
  providers: z.array(ProviderRow),
  fallbacks: z.array(Fallback),
});
export type ModelsDocument = z.infer<typeof ModelsDocument>;

/** Anybody can make up names in telemetry. */
const MOST_MODELS = 300;

type Known = { id: number; provider: string | null; model: string | null; first: Utc; last: Utc };
/** The models and providers that answered, for every period. */
export function modelsFold(context: Context): Fold<Record<PeriodName, ModelsDocument>> {
  const known = new Map<string, Known>();
  let leftOut = 0;
  const tallies = perPeriod(context, (period) => tally(period));
  return {
    add({ invocations }) {
      for (const invocation of invocations) {
        const all = partsOf(invocation);
        const parts = all.filter(({ key }) => known.has(key) || known.size < MOST_MODELS);
        leftOut += all.length - parts.length;
        for (const { key, provider, model } of parts) {
          const at = invocation.startedAt;
          const seen = entry(known, key, () => ({ id: known.size, provider, model, first: at, last: at }));
          if (at < seen.first) seen.first = at;
          if (at > seen.last) seen.last = at;
        }
        tallies.add({ invocation, parts });
      }
    },
    finish() {
      const named = [...known.values()];
      const slugs = uniqueSlugs(
        named.map(({ id, model }) => ({ id, text: model ?? "not told" })),
        [],
      );
      return tallies.finish((one) => one.finish(known, slugs, leftOut));
    },
  };
}

function tally(period: Period) {
  const models = new Map<string, { counts: ReturnType<typeof modelTally>; trend: number[] }>();
  const providers = new Map<string | null, ReturnType<typeof modelTally>>();
  const fallbacks = fallbackFold();
  const sums = { executions: 0, unnamed: 0 };
  return {
    add({ invocation, parts }: { invocation: Invocation; parts: readonly Part[] }) {
      const bucket = bucketOf(period, invocation.at);
      if (bucket < 0) return;
      sums.executions += 1;
      if (parts.every(({ model }) => model === null)) sums.unnamed += 1;
      if (invocation.execution !== null) fallbacks.add(invocation.execution);
      for (const { key, model, lines } of parts) {
        const row = entry(models, key, () => ({ counts: modelTally(), trend: period.buckets.map(() => 0) }));
        row.counts.add({ ...invocation, lines }, [model]);
        row.trend[bucket] = (row.trend[bucket] ?? 0) + 1;
      }
      for (const { provider, models: named, lines } of byProvider(parts))
        entry(providers, provider, modelTally).add({ ...invocation, lines }, named);
    },
    finish(
      known: ReadonlyMap<string, Known>,
      slugs: ReadonlyMap<number, string>,
      leftOut: number,
    ): ModelsDocument {
      const rows = [...models].flatMap(([key, { counts, trend }]): ModelRow[] => {
        const seen = known.get(key);
        if (seen === undefined) return [];
        const { id, provider, model, first, last } = seen;
        const slug = slugs.get(id) ?? `x-${id}`;
        return [{ slug, provider, model, ...counts.finish(), first_seen: first, last_seen: last, trend }];
      });
      const sellers = [...providers].map(([provider, counts]) => ({ provider, ...counts.finish() }));
      return {
        period: stretchOf(period),
        buckets: period.buckets,
        price_table: PRICE_TABLE,
        ...sums,
        left_out: leftOut,
        models: rows.sort((a, b) => mostUsed(a, b) || (a.slug < b.slug ? -1 : 1)),
        providers: sellers.sort(
          (a, b) => mostUsed(a, b) || ((a.provider ?? "") < (b.provider ?? "") ? -1 : 1),
        ),
        fallbacks: fallbacks.finish(),
      };
    },
  };
}

function mostUsed(a: ModelTally, b: ModelTally): number {
  return b.figures.executions + b.figures.children - (a.figures.executions + a.figures.children);
}
