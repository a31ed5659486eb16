import { inventoryDocument } from "#core/documents/inventory/inventory.ts";
import { plural } from "#core/format.ts";
import type { Finding, Inventory } from "#core/inventory/inventory.ts";
import { ruleOf } from "#core/inventory/rules/table.ts";
import { headed } from "#core/render/columns/column.ts";
import { AGENTS_IN_FILES } from "#core/render/columns/inventory.ts";
import { cell, columnGrid, type Painter, painter } from "#core/render/terminal-grid.ts";

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
    agents.length === 0
      ? "No workflow runs an agent that we know."
      : columnGrid(AGENTS_IN_SHORT, inventoryDocument(inventory).agents, {
          paint,
          widths: [20, 34, 26, 26, 18, null],
        }),
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

/** The columns of the agents that a terminal and a job's summary have room for. */
export const AGENTS_IN_SHORT = headed(AGENTS_IN_FILES, [
  "Agent",
  "Workflow",
  "Started by",
  "Its token may",
  "Limits",
  "Guard",
]);

const PAINTS = { error: "red", warning: "yellow", note: "grey" } as const;

function findingLines({ level, line, column, rule, message }: Finding, paint: Painter): string {
  const head = `  ${line}:${column}  ${paint(PAINTS[level], level)}  ${cell(message, 300)}  ${paint("grey", rule)}`;
  return `${head}\n      Fix: ${ruleOf(rule).fix}`;
}
