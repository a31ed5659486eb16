import { hasEnded } from "#core/records/ended.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ExecutionStatus } from "#core/records/execution-status.ts";
import { jobTimes } from "#core/records/job-time.ts";
import type { Run } from "#core/records/run.ts";

/** How an agent ended that did not say so itself, as far as its job or run tells; null: they do not. */
export function endedAs(conclusion: string | null): ExecutionStatus | null {
  if (conclusion === "success" || conclusion === "failure" || conclusion === "cancelled") return conclusion;
  if (conclusion === "startup_failure") return "failure";
  return conclusion === "timed_out" ? "timeout" : null;
}

/**
 * An execution whose telemetry broke off (killed, cancelled, cut) stays `in_progress` among the records. When its job
 * or run is over it ended as that did. All others are as they were told.
 */
export function settled(
  execution: Execution,
  run: Pick<Run, "status" | "conclusion" | "jobs" | "job_times">,
): Execution {
  if (execution.status !== "in_progress") return execution;
  const job = jobTimes(run)?.find(({ id }) => id === execution.job_id);
  const over = job !== undefined && hasEnded(job) ? job : hasEnded(run) ? run : null;
  return { ...execution, status: endedAs(over?.conclusion ?? null) ?? execution.status };
}
