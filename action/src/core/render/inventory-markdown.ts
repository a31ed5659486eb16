import { inventoryDocument } from "#core/documents/inventory/inventory.ts";
import { count } from "#core/format.ts";
import type { Inventory } from "#core/inventory/inventory.ts";
import { headed } from "#core/render/columns/column.ts";
import { FINDINGS } from "#core/render/columns/inventory.ts";
import { AGENTS_IN_SHORT, verdict } from "#core/render/inventory-text.ts";
import { columnTable } from "#core/render/markdown.ts";

/** GitHub shows ten annotations of a kind for a step: here is more of them. */
const MOST_FINDINGS = 100;

const FINDINGS_IN_SHORT = headed(FINDINGS, ["Level", "What is wrong", "Where", "Rule"]);

/** The inventory for a job's summary: which agents run, then what is wrong, the worst first. */
export function inventoryMarkdown(inventory: Inventory): string {
  const { agents, findings } = inventoryDocument(inventory);
  const more = findings.length - MOST_FINDINGS;
  return [
    "## Agents in workflow files",
    verdict(inventory),
    ...(agents.length === 0 ? [] : [columnTable(AGENTS_IN_SHORT, agents)]),
    ...(findings.length === 0 ? [] : [columnTable(FINDINGS_IN_SHORT, findings.slice(0, MOST_FINDINGS))]),
    ...(more > 0 ? [`${count(more)} more are not shown.`] : []),
  ].join("\n\n");
}
