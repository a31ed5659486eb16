import type { VersionComparison } from "#core/documents/product/versions.ts";
import { finding, NO_ESTIMATE, type Rule } from "#core/documents/recommendations/rules.ts";

function changeOf({ dimension, workflow, agent, before, after, metrics }: VersionComparison) {
  const { success } = metrics;
  return { dimension, workflow, agent, before: before.version, after: after.version, success };
}

export const MODEL_RULES: readonly Rule[] = [
  finding("worse-after-change", "errors", ({ product: { comparisons } }) =>
    comparisons
      .filter(({ metrics }) => metrics.success.verdict === "worse")
      .map((comparison) => {
        const { after_n, before_n } = comparison.metrics.success;
        return { ...changeOf(comparison), n: after_n + before_n, ...NO_ESTIMATE };
      }),
  ),
  finding("cheaper-model", "models", ({ product: { comparisons } }) =>
    comparisons.flatMap((comparison) => {
      const { dimension, after, metrics } = comparison;
      const { cost_nano_usd, success } = metrics;
      if (dimension !== "model" || cost_nano_usd.difference === null) return [];
      if (cost_nano_usd.verdict !== "worse" || success.verdict !== "no change beyond chance") return [];
      return [
        {
          ...changeOf(comparison),
          cost_nano_usd,
          n: cost_nano_usd.after_n + cost_nano_usd.before_n,
          // A third of what 90 days have.
          saving_nano_usd: Math.round((cost_nano_usd.difference * after.figures.executions) / 3),
          saving_seconds: null,
        },
      ];
    }),
  ),
  finding("specific-error", "errors", ({ product: { errors } }) =>
    errors.flatMap(({ category, executions: { n }, specific_to: [first] }) => {
      if (first === undefined) return [];
      const { dimension, value, rate, elsewhere } = first;
      return [{ category, dimension, value, rate, elsewhere, n, ...NO_ESTIMATE }];
    }),
  ),
  finding("unpriced-model", "models", ({ models: { models } }) =>
    models
      .filter(({ unpriced_tokens }) => unpriced_tokens > 0)
      .map(({ model, slug, unpriced_tokens, figures }) => {
        const n = figures.executions + figures.children;
        return { model, slug, unpriced_tokens, n, ...NO_ESTIMATE };
      }),
  ),
];
