import type { Attribution } from "#core/agents/attribution.ts";
import type { Execution } from "#core/records/execution.ts";

/**
 * What pages call the agent of an execution: as its run's workflow is known, else as its own telemetry calls it. A run
 * that another agent merely caused lends it no name.
 */
export function executingAgent(
  execution: Pick<Execution, "agent_id" | "agent_name">,
  attribution: Attribution | null,
): string {
  if (attribution?.part === "execution") return attribution.agent;
  return execution.agent_name ?? execution.agent_id;
}
