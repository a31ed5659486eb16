import { plural, UNKNOWN } from "#core/format.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import type { Finding, Inventory } from "#core/inventory/inventory.ts";
import { ruleOf } from "#core/inventory/rules/table.ts";
import { cell, grid, type Painter, painter } from "#core/render/terminal-grid.ts";

/** The inventory for a terminal: which agents run, then what is wrong, by file. */
export function inventoryText(inventory: Inventory, colour: boolean): string {
  const paint = painter(colour);
  const { agents, findings } = inventory;
  const files = [...new Set(findings.map(({ path }) => path))];
  const lists = files.map((path) => {
    const own = findings.filter((finding) => finding.path === path);
    return [paint("bold", cell(path, 200)), ...own.map((finding) => findingLines(finding, paint))].join("\n");
  });
  return [
    agents.length === 0 ? "No workflow runs an agent that we know." : agentTable(agents),
    ...lists,
    verdict(inventory),
  ].join("\n\n");
}

/** `2 errors, 1 warning and 3 notes in 4 workflows; 1 finding is ignored by comments.` */
export function verdict({ findings, files, silenced }: Inventory): string {
  const of = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  const counts = `${plural(of("error"), "error")}, ${plural(of("warning"), "warning")}, ${plural(of("note"), "note")}`;
  const ignored = silenced === 0 ? "" : `; ${plural(silenced, "finding")} ignored by comments`;
  return `${counts} in ${plural(files.length, "workflow")}${ignored}.`;
}

const WHO: Readonly<Record<AgentRow["exposure"], string>> = {
  nobody: "",
  members: " (members)",
  strangers: " (anybody)",
};

function agentTable(agents: readonly AgentRow[]): string {
  const rows = agents.map((row) => [
    cell(row.agent, 20),
    cell(`${row.path}:${row.line} ${row.job}`, 100),
    cell(`${row.triggers.join(", ")}${WHO[row.exposure]}`, 100),
    cell(rights(row.permissions), 100),
    cell(row.model ?? UNKNOWN, 40),
    cell([...row.caps, row.timeout_minutes === null ? UNKNOWN : `${row.timeout_minutes} min`].join(", "), 60),
    row.guard ? "yes" : "no",
  ]);
  const head = ["Agent", "Where", "Started by", "Token may", "Model", "Limits", "Guard"];
  return grid(head, rows, [null, 34, 26, 26, null, 18, null]);
}

function rights(permissions: AgentRow["permissions"]): string {
  if (permissions === null) return UNKNOWN;
  const named = Object.entries(permissions).map(([scope, access]) => `${scope}: ${access}`);
  return named.length === 0 ? "nothing" : named.join(", ");
}

const PAINTS = { error: "red", warning: "yellow", note: "grey" } as const;

function findingLines({ level, line, column, rule, message }: Finding, paint: Painter): string {
  const head = `  ${line}:${column}  ${paint(PAINTS[level], level)}  ${cell(message, 300)}  ${paint("grey", rule)}`;
  return `${head}\n      Fix: ${ruleOf(rule).fix}`;
}
