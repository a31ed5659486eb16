import { count, UNKNOWN } from "#core/format.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import type { Inventory } from "#core/inventory/inventory.ts";
import { verdict } from "#core/render/inventory-text.ts";
import { code, escapeMarkdown, table } from "#core/render/markdown.ts";
import { permissionsText, WHO } from "#core/render/words/inventory.ts";

/** GitHub shows ten annotations of a kind for a step: here is more of them. */
const MOST_FINDINGS = 100;

/** The inventory for a job's summary: which agents run, then what is wrong, the worst first. */
export function inventoryMarkdown(inventory: Inventory): string {
  const { agents, findings } = inventory;
  const levels = ["error", "warning", "note"];
  const worst = [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const rows = worst
    .slice(0, MOST_FINDINGS)
    .map(({ level, message, path, line, rule }) => [
      level,
      escapeMarkdown(message),
      code(`${path}:${line}`),
      code(rule),
    ]);
  const more = findings.length - rows.length;
  return [
    "## Agents in workflow files",
    verdict(inventory),
    ...(agents.length === 0 ? [] : [agentTable(agents)]),
    ...(rows.length === 0 ? [] : [table(["Level", "What is wrong", "Where", "Rule"], rows)]),
    ...(more > 0 ? [`${count(more)} more are not shown.`] : []),
  ].join("\n\n");
}

function agentTable(agents: readonly AgentRow[]): string {
  const rows = agents.map(({ agent, path, line, triggers, exposure, permissions, guard }) => [
    escapeMarkdown(agent),
    code(`${path}:${line}`),
    `${escapeMarkdown(triggers.join(", "))} (${WHO[exposure]})`,
    permissions === null ? UNKNOWN : escapeMarkdown(rights(permissions)),
    guard ? "yes" : "no",
  ]);
  return table(["Agent", "Where", "Started by", "Its token may", "Guard"], rows);
}

function rights(permissions: NonNullable<AgentRow["permissions"]>): string {
  return permissionsText(Object.entries(permissions).map(([scope, access]) => ({ scope, access })));
}
