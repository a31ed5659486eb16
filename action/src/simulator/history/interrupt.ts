import { epoch, formatUtc, type Utc } from "#core/time.ts";
import type { JobPayload, StepPayload } from "#simulator/model.ts";

/** A job that never got a runner has none of these. */
export const NO_RUNNER = {
  runner_id: null,
  runner_name: null,
  runner_group_id: null,
  runner_group_name: null,
} as const;

/**
 * The job after a cancellation at that moment: untouched if it had ended, cut if it was running. One that still
 * waited is given a start when the cancellation reaches it, after its own end: GitHub's negative durations.
 */
export function cancelled(job: JobPayload, at: number, delay: number): JobPayload {
  const moment = formatUtc(at);
  if (job.completed_at !== null && epoch(job.completed_at) <= at) return job;
  if (epoch(job.started_at) >= at)
    return {
      ...job,
      ...NO_RUNNER,
      conclusion: "cancelled",
      created_at: epoch(job.created_at) < at ? job.created_at : moment,
      started_at: formatUtc(at + delay),
      completed_at: moment,
      steps: [],
    };
  const steps = (job.steps ?? []).flatMap((step) => cut(step, at, moment));
  return { ...job, conclusion: "cancelled", completed_at: moment, steps };
}

function cut(step: StepPayload, at: number, moment: Utc): StepPayload[] {
  if (step.completed_at && epoch(step.completed_at) <= at) return [step];
  if (step.started_at && epoch(step.started_at) < at)
    return [{ ...step, conclusion: "cancelled", completed_at: moment }];
  return step.name === "Complete job" ? [{ ...step, started_at: moment, completed_at: moment }] : [];
}
