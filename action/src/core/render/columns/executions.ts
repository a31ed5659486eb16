import { executionPath, runLink } from "#core/addresses/paths.ts";
import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { count, duration, percent, tokens } from "#core/format.ts";
import { COST, ENDED, started, TOOLS_CALLED } from "#core/render/columns/agent-work.ts";
import { type Column, headed } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { tokensText } from "#core/render/words/cost-text.ts";

/** `page`: it has a page of its own. */
type Row = ExecutionRow & { page?: boolean };

const isSumOnly = (row: ExecutionRow) => row.tokens_prompt === null && row.tokens_total !== null;
/** Of the prompt, what the cache served. */
export const cached = (row: ExecutionRow) =>
  row.tokens_cache_read === null || !row.tokens_prompt ? null : row.tokens_cache_read / row.tokens_prompt;

function teller({ execution_id, trust, parent_execution_id }: ExecutionRow): string | null {
  if (execution_id === null) return "told nothing";
  if (trust === "fork") return "of a fork";
  return parent_execution_id === null ? null : "started by another";
}

function promptText(row: ExecutionRow): string {
  if (isSumOnly(row)) return tokensText(row);
  return `${row.tokens_prompt !== null && row.tokens_approximate ? "~" : ""}${tokens(row.tokens_prompt)}`;
}

export const EXECUTIONS: readonly Column<Row>[] = [
  { name: "execution_id", kind: "code", value: (row) => row.execution_id },
  { name: "parent_execution_id", kind: "code", value: (row) => row.parent_execution_id },
  { name: "trust", kind: "words", value: (row) => row.trust },
  { name: "run_id", kind: "figure", value: (row) => row.run_id },
  { name: "run_attempt", kind: "figure", value: (row) => row.run_attempt },
  { name: "job_id", kind: "figure", value: (row) => row.job_id },
  { name: "session_id", kind: "code", value: (row) => row.session_id },
  {
    ...started<Row>(),
    link: (row) => (row.page && row.execution_id !== null ? executionPath(row.execution_id) : null),
  },
  {
    name: "agent",
    heading: "Agent",
    kind: "name",
    value: (row) => row.agent,
    text: (row) => printableLine(row.agent),
    title: (row) =>
      row.execution_id !== null && row.trust === "fork"
        ? "A stranger's run told this: believe it as far as you know them"
        : null,
    below: teller,
  },
  {
    name: "workflow",
    heading: "Run",
    kind: "words",
    value: (row) => row.workflow,
    text: (row) => `${printableLine(row.workflow ?? "Run")} #${row.run_number}`,
    link: (row) => runLink(row.run_id),
    title: (row) => row.title && printableLine(row.title),
    below: ({ asked, title }) =>
      asked === null ? title && printableLine(title) : `“${printableLine(asked, 160)}”`,
  },
  { name: "title", kind: "words", value: (row) => row.title },
  { name: "asked", kind: "words", value: (row) => row.asked },
  ...ENDED,
  {
    name: "models",
    heading: "Model",
    kind: "words",
    value: (row) => row.models.join(" · "),
    text: (row) => said(row.models[0] ?? null),
    title: (row) => (row.models.length > 1 ? row.models.map((name) => printableLine(name)).join(", ") : null),
    below: (row) => (row.models.length > 1 ? `and ${row.models.length - 1} more` : null),
  },
  {
    name: "duration_seconds",
    heading: "Took",
    kind: "figure",
    value: (row) => row.duration_seconds,
    text: (row) => duration(row.duration_seconds),
  },
  {
    name: "tokens_prompt",
    heading: "Prompt",
    kind: "figure",
    value: (row) => row.tokens_prompt,
    text: promptText,
    below: (row) => (isSumOnly(row) ? "in all" : null),
  },
  {
    name: "tokens_completion",
    heading: "Answer",
    kind: "figure",
    value: (row) => row.tokens_completion,
    text: (row) => tokens(row.tokens_completion),
  },
  {
    name: "tokens_cache_read",
    heading: "From cache",
    kind: "figure",
    value: (row) => row.tokens_cache_read,
    text: (row) => percent(cached(row)),
  },
  { name: "tokens_total", kind: "figure", value: (row) => row.tokens_total },
  { name: "tokens_approximate", kind: "words", value: (row) => row.tokens_approximate },
  ...COST,
  { name: "cost_complete", kind: "words", value: (row) => row.cost_complete },
  {
    name: "turns",
    heading: "Turns",
    kind: "figure",
    value: (row) => row.turns,
    text: (row) => count(row.turns),
  },
  ...TOOLS_CALLED,
  {
    name: "user",
    heading: "User",
    kind: "words",
    value: (row) => row.user_id,
    text: (row) => said(row.user_id),
  },
  { name: "item", kind: "figure", value: (row) => row.item?.number ?? null },
];

export const EXECUTIONS_SHOWN = headed(EXECUTIONS, [
  "Started",
  "Ended",
  "Agent",
  "Run",
  "Model",
  "Prompt",
  "From cache",
  "Answer",
  "Cost",
  "Turns",
  "Tools",
  "Took",
  "User",
]);
