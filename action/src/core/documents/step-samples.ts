import { startedAt } from "#core/documents/fold.ts";
import { baseJobName, isRunnerStep } from "#core/documents/job-name.ts";
import { timelineOf } from "#core/documents/timeline.ts";
import { type Role, roleOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";
import { epoch, type Utc } from "#core/time.ts";

/**
 * Every execution of one step, kept as columns of numbers: a hundred thousand runs have over a million of them.
 * The same index in each column is the same execution.
 */
export type StepSamples = {
  workflow_id: number;
  /** The base name that a matrix's variants share. */
  job: string;
  step: string;
  /** Full names of the jobs that ran it. */
  variants: Set<string>;
  /** The runner's own step: set-up, clean-up, pre and post. */
  runner: boolean;
  /** Position in `attempts`; ascending. */
  attempt: number[];
  seconds: number[];
  /** Seconds in which nothing else of the run was under way; -1 off the critical path. */
  exclusive: number[];
  role: Role[];
};

/** `at`: its start in epoch seconds. */
export type Attempt = { run_id: number; run_attempt: number; at: number; sha: string };

/**
 * Gathers what the steps of the attempts took. Jobs that a partial re-run carried over were executed, and are
 * counted, in their own attempt.
 */
export function stepCollector(now: Utc) {
  const attempts: Attempt[] = [];
  const steps = new Map<string, StepSamples>();
  return {
    attempts,
    steps,
    add(run: Run): void {
      if (run.jobs === null) return;
      const at = epoch(startedAt(run));
      const attempt =
        attempts.push({ run_id: run.id, run_attempt: run.run_attempt, at, sha: run.head_sha }) - 1;
      for (const { job, steps: bars } of timelineOf({ ...run, jobs: run.jobs }, now).jobs) {
        const names = new Set(job.steps.map((step) => step.name));
        for (const { step, seconds, exclusive } of bars) {
          if (seconds === null) continue;
          const samples = samplesOf(steps, run.workflow_id, baseJobName(job.name), step.name);
          samples.variants.add(job.name);
          samples.runner ||= isRunnerStep(step.name, names);
          samples.attempt.push(attempt);
          samples.seconds.push(seconds);
          samples.exclusive.push(exclusive ?? -1);
          samples.role.push(roleOf(step));
        }
      }
    },
  };
}

export type Execution = { attempt: Attempt; seconds: number; exclusive: number | null; role: Role };

/** The executions in attempts that started from `from` (inclusive) to `to` (exclusive). */
export function* executions(
  samples: StepSamples,
  attempts: readonly Attempt[],
  from: Utc,
  to: Utc,
): Iterable<Execution> {
  const [first, end] = [epoch(from), epoch(to)];
  for (let index = 0; index < samples.attempt.length; index += 1) {
    const attempt = attempts[samples.attempt[index] ?? -1];
    if (attempt === undefined || attempt.at < first || attempt.at >= end) continue;
    const exclusive = samples.exclusive[index] ?? -1;
    yield {
      attempt,
      seconds: samples.seconds[index] ?? 0,
      exclusive: exclusive < 0 ? null : exclusive,
      role: samples.role[index] ?? "neutral",
    };
  }
}

function samplesOf(
  steps: Map<string, StepSamples>,
  workflow_id: number,
  job: string,
  step: string,
): StepSamples {
  const key = JSON.stringify([workflow_id, job, step]);
  const known = steps.get(key);
  if (known !== undefined) return known;
  const columns = { attempt: [], seconds: [], exclusive: [], role: [] };
  const samples: StepSamples = { workflow_id, job, step, variants: new Set(), runner: false, ...columns };
  steps.set(key, samples);
  return samples;
}
