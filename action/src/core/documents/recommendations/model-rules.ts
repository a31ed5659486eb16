import type { Rule } from "#core/documents/recommendations/rules.ts";
import { NO_ESTIMATE } from "#core/documents/recommendations/rules.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, money, percent, plural, tokens } from "#core/format.ts";

const WORDS = {
  prompt_version: "prompt",
  model: "model",
  agent_version: "version",
  workflow_version: "workflow",
};

export const MODEL_RULES: readonly Rule[] = [
  {
    rule: "worse-after-change",
    area: "errors",
    find: ({ product: { comparisons } }) =>
      comparisons
        .filter(({ metrics }) => metrics.success.verdict === "worse")
        .map(({ dimension, workflow, agent, before, after, metrics: { success } }) => ({
          subject: `${agent} in ${workflow}`,
          advice: `Look at what the change from ${WORDS[dimension]} ${before.version} to ${after.version} broke, or go back.`,
          evidence: `${percent(success.after)} of ${plural(success.after_n, "execution")} succeed, ${percent(success.before)} of ${count(success.before_n)} before.`,
          n: success.after_n + success.before_n,
          ...NO_ESTIMATE,
          basis: "Not estimated: what a failure costs you is not known.",
          link: "product/#versions",
        })),
  },
  {
    rule: "cheaper-model",
    area: "models",
    find: ({ product: { comparisons } }) =>
      comparisons.flatMap(({ dimension, workflow, agent, before, after, metrics }) => {
        const { cost_nano_usd: cost, success } = metrics;
        if (dimension !== "model" || cost.difference === null) return [];
        if (cost.verdict !== "worse" || success.verdict !== "no change beyond chance") return [];
        return [
          {
            subject: `${agent} in ${workflow}`,
            advice: `Try ${before.version} again: ${after.version} costs more and succeeds no more often.`,
            evidence: `An execution costs ${money(cost.after)} at the median, ${money(cost.before)} before; success ${percent(success.after)} of ${count(success.after_n)}, ${percent(success.before)} of ${count(success.before_n)} before.`,
            n: cost.after_n + cost.before_n,
            saving_nano_usd: Math.round((cost.difference * after.figures.executions) / 3),
            saving_seconds: null,
            basis: "The typical difference for each execution, a third of those of the last 90 days.",
            link: "product/#versions",
          },
        ];
      }),
  },
  {
    rule: "specific-error",
    area: "errors",
    find: ({ product: { errors } }) =>
      errors.flatMap(({ category, executions, specific_to: [first] }) =>
        first === undefined
          ? []
          : [
              {
                subject: categoryWord(category),
                advice: `Begin with the ${first.dimension.replaceAll("_", " ")} ${first.value}: this error is over-represented there.`,
                evidence: `${percent(first.rate.value)} of its ${plural(first.rate.n, "execution")} end so, ${percent(first.elsewhere.value)} of ${count(first.elsewhere.n)} elsewhere.`,
                n: executions.n,
                ...NO_ESTIMATE,
                basis: "Not estimated: what these failures cost is part of what failed executions cost.",
                link: "product/#errors",
              },
            ],
      ),
  },
  {
    rule: "unpriced-model",
    area: "models",
    find: ({ models: { models } }) =>
      models
        .filter(({ unpriced_tokens }) => unpriced_tokens > 0)
        .map(({ model, slug, unpriced_tokens, figures }) => ({
          subject: model ?? "a model that is not told",
          advice:
            model === null
              ? "Let the agent tell its model: without it nothing can be priced."
              : `Give ${model} a price in prices.models of the configuration.`,
          evidence: `${tokens(unpriced_tokens)} tokens of ${plural(figures.executions + figures.children, "execution")} are in no sum of money.`,
          n: figures.executions + figures.children,
          ...NO_ESTIMATE,
          basis: "Nothing is saved; what is spent becomes known.",
          link: `models/30d/#${slug}`,
        })),
  },
];
