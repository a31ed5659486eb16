import { executionPath, runLink } from "#core/addresses/paths.ts";
import type { AgentRound, AgentWorkflowRow } from "#core/documents/agent-workflows/agent-workflows.ts";
import { duration, money, tokens } from "#core/format.ts";
import { COST, ENDED, started, TOOLS_CALLED } from "#core/render/columns/agent-work.ts";
import { type Column, figure, headed, words } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { atLeast, tokensText } from "#core/render/words/cost-text.ts";
import { share } from "#core/render/words/figure-text.ts";

function costOf({ cost_nano_usd: nano, cost_known }: AgentWorkflowRow): string {
  return nano === null || cost_known.value === 1 ? money(nano) : atLeast(nano);
}

/** Works of several agents, all rounds of each. */
export const AGENT_WORKFLOWS: readonly Column<AgentWorkflowRow>[] = [
  {
    heading: "Workflow",
    kind: "name",
    value: (row) => row.workflow,
    text: (row) => printableLine(row.workflow),
    below: (row) => row.type && printableLine(row.type),
  },
  words("Agents", (row) => row.agents.map((agent) => printableLine(agent)).join(", ")),
  figure("Rounds", (row) => row.rounds),
  {
    heading: "Success",
    kind: "figure",
    value: (row) => row.success.value,
    text: (row) => share(row.success),
  },
  figure("Median", (row) => row.median_seconds, duration),
  figure("Tokens", (row) => row.tokens_total, tokens),
  { heading: "Cost", kind: "figure", value: (row) => row.cost_nano_usd, text: costOf },
  figure("Tool calls", (row) => row.tool_calls),
  { heading: "Last", kind: "time", value: (row) => row.last_at },
];

/** Their rounds. */
export const AGENT_ROUNDS: readonly Column<AgentRound>[] = [
  started(),
  {
    name: "workflow",
    heading: "Workflow",
    kind: "name",
    value: (row) => row.workflow,
    text: (row) => printableLine(row.workflow),
    below: (row) => row.type && printableLine(row.type),
  },
  { name: "type", kind: "words", value: (row) => row.type },
  ...ENDED,
  {
    name: "error_message",
    heading: "Said",
    kind: "words",
    value: (row) => row.error_message,
    text: ({ error_message: message }) => (message === null ? "" : said(message)),
  },
  {
    name: "agents",
    heading: "Agents",
    kind: "prose",
    value: (row) => row.agents.map(({ agent }) => agent).join(" · "),
    parts: (row) =>
      row.agents.map(({ agent, execution_id, page }) => ({
        text: printableLine(agent),
        link: page ? executionPath(execution_id) : null,
      })),
  },
  { name: "executions", kind: "code", value: (row) => row.agents.map((one) => one.execution_id).join(" · ") },
  {
    name: "run_id",
    heading: "Run",
    kind: "figure",
    value: (row) => row.run_id,
    text: (row) => `#${row.run_number}`,
    link: (row) => runLink(row.run_id),
  },
  { name: "run_attempt", kind: "figure", value: (row) => row.run_attempt },
  {
    name: "tokens_total",
    heading: "Tokens",
    kind: "figure",
    value: (row) => row.tokens_total,
    text: tokensText,
  },
  ...COST,
  { name: "model_calls", kind: "figure", value: (row) => row.model_calls },
  ...TOOLS_CALLED,
  {
    name: "seconds",
    heading: "Took",
    kind: "figure",
    value: (row) => row.seconds,
    text: (row) => duration(row.seconds),
  },
];

export const AGENT_ROUNDS_SHOWN = headed(AGENT_ROUNDS, [
  "Started",
  "Workflow",
  "Ended",
  "Said",
  "Agents",
  "Run",
  "Tokens",
  "Cost",
  "Tools",
  "Took",
]);
