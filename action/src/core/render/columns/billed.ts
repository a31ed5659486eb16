import type { RunnerUse } from "#core/documents/costs/runner-use.ts";
import type { TokenUse } from "#core/documents/costs/token-use.ts";
import { money, percent } from "#core/format.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";

const BASIS: Record<RunnerUse["basis"], string> = {
  list: "GitHub's list price",
  free: "free in this repository",
  configured: "your price",
  self_hosted: "yours; no price configured",
  unknown: "no price known",
};

export const RUNNERS: readonly Column<RunnerUse>[] = [
  {
    heading: "Runner",
    kind: "name",
    value: (row) => row.runner.replace(/^actions_/, "").replaceAll("_", " "),
    title: (row) => row.runner,
  },
  figure("Jobs", (row) => row.jobs),
  figure("Minutes", (row) => row.minutes),
  figure("Spend", (row) => row.nano_usd, money),
  figure("Worth", (row) => row.worth_nano_usd, money),
  words("Basis", (row) => BASIS[row.basis]),
];

const CLASSES: Record<TokenUse["classes"][number]["name"], string> = {
  input: "Prompt, not cached",
  cache_read: "Prompt, from the cache",
  cache_write_5m: "Prompt, written to the cache",
  cache_write_1h: "Prompt, written to the cache for an hour",
  output: "Answer",
  reasoning: "Reasoning",
  unsplit: "Reported without its tokens",
};

type ClassRow = { name: string; tokens: number; unpriced_tokens: number; nano_usd: number; isSum: boolean };

/** Tokens by the class they are billed in, and the sum. */
export function classRows({ classes }: TokenUse): ClassRow[] {
  const rows = classes
    .filter(({ tokens, nano_usd }) => tokens > 0 || nano_usd > 0)
    .map((row) => ({ ...row, name: CLASSES[row.name], isSum: false }));
  const sum = (key: "tokens" | "nano_usd") => rows.reduce((total, row) => total + row[key], 0);
  const all = { tokens: sum("tokens"), nano_usd: sum("nano_usd"), unpriced_tokens: 0 };
  return rows.length === 0 ? [] : [...rows, { ...all, name: "All", isSum: true }];
}

export function classColumns(rows: readonly ClassRow[]): Column<ClassRow>[] {
  const total = rows.at(-1)?.nano_usd ?? 0;
  const each = ({ tokens, unpriced_tokens, nano_usd }: ClassRow) =>
    tokens === unpriced_tokens ? null : Math.round((nano_usd / (tokens - unpriced_tokens)) * 1e6);
  return [
    words("Class", (row) => row.name, "name"),
    figure("Tokens", (row) => row.tokens),
    // Tokens without any price make no $0.00.
    figure(
      "Spend",
      ({ tokens, unpriced_tokens: unpriced, nano_usd }) =>
        tokens > 0 && unpriced === tokens ? null : nano_usd,
      money,
    ),
    ofClass("Share", (row) => (total === 0 ? null : row.nano_usd / total), percent),
    ofClass("Per million", each, money),
  ];
}

/** The sum has none. */
function ofClass(
  heading: string,
  value: (row: ClassRow) => number | null,
  show: (n: number | null) => string,
): Column<ClassRow> {
  return { heading, kind: "figure", value, text: (row) => (row.isSum ? "" : show(value(row))) };
}
