import type { ToolsDocument } from "#core/documents/tools/tools.ts";
import { count, duration, money, percent, tokens, UNKNOWN } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";

const WORDS: Readonly<Record<string, string>> = {
  tool_execution: "Other tools",
  llm_request: "Requests to models",
  context_management: "Context management",
  planning: "Planning",
  file_operation: "Files",
  shell_command: "Shell",
  memory_operation: "Memory",
  rag_operation: "Retrieval",
};

/** Agents' steps by the kind of work. */
export const KINDS_OF_WORK: readonly Column<ToolsDocument["operations"][number]>[] = [
  { heading: "Kind", kind: "name", value: (row) => WORDS[row.operation] ?? row.operation },
  { heading: "Steps", kind: "figure", value: (row) => row.steps, text: (row) => count(row.steps) },
  { heading: "Time", kind: "figure", value: (row) => row.seconds, text: (row) => duration(row.seconds) },
  { heading: "Tokens", kind: "figure", value: (row) => row.tokens, text: (row) => tokens(row.tokens) },
  {
    heading: "Cost",
    kind: "figure",
    value: (row) => row.cost_nano_usd,
    text: (row) => money(row.cost_nano_usd),
  },
  {
    heading: "Failed",
    kind: "figure",
    value: (row) => row.errors.value,
    text: (row) => percent(row.errors.value),
  },
];

/** Tools that were offered and never called. */
export const UNUSED_TOOLS: readonly Column<ToolsDocument["unused"][number]>[] = [
  { heading: "Tool", kind: "name", value: (row) => row.name },
  { heading: "Server", kind: "words", value: (row) => row.server, text: (row) => row.server ?? UNKNOWN },
  { heading: "Offered", kind: "figure", value: (row) => row.loaded, text: (row) => count(row.loaded) },
];
