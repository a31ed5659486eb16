import type { StepStatus } from "#core/records/execution.ts";
import type { ExecutionStatus } from "#core/records/execution-status.ts";

type Ended = { status: string; conclusion: string | null };

/** How an execution, a step or a tool call ended, in the words of runs, so that all look alike. */
export function endedAs(status: ExecutionStatus | StepStatus | null): Ended {
  if (status === null || status === "unknown") return { status: "unknown", conclusion: null };
  if (status === "in_progress") return { status, conclusion: null };
  return { status: "completed", conclusion: status === "timeout" ? "timed_out" : status };
}
