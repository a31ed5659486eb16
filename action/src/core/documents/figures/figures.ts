import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { waitsOf } from "#core/documents/runs/waits.ts";
import { countOutcome, decided, isDecided, noOutcomes, Outcomes } from "#core/outcome.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

/** What pages say about a set of attempts: of a period, a bucket, a workflow. Times are in seconds. */
export const Figures = z.strictObject({
  /** Different runs among the attempts. */
  runs: z.number().int(),
  attempts: z.number().int(),
  /** Attempts after the first of their run. */
  reruns: z.number().int(),
  outcomes: Outcomes,
  /** Of the attempts that succeeded or failed; the rest says nothing about success. */
  success: Rate,
  /** Of the attempts that succeeded or failed: skipped and cancelled ones would only make it look fast. */
  duration: Distribution,
  /** What jobs waited for a runner. */
  queue: Distribution,
  /** What jobs that somebody had to approve waited for that. */
  approval: Distribution,
  /** What attempts waited for another of their concurrency group, before they had jobs. */
  concurrency: Distribution,
  /** Sum of job durations in minutes; null when no attempt's jobs are known. */
  job_minutes: z.number().nullable(),
  /** Attempts whose jobs are known: what `job_minutes`, `queue` and the two means below are made from. */
  measured: z.number().int(),
  jobs_per_attempt: z.number().nullable(),
  steps_per_job: z.number().nullable(),
});
export type Figures = z.infer<typeof Figures>;

/** `durations`: in the order the attempts came, of those that `duration` is of. */
export function figuresFold(): Fold<Figures> & { durations: readonly number[] } {
  const runs = new Set<number>();
  const outcomes = noOutcomes();
  const durations: number[] = [];
  const queues: number[] = [];
  const approvals: number[] = [];
  const concurrencies: number[] = [];
  const sums = { reruns: 0, measured: 0, jobs: 0, steps: 0, seconds: 0 };
  return {
    durations,
    add({ run, role, jobs }) {
      runs.add(run.id);
      countOutcome(outcomes, run);
      if (run.run_attempt > 1) sums.reruns += 1;
      if (run.duration_seconds !== null && isDecided(role)) durations.push(run.duration_seconds);
      if (run.jobs === null) return;
      sums.measured += 1;
      const { concurrency } = waitsOf(run);
      if (concurrency !== null) concurrencies.push(concurrency);
      for (const job of jobs) {
        sums.jobs += 1;
        sums.steps += job.steps.length;
        sums.seconds += job.duration_seconds ?? 0;
        if (job.duration_seconds === null) continue;
        if (job.queued_seconds !== null) queues.push(job.queued_seconds);
        if (job.approval_seconds) approvals.push(job.approval_seconds);
      }
    },
    finish: () => ({
      runs: runs.size,
      attempts: outcomes.total,
      reruns: sums.reruns,
      outcomes,
      success: rate(outcomes.success, decided(outcomes)),
      duration: distribution(durations),
      queue: distribution(queues),
      approval: distribution(approvals),
      concurrency: distribution(concurrencies),
      job_minutes: sums.measured === 0 ? null : sums.seconds / 60,
      measured: sums.measured,
      jobs_per_attempt: sums.measured === 0 ? null : sums.jobs / sums.measured,
      steps_per_job: sums.jobs === 0 ? null : sums.steps / sums.jobs,
    }),
  };
}
