import { epoch, formatUtc } from "#core/time.ts";
import type { Blueprint } from "#simulator/history/blueprint.ts";
import { NO_RUNNER } from "#simulator/history/interrupt.ts";
import type { JobPayload, SimulatedAttempt, StepPayload } from "#simulator/model.ts";

/**
 * An attempt as it looks at that moment, while it is under way: what has ended stays, what runs has no end yet,
 * what waits has no runner, and jobs whose needs are not met are not listed. Unchanged when it is over.
 */
export function asOf(attempt: SimulatedAttempt, blueprint: Blueprint, now: number): SimulatedAttempt {
  if (epoch(attempt.run.updated_at) <= now) return attempt;
  const jobs = attempt.jobs
    .filter((job) => epoch(job.created_at) <= now)
    .map((job) => jobAsOf(job, blueprint, now));
  const running = jobs.some((job) => job.status === "completed" || job.status === "in_progress");
  const waiting = jobs.some((job) => job.status === "waiting");
  const moments = jobs.flatMap((job) => [job.created_at, job.started_at, job.completed_at ?? ""]);
  const last = moments.filter((moment) => moment <= formatUtc(now)).sort();
  const run = {
    ...attempt.run,
    status: waiting ? "waiting" : running ? "in_progress" : "queued",
    conclusion: null,
    updated_at: last.at(-1) ?? attempt.run.run_started_at ?? attempt.run.created_at,
  };
  return { run, jobs };
}

function jobAsOf(job: JobPayload, blueprint: Blueprint, now: number): JobPayload {
  if (job.completed_at !== null && epoch(job.completed_at) <= now) return job;
  const open = { conclusion: null, completed_at: null };
  if (epoch(job.started_at) > now) {
    const reviewed = blueprint.jobs.some(({ name, environment }) => name === job.name && environment);
    const status = reviewed ? "waiting" : "queued";
    return { ...job, ...NO_RUNNER, ...open, status, started_at: job.created_at, steps: [] };
  }
  const steps = (job.steps ?? [])
    .filter((step) => !step.name.startsWith("Post ") || hasStarted(step, now))
    .map((step) => stepAsOf(step, now));
  return { ...job, ...open, status: "in_progress", steps };
}

function stepAsOf(step: StepPayload, now: number): StepPayload {
  if (step.completed_at && epoch(step.completed_at) <= now) return step;
  if (hasStarted(step, now)) return { ...step, status: "in_progress", conclusion: null, completed_at: null };
  return { ...step, status: "queued", conclusion: null, started_at: null, completed_at: null };
}

function hasStarted(step: StepPayload, now: number): boolean {
  return Boolean(step.started_at) && epoch(step.started_at ?? "") <= now;
}
