import type { AgentWorkflow } from "#core/records/agent-workflow.ts";
import { type AgentEvent, WORKFLOW_EVENT } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { categoryOf, executionStatus } from "#core/telemetry/importers/event-words.ts";
import { formatUtc } from "#core/time.ts";

/** Of a forged file. */
const MOST = 1000;

/** The work of several agents that an event is part of, of whose end nothing is known. */
export function workflowOf(draft: ExecutionDraft, event: AgentEvent): AgentWorkflow | null {
  const id = draft.name(event.workflow_id);
  return id === null
    ? null
    : { ...UNENDED, id, round: draft.name(event.workflow_round), type: draft.name(event.workflow_type) };
}

const UNENDED = { status: null, error_type: null, error_message: null, started_at: null, duration_ms: null };

/** How works of several agents ended, which is told when all their executions are. */
export class WorkflowEnds {
  readonly #ends = new Map<string, AgentWorkflow>();

  /** @param draft of any execution: it redacts */
  add(draft: ExecutionDraft, event: AgentEvent): void {
    const workflow = event.type === WORKFLOW_EVENT ? workflowOf(draft, event) : null;
    if (workflow === null || this.#ends.size >= MOST) return;
    const status = executionStatus(event.status ?? null);
    const duration_ms = event.latency_ms ?? null;
    const end = Date.parse(event.timestamp);
    this.#ends.set(keyOf(workflow), {
      ...workflow,
      ...{ status, duration_ms },
      started_at: duration_ms === null ? null : formatUtc(Math.floor((end - duration_ms) / 1000)),
      error_type: status === "success" ? null : (categoryOf(event) ?? "unknown"),
      error_message:
        status === "success" ? null : draft.message(event.error_message ?? event.error_type ?? null),
    });
  }

  of(execution: Execution): Execution {
    const { agent_workflow: reported } = execution;
    const end = reported === null ? undefined : this.#ends.get(keyOf(reported));
    return end === undefined ? execution : { ...execution, agent_workflow: end };
  }
}

function keyOf({ id, round }: AgentWorkflow): string {
  return JSON.stringify([id, round]);
}
