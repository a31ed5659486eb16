import type { AgentRow } from "#core/inventory/agent-row.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";

/** What the file of a workflow declares for the agents that it runs. */
export type Declared = Pick<
  PolicyFacts,
  "environments" | "permissions" | "unpinned" | "declared_at" | "models" | "tools"
>;

/**
 * What a workflow's file declares for an agent; where it names no such agent, or none is asked for, for all that it
 * runs. Null: it runs none that we know. An expression stands for what nobody knows before the run.
 */
export function declaredFor(
  agents: readonly AgentRow[],
  workflowFile: string | null,
  agent: string | null,
): Declared | null {
  const inFile = agents.filter(({ workflow_file }) => workflow_file === workflowFile);
  const named = inFile.filter((row) => row.agent === agent);
  const rows = named.length > 0 ? named : inFile;
  const [first] = rows;
  return first === undefined ? null : declaredBy(first, rows);
}

/** What places of agents declare together. */
export function declaredBy(first: AgentRow, rows: readonly AgentRow[]): Declared {
  const models = rows.map(({ model }) => written(model));
  const tools = rows.map((row) => row.tools);
  const permissions = rows.map((row) => row.permissions);
  const environments = rows.map(({ environment }) => environment);
  return {
    environments: environments.some(isExpression) ? null : distinct(environments),
    permissions: permissions.includes(null) ? null : widest(permissions),
    unpinned: distinct(rows.flatMap(({ unpinned }) => unpinned)),
    declared_at: `${first.path}:${first.line}`,
    models: models.includes(null) ? null : distinct(models),
    // `Bash(git log:*)` is the tool Bash.
    tools: tools.includes(null)
      ? null
      : distinct(tools.flatMap((list) => list ?? []).map((tool) => tool.replace(/\(.*$/s, ""))),
  };
}

function isExpression(text: string | null): boolean {
  return text?.includes("${{") ?? false;
}

function written(text: string | null): string | null {
  return isExpression(text) ? null : text;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === null ? [] : [text.slice(0, 500)])))].sort();
}

const LEVELS = ["none", "read", "write"];

function widest(all: readonly AgentRow["permissions"][]): { scope: string; access: string }[] {
  const widest = new Map<string, string>();
  for (const [scope, access] of all.flatMap((permissions) => Object.entries(permissions ?? {})))
    if (LEVELS.indexOf(access) >= LEVELS.indexOf(widest.get(scope) ?? "none")) widest.set(scope, access);
  return [...widest].map(([scope, access]) => ({ scope, access }));
}
