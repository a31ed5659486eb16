import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { toolName } from "#core/attempts/tool-name.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import type { Traits } from "#core/documents/failures/specific-to.ts";
import { isHome, type Ran, ranOf } from "#core/failures/what-fixed-it.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import { type Job, type Run, workflowName } from "#core/records/run.ts";
import { sum } from "#core/statistics/distribution.ts";

/** One attempt that failed in one way, as far as error pages speak of it. */
export type Occurrence = Ran & {
  run_id: number;
  run_attempt: number;
  run_number: number;
  title: string | null;
  status: string | null;
  conclusion: string | null;
  /** On the repository's own default branch. */
  on_default: boolean;
  agents: string[];
  job: string | null;
  step: string | null;
  /** Where the line stands in this very run; null where that is not known. */
  line: { job_id: number; step_number: number; step_line: number | null } | null;
  /** What the attempt's jobs took; null when they are not known. */
  minutes: number | null;
  /** Tokens, minutes and calls as far as they are known; null when nothing is. */
  cost_nano_usd: number | null;
  inferred: boolean;
  confidence: number;
  traits: Traits;
};

/** @param finding the primary one of the attempt's reading */
export function occurrenceOf(attempt: Attempt, finding: Finding, context: Context): Occurrence {
  const { run, jobs, reading } = attempt;
  const ran = ranOf(run);
  const inferred = reading?.source === "inferred";
  const job = jobOf(run, finding);
  return {
    ...ran,
    run_id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    title: run.display_title,
    status: run.status,
    conclusion: run.conclusion,
    on_default: isHome(ran, context.repository),
    agents: [...attempt.agents],
    job: finding.job,
    step: finding.step,
    line: lineOf(finding, job, inferred),
    minutes: run.jobs && sum(jobs.map(({ duration_seconds }) => duration_seconds ?? 0)) / 60,
    cost_nano_usd: runCost(attempt).total_nano_usd,
    inferred,
    confidence: finding.confidence,
    traits: traitsOf(attempt, job === null ? [] : [job]),
  };
}

/** @param jobs whose runners count: the failed job's, or all of the attempt's */
export function traitsOf({ run, agents, invocations }: Attempt, jobs: readonly Job[]): Traits {
  return {
    ...traitsOfRun(run, jobs, agents),
    ...traitsOfWork(invocations.flatMap(({ execution }) => execution ?? [])),
  };
}

/** @param jobs whose runners count */
export function traitsOfRun(run: Run, jobs: readonly Job[], agents: readonly string[]): Traits {
  const branch = run.from_fork ? `${run.head_repository ?? "a fork"}:${run.head_branch}` : run.head_branch;
  return {
    branch: run.head_branch === null || branch === null ? [] : [branch],
    runner: jobs.map(({ labels }) => labels.join(", ")).filter((labels) => labels !== ""),
    workflow: [workflowName(run) ?? String(run.workflow_id)],
    agent: agents,
    event: [run.event],
  };
}

/** What agents worked with in the attempt; empty where none told. */
export function traitsOfWork(executions: readonly Execution[]): Traits {
  const told = (of: (execution: Execution) => readonly (string | null)[]) =>
    executions.flatMap(of).filter((value) => value !== null);
  return {
    provider: told(({ usage }) => usage.map(({ provider }) => provider)),
    model: told(({ model, usage }) => [model, ...usage.map((row) => row.model)]),
    tool: told(({ tools }) => tools.map(toolName)),
    prompt_version: told(({ prompt_version }) => [prompt_version]),
    workflow_version: told(({ workflow_version }) => [workflow_version]),
  };
}

/** The job of this attempt that the finding speaks of: an inferred one carries the job of the run it was read in. */
function jobOf(run: Run, { job_id, job }: Finding): Job | null {
  const jobs = run.jobs ?? [];
  return jobs.find(({ id }) => id === job_id) ?? jobs.find(({ name }) => name === job) ?? null;
}

/** The line's number holds for the log that was read, its step for every log like it. */
function lineOf({ step_number, step_line }: Finding, job: Job | null, inferred: boolean): Occurrence["line"] {
  if (job === null || step_number === null) return null;
  return { job_id: job.id, step_number, step_line: inferred ? null : step_line };
}
