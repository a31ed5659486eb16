import type { Attribution } from "#core/agents/attribution.ts";
import type { Execution } from "#core/records/execution.ts";

/** What pages call known agents, by the id that their telemetry gets. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["claude-code", "Claude"],
  ["codex", "Codex"],
  ["gemini-cli", "Gemini"],
  ["github-copilot-cli", "Copilot CLI"],
]);

type Named = Pick<Execution, "agent_id" | "agent_name" | "parent_execution_id">;

/**
 * What pages call the agent of an execution: as its run's workflow is known, else as its own telemetry calls it. A run
 * that another agent merely caused lends it no name, and a workflow called after one agent none to others that it runs.
 */
export function executingAgent(execution: Named, attribution: Attribution | null): string {
  const reported = execution.agent_name ?? KNOWN.get(execution.agent_id) ?? execution.agent_id;
  if (attribution?.part !== "execution") return reported;
  return isOther(execution, attribution.agent) ? reported : attribution.agent;
}

/** Whether it is not the known agent of that name. A name of the configuration is for whatever runs there. */
function isOther({ agent_id, parent_execution_id }: Named, name: string): boolean {
  if (![...KNOWN.values()].includes(name)) return false;
  const own = KNOWN.get(agent_id);
  if (own !== undefined) return own !== name;
  return parent_execution_id === null && agent_id !== "unknown" && !agent_id.startsWith("gh-aw");
}
