import type { Job, JobTime, Run } from "#core/records/run.ts";

export function jobTimeOf(job: Job): JobTime {
  const { id, run_attempt, status, conclusion, started_at, duration_seconds } = job;
  const got_runner = Boolean(job.runner_name) || job.steps.length > 0;
  const { labels, runner_group_name } = job;
  return {
    ...{ id, run_attempt, status, conclusion, started_at, duration_seconds },
    ...{ labels, runner_group_name, got_runner },
  };
}

/** Of the jobs of an attempt, whether they are stored whole or as these times; null: not known. */
export function jobTimes(run: Pick<Run, "jobs" | "job_times">): readonly JobTime[] | null {
  return run.jobs?.map(jobTimeOf) ?? run.job_times ?? null;
}

/** Of those that it executed itself: the others were carried over from an earlier attempt, where they are counted. */
export function ownJobTimes(run: Pick<Run, "jobs" | "job_times" | "run_attempt">): readonly JobTime[] | null {
  return jobTimes(run)?.filter(({ run_attempt }) => run_attempt === run.run_attempt) ?? null;
}
