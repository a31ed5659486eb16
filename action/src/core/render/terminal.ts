import type { Check } from "#core/doctor.ts";
import type { AgentsDocument } from "#core/documents/agents/agents.ts";
import type { CostsDocument } from "#core/documents/costs/costs.ts";
import type { OverviewDocument } from "#core/documents/overview/overview.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import type { SiteDocument } from "#core/documents/site/site.ts";
import type { ToolsDocument } from "#core/documents/tools/tools.ts";
import type { WorkflowRow, WorkflowsDocument } from "#core/documents/workflows/workflows.ts";
import { count, duration, moment, money, percent, plural, tokens } from "#core/format.ts";
import { AGENTS } from "#core/render/columns/agents.ts";
import { headed } from "#core/render/columns/column.ts";
import { TOOLS } from "#core/render/columns/tools.ts";
import { WORKFLOWS } from "#core/render/columns/workflows.ts";
import { cell, columnGrid, grid, type Paint, type Painter, painter } from "#core/render/terminal-grid.ts";
import { attentionText } from "#core/render/words/attention.ts";
import { adviceOn } from "#core/render/words/recommendation.ts";

/** Documents as text for a terminal; colours only when asked for. Texts from outside are made safe in `cell`. */

const STATES: Readonly<Record<Check["state"], { word: string; paint: Paint }>> = {
  ok: { word: "ok", paint: "green" },
  warn: { word: "warning", paint: "yellow" },
  broken: { word: "broken", paint: "red" },
  unknown: { word: "unknown", paint: "grey" },
};

export function checksTable(checks: readonly Check[], colour: boolean): string {
  const paint = painter(colour);
  const rows = checks.map(({ name, state, detail, fix }) => {
    const { word, paint: shade } = STATES[state];
    const text = fix === null ? detail : `${detail}\nFix: ${fix}`;
    return [
      name,
      paint(shade, word),
      text
        .split("\n")
        .map((line) => cell(line, 300))
        .join("\n"),
    ];
  });
  return grid(["Check", "State", "What was found"], rows, [null, null, 72]);
}

/** Wide enough to compare, short enough for a screen. */
const MOST_ROWS = 5;

/** What `agentops summary` shows, all of one period but the recommendations. */
export type SummaryDocuments = {
  site: SiteDocument;
  overview: OverviewDocument;
  workflows: WorkflowsDocument;
  costs: CostsDocument;
  agents: AgentsDocument;
  tools: ToolsDocument;
  recommendations: readonly Recommendation[];
};

export function overviewText(documents: SummaryDocuments, colour: boolean): string {
  const { site, overview, workflows } = documents;
  const paint = painter(colour);
  const { current } = overview;
  const ran = workflows.workflows.filter((row) => !row.own && row.current.attempts > 0);
  const behind = site.pending === 0 ? "" : `, ${count(site.pending)} attempts still lack something`;
  const due = site.next_sync_at === null ? "" : `, next sync ${moment(site.next_sync_at)}`;
  const failing = ran.filter((row) => row.current.outcomes.failure > 0);
  failing.sort((a, b) => b.current.outcomes.failure - a.current.outcomes.failure);
  const slow = [...ran].sort((a, b) => typicalSeconds(b) - typicalSeconds(a));
  const attention = overview.attention.map((one) => paint("yellow", `! ${cell(attentionText(one), 160)}`));
  return [
    paint("bold", `${cell(site.repository)}, last ${overview.period.name}`),
    paint("grey", `As of ${moment(site.as_of)}${due}${behind}`),
    "",
    `Runs ${count(current.runs)}   attempts ${count(current.attempts)}   success ${percent(current.success.value)} of ${count(current.success.n)}   p50 ${duration(current.duration.p50)}   p95 ${duration(current.duration.p95)}`,
    ...agentLines(documents),
    ...(attention.length === 0 ? [] : ["", ...attention]),
    ...agentTables(documents, paint),
    "",
    paint("bold", "Most failures"),
    failing.length === 0 ? "No workflow failed." : workflowTable(failing, paint),
    "",
    paint("bold", "Slowest"),
    workflowTable(slow, paint),
  ].join("\n");
}

/** What was spent and what agents did; nothing where none is known to have run. */
function agentLines({ costs, agents: { all } }: SummaryDocuments): string[] {
  const { spend, coverage } = costs;
  const known = spend.lines > spend.unknown ? spend.total_nano_usd : null;
  const missing = spend.unknown === 0 ? "" : ` (${plural(spend.unknown, "amount")} unknown)`;
  const lines = [`Spend ${money(known)}${missing}   waste ${money(costs.waste.all.spend.total_nano_usd)}`];
  if (all.executions + all.children === 0) return lines;
  return [
    ...lines,
    `Agents ${plural(all.executions, "execution")}   success ${percent(all.success.value)} of ${count(all.success.n)}   p95 ${duration(all.duration.p95)}   tokens ${tokens(all.tokens.total)}   usage and price known of ${count(coverage.part)} of ${count(coverage.n)}`,
  ];
}

function agentTables({ agents, tools, recommendations }: SummaryDocuments, paint: Painter): string[] {
  const worked = agents.agents.filter(({ current }) => current.executions > 0).slice(0, MOST_ROWS);
  const called = tools.tools.slice(0, MOST_ROWS);
  const sections: [string, string][] = [];
  if (worked.length > 0) sections.push(["Agents", columnGrid(AGENT_COLUMNS, worked, { paint })]);
  if (called.length > 0) sections.push(["Tools", columnGrid(TOOL_COLUMNS, called, { paint })]);
  if (recommendations.length > 0) sections.push(["What to do", adviceLines(recommendations)]);
  return sections.flatMap(([title, text]) => ["", paint("bold", title), text]);
}

function adviceLines(recommendations: readonly Recommendation[]): string {
  const lines = recommendations.slice(0, MOST_ROWS).map((one) => {
    const { advice, evidence } = adviceOn(one);
    const { saving_nano_usd: saving } = one;
    const saved = saving === null ? "" : ` Up to ${money(saving)} in 30 days.`;
    return `- ${cell(advice, 200)}\n  ${cell(evidence, 200)}${saved}`;
  });
  return lines.join("\n");
}

/** The median: few workflows run often enough in a week for a p95. */
function typicalSeconds(row: WorkflowRow): number {
  return row.current.duration.p50 ?? -1;
}

const AGENT_COLUMNS = headed(AGENTS, [
  "Agent",
  "Health",
  "Executions",
  "Success",
  "p95",
  "Tokens",
  "Cost",
  "Per success",
]);
const TOOL_COLUMNS = headed(TOOLS, ["Tool", "Server", "Calls", "Failed", "p50", "p95"]);
const WORKFLOW_COLUMNS = headed(WORKFLOWS, ["Workflow", "Attempts", "Failed", "Success", "Median", "p95"]);

function workflowTable(rows: readonly WorkflowRow[], paint: Painter): string {
  return rows.length === 0
    ? "No workflow ran."
    : columnGrid(WORKFLOW_COLUMNS, rows.slice(0, MOST_ROWS), { paint });
}
