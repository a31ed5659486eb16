import type { HealthPart } from "#core/documents/agents/health-score.ts";
import type { UsedBy } from "#core/documents/agents/used.ts";
import type { Evaluations } from "#core/documents/executions/evaluations.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Quality } from "#core/documents/product/quality.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, duration, money, percent, tokens, UNKNOWN } from "#core/format.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { share } from "#core/render/words/figure-text.ts";
import type { Rate } from "#core/statistics/rate.ts";

type Used = UsedBy["models"][number];

const PARTS: Record<HealthPart["part"], string> = {
  success: "Success rate",
  tools: "Tool calls that worked",
  retries: "Executions without a retry",
  speed: "Median duration against the stretch before",
  cost: "Cost per execution against the stretch before",
  quality: "Evaluations, guardrails and scores passed",
};

/** What the score is made of. */
export const HEALTH_PARTS: readonly Column<HealthPart>[] = [
  words("Part", (row) => PARTS[row.part], "prose"),
  {
    heading: "Score",
    kind: "share",
    value: (row) => row.score,
    text: ({ score }) => (score === null ? UNKNOWN : score.toFixed(1)),
    whole: 100,
  },
  {
    heading: "Weight",
    kind: "figure",
    value: (row) => row.weight,
    text: ({ score, weight }) => (score === null ? "0, not known" : String(weight)),
    tone: ({ score }) => (score === null ? "muted" : null),
  },
  { ...figure<HealthPart>("Of", (row) => row.n), muted: true },
];

/**
 * What a set of executions worked with or for.
 *
 * @param none what having no name means
 * @param executions of the whole set, which bars are of
 */
export function usedColumns(heading: string, none: string, executions: number): Column<Used>[] {
  return [
    {
      heading,
      kind: "name",
      value: (row) => row.name,
      text: (row) => (row.name === null ? none : printableLine(row.name)),
    },
    {
      heading: "Executions",
      kind: "share",
      value: (row) => row.executions,
      text: (row) => count(row.executions),
      whole: Math.max(executions, 1),
    },
    figure("Tokens", (row) => row.tokens, tokens),
    figure("Cost", (row) => row.cost_nano_usd, money),
  ];
}

export const USED_TOOLS: readonly Column<UsedBy["tools"][number]>[] = [
  {
    heading: "Tool",
    kind: "name",
    value: (row) => row.name,
    text: (row) => printableLine(row.name),
    below: (row) => row.server && printableLine(row.server),
  },
  { heading: "Calls", kind: "share", value: (row) => row.calls, text: (row) => count(row.calls) },
  {
    heading: "Failed",
    kind: "figure",
    value: (row) => row.failures.value,
    text: (row) => share(row.failures),
  },
  figure("Mean", ({ mean_ms }) => (mean_ms === null ? null : mean_ms / 1000), duration),
];

/** @param executions of the whole set, which bars are of */
export function errorKinds(executions: number): Column<ExecutionFigures["errors"][number]>[] {
  return [
    words("Kind", (row) => categoryWord(row.category), "name"),
    {
      heading: "Executions",
      kind: "share",
      value: (row) => row.executions,
      text: (row) => count(row.executions),
      whole: Math.max(executions, 1),
      role: "failure",
    },
  ];
}

/** What evaluations, guardrails and people said, by name. */
export const ANSWERS: readonly Column<Evaluations["by_name"][number]>[] = [
  words("Name", (row) => printableLine(row.name), "name"),
  words("Kind", (row) => row.kind),
  figure("Answers", (row) => row.answers),
  {
    heading: "Mean score",
    kind: "figure",
    value: (row) => row.mean_score,
    text: ({ mean_score }) => (mean_score === null ? UNKNOWN : mean_score.toFixed(2)),
  },
  ofAll("Passed", (row) => row.passed),
];

const BY = { agent: "Agent", model: "Model", prompt_version: "Prompt" } as const;

/** The same by what was asked. */
export const QUALITY_BY: readonly Column<Quality["by"][number]>[] = [
  words("By", (row) => BY[row.by]),
  { ...words<Quality["by"][number]>("Name", (row) => row.name, "name"), title: (row) => row.name },
  ofAll("Scored", (row) => row.scored),
  ofAll("Passed", (row) => row.passed),
  ofAll("Violations", (row) => row.violations),
];

/** A share with what it is of. */
function ofAll<Row>(heading: string, rate: (row: Row) => Rate): Column<Row> {
  return {
    heading,
    kind: "figure",
    value: (row) => rate(row).value,
    text: (row) => `${percent(rate(row).value)} of ${count(rate(row).n)}`,
  };
}
