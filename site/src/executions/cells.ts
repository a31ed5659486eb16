import { executionPath, runLink } from "#core/addresses/paths.ts";
import type { ListedExecution } from "#core/documents/executions/executions.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { count, duration, moment, percent, tokens, UNKNOWN } from "#core/format.ts";
import { printableLine } from "#core/render/printable.ts";
import { costSource, costText, tokensText } from "#core/render/words/cost-text.ts";

/** One cell of a row about an execution, made the same by the page and by its script. */
export type ExecutionCell = {
  text: string;
  /** Below the site's root. */
  link?: string;
  title?: string;
  /** A second line. */
  note?: string;
  number?: boolean;
  /** Shown as a status with its icon. */
  status?: ListedExecution["status"];
};

export const EXECUTION_HEADINGS: readonly { text: string; number?: true }[] = [
  { text: "Started" },
  { text: "Ended" },
  { text: "Agent" },
  { text: "Run" },
  { text: "Model" },
  { text: "Prompt", number: true },
  { text: "From cache", number: true },
  { text: "Answer", number: true },
  { text: "Cost", number: true },
  { text: "Turns", number: true },
  { text: "Tools", number: true },
  { text: "Took", number: true },
  { text: "User" },
];

export function executionCells(row: ListedExecution): ExecutionCell[] {
  const id = row.execution_id;
  const [model, ...others] = row.models;
  const own = row.page && id !== null ? { link: executionPath(id) } : {};
  const cached = row.tokens_prompt ? (row.tokens_cache_read ?? 0) / row.tokens_prompt : null;
  const tokensTold = row.tokens_prompt === null && row.tokens_total !== null;
  return [
    { text: moment(row.started_at).replace(" UTC", ""), ...own },
    {
      text: "",
      status: row.status,
      ...(row.error_type === null ? {} : { note: categoryWord(row.error_type) }),
    },
    {
      text: printableLine(row.agent),
      ...(id === null
        ? { note: "told nothing" }
        : row.trust === "fork"
          ? { note: "of a fork", title: "A stranger's run told this: believe it as far as you know them" }
          : row.parent_execution_id === null
            ? {}
            : { note: "started by another" }),
    },
    {
      text: `${printableLine(row.workflow ?? "Run")} #${row.run_number}`,
      link: runLink(row.run_id),
      ...(row.title === null ? {} : { note: printableLine(row.title), title: printableLine(row.title) }),
    },
    {
      text: model === undefined ? UNKNOWN : printableLine(model),
      ...(others.length === 0
        ? {}
        : {
            note: `and ${others.length} more`,
            title: row.models.map((name) => printableLine(name)).join(", "),
          }),
    },
    tokensTold
      ? { text: tokensText(row), note: "in all", number: true }
      : {
          text: `${row.tokens_prompt !== null && row.tokens_approximate ? "~" : ""}${tokens(row.tokens_prompt)}`,
          number: true,
        },
    { text: row.tokens_cache_read === null ? UNKNOWN : percent(cached), number: true },
    { text: tokens(row.tokens_completion), number: true },
    { text: costText(row), title: costSource(row), number: true },
    { text: count(row.turns), number: true },
    {
      text: count(row.tool_calls),
      number: true,
      ...(row.tool_failures ? { note: `${count(row.tool_failures)} failed` } : {}),
    },
    { text: duration(row.duration_seconds), number: true },
    { text: row.user_id === null ? UNKNOWN : printableLine(row.user_id) },
  ];
}
