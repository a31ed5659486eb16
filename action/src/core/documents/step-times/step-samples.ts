import { timelineOf } from "#core/documents/runs/timeline.ts";
import { baseJobName, isRunnerStep } from "#core/documents/step-times/job-name.ts";
import { entry } from "#core/entry.ts";
import { type Role, roleOf } from "#core/outcome.ts";
import { type Job, type Run, startedAt } from "#core/records/run.ts";
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
  attempt: AttemptStart[];
  seconds: number[];
  /** Seconds in which nothing else of the run was under way; -1 off the critical path. */
  exclusive: number[];
  role: Role[];
};

/** `at`: its start in epoch seconds. */
export type AttemptStart = { run_id: number; run_attempt: number; at: number; sha: string };

/**
 * Gathers what the steps of the attempts took. Jobs that a partial re-run carried over were executed, and are
 * counted, in their own attempt.
 */
export function stepCollector(now: Utc) {
  const attempts: AttemptStart[] = [];
  const steps = new Map<string, StepSamples>();
  /** The same by a job's full name, which is much faster to look up. */
  const ofJobs = new Map<number, Map<string, Map<string, StepSamples>>>();

  function samplesOf(run: Run, job: Job): (step: string) => StepSamples {
    const ofWorkflow = entry(ofJobs, run.workflow_id, () => new Map<string, Map<string, StepSamples>>());
    const ofJob = entry(ofWorkflow, job.name, () => new Map<string, StepSamples>());
    return (step) => entry(ofJob, step, () => newSamples(run, job, step));
  }

  function newSamples(run: Run, job: Job, step: string): StepSamples {
    const base = baseJobName(job.name);
    const key = JSON.stringify([run.workflow_id, base, step]);
    const samples = entry(steps, key, () => noSamples(run.workflow_id, base, step));
    samples.variants.add(job.name);
    samples.runner ||= isRunnerStep(step, new Set(job.steps.map(({ name }) => name)));
    return samples;
  }

  return {
    add(run: Run): void {
      if (run.jobs === null) return;
      const at = epoch(startedAt(run));
      const attempt = { run_id: run.id, run_attempt: run.run_attempt, at, sha: run.head_sha };
      attempts.push(attempt);
      for (const { job, steps: bars } of timelineOf({ ...run, jobs: run.jobs }, now).jobs) {
        const ofStep = samplesOf(run, job);
        for (const { step, seconds, exclusive } of bars) {
          if (seconds === null) continue;
          const samples = ofStep(step.name);
          samples.attempt.push(attempt);
          samples.seconds.push(seconds);
          samples.exclusive.push(exclusive ?? -1);
          samples.role.push(roleOf(step));
        }
      }
    },
    /** Each step's executions in the order of time. */
    finish(): { attempts: readonly AttemptStart[]; steps: StepSamples[] } {
      return { attempts, steps: [...steps.values()].map(order) };
    },
  };
}

export type Execution = { attempt: AttemptStart; seconds: number; exclusive: number | null; role: Role };

/** The executions in attempts that started from `from` (inclusive) to `to` (exclusive), in the order of time. */
export function* executions(samples: StepSamples, from: Utc, to: Utc): Iterable<Execution> {
  const end = epoch(to);
  for (let index = firstSince(samples.attempt, epoch(from)); index < samples.attempt.length; index += 1) {
    const attempt = samples.attempt[index];
    if (attempt === undefined || attempt.at >= end) return;
    const exclusive = samples.exclusive[index] ?? -1;
    yield {
      attempt,
      seconds: samples.seconds[index] ?? 0,
      exclusive: exclusive < 0 ? null : exclusive,
      role: samples.role[index] ?? "neutral",
    };
  }
}

function noSamples(workflow_id: number, job: string, step: string): StepSamples {
  const columns = { attempt: [], seconds: [], exclusive: [], role: [] };
  return { workflow_id, job, step, variants: new Set(), runner: false, ...columns };
}

/** Runs come by the day they were created on; a re-run starts later. In place, because the columns are long. */
function order(samples: StepSamples): StepSamples {
  const at = (index: number) => samples.attempt[index]?.at ?? 0;
  if (samples.attempt.every((_, index) => index === 0 || at(index - 1) <= at(index))) return samples;
  const positions = samples.attempt.map((_, index) => index).sort((a, b) => at(a) - at(b));
  const pick = <Value>(column: readonly Value[]) => positions.map((index) => column[index] as Value);
  return Object.assign(samples, {
    attempt: pick(samples.attempt),
    seconds: pick(samples.seconds),
    exclusive: pick(samples.exclusive),
    role: pick(samples.role),
  });
}

function firstSince(attempts: readonly AttemptStart[], at: number): number {
  let low = 0;
  let high = attempts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((attempts[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
