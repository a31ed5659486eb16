import type { ExecutionStatus } from "#core/records/execution.ts";

/** How an execution ended, in the words of runs, so that both look alike. */
export function endedAs(status: ExecutionStatus | null): {
  status: string | null;
  conclusion: string | null;
} {
  if (status === null) return { status: "unknown", conclusion: null };
  if (status === "in_progress") return { status, conclusion: null };
  return { status: "completed", conclusion: status === "timeout" ? "timed_out" : status };
}
