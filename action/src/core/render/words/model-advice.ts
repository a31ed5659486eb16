import { categoryWord } from "#core/failures/category-word.ts";
import { count, money, percent, plural, tokens } from "#core/format.ts";
import type { AdviceBy } from "#core/render/words/advice.ts";
import type { Difference } from "#core/statistics/compare.ts";

const VERSIONS = {
  prompt_version: "prompt",
  model: "model",
  agent_version: "version",
  workflow_version: "workflow",
};

const wasBefore = ({ before, before_n }: Difference) => `${percent(before)} of ${count(before_n)} before`;

const ofChange = ({ agent, workflow }: { agent: string; workflow: string }) => ({
  subject: `${agent} in ${workflow}`,
  link: "product/#versions",
});

export const MODEL_ADVICE: AdviceBy<
  "worse-after-change" | "cheaper-model" | "specific-error" | "unpriced-model"
> = {
  "worse-after-change": ({ dimension, before, after, success, ...of }) => ({
    ...ofChange(of),
    advice: `Look at what the change from ${VERSIONS[dimension]} ${before} to ${after} broke, or go back.`,
    evidence: `${percent(success.after)} of ${plural(success.after_n, "execution")} succeed, ${wasBefore(success)}.`,
    basis: "Not estimated: what a failure costs you is not known.",
  }),
  "cheaper-model": ({ before, after, success, cost_nano_usd: cost, ...of }) => ({
    ...ofChange(of),
    advice: `Try ${before} again: ${after} costs more and succeeds no more often.`,
    evidence: `An execution costs ${money(cost.after)} at the median, ${money(cost.before)} before; success ${percent(success.after)} of ${count(success.after_n)}, ${wasBefore(success)}.`,
    basis: "The typical difference for each execution, a third of those of the last 90 days.",
  }),
  "specific-error": ({ category, dimension, value, rate, elsewhere }) => ({
    subject: categoryWord(category),
    advice: `Begin with the ${dimension.replaceAll("_", " ")} ${value}: this error is over-represented there.`,
    evidence: `${percent(rate.value)} of its ${plural(rate.n, "execution")} end so, ${percent(elsewhere.value)} of ${count(elsewhere.n)} elsewhere.`,
    basis: "Not estimated: what these failures cost is part of what failed executions cost.",
    link: "product/#errors",
  }),
  "unpriced-model": ({ model, slug, unpriced_tokens, n }) => ({
    subject: model ?? "a model that is not told",
    advice:
      model === null
        ? "Let the agent tell its model: without it nothing can be priced."
        : `Give ${model} a price in prices.models of the configuration.`,
    evidence: `${tokens(unpriced_tokens)} tokens of ${plural(n, "execution")} are in no sum of money.`,
    basis: "Nothing is saved; what is spent becomes known.",
    link: `models/30d/#${slug}`,
  }),
};
