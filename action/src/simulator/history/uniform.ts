import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { aJob, aRun, aStep, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import type { JobPayload, RunPayload, SimulatedRepository, WorkflowPayload } from "#simulator/model.ts";

/** The window that lies inside GitHub's log retention, less a day of margin. */
const SPAN_SECONDS = 89 * DAY_SECONDS;
const QUEUE_SECONDS = 5;
const STEP_SECONDS = 20;
const FIRST_RUN = 36_000_000_000;
const FIRST_JOB = 104_000_000_000;

export type UniformOptions = {
  now: Utc;
  runs: number;
  jobsPerRun?: number;
  stepsPerJob?: number;
  workflows?: number;
};

/**
 * Completed, successful runs spread evenly over the 89 days before `now`: nothing to believe, everything to
 * count. Benchmarks and completeness tests know the truth by arithmetic.
 */
export function uniformHistory(options: UniformOptions): SimulatedRepository {
  const { now, runs, jobsPerRun = 2, stepsPerJob = 8, workflows = 4 } = options;
  const repository = aMinimalRepository();
  const cast = Array.from({ length: workflows }, (_, index) =>
    aWorkflow({
      id: 118_000_001 + index,
      name: `Workflow ${index + 1}`,
      path: `.github/workflows/workflow-${index + 1}.yml`,
    }),
  );
  const duration = QUEUE_SECONDS + stepsPerJob * STEP_SECONDS;
  return emptyRepository(repository.full_name, {
    workflows: cast,
    files: new Map(cast.map((workflow) => [workflow.path, text(workflow)])),
    runs: Array.from({ length: runs }, (_, index) => {
      const created = addSeconds(now, -SPAN_SECONDS + Math.floor((index * (SPAN_SECONDS - duration)) / runs));
      const workflow = cast[index % cast.length] ?? aWorkflow();
      const run = aRun({
        id: FIRST_RUN + index,
        repository,
        name: workflow.name,
        path: workflow.path,
        workflow_id: workflow.id,
        run_number: Math.floor(index / workflows) + 1,
        display_title: `Change ${index + 1}`,
        head_sha: (index + 1).toString(16).padStart(40, "0"),
        created_at: created,
        updated_at: addSeconds(created, duration),
      });
      return { attempts: [{ run, jobs: jobsOf(run, index, jobsPerRun, stepsPerJob) }] };
    }),
  });
}

function jobsOf(run: RunPayload, index: number, jobs: number, steps: number): JobPayload[] {
  const started = addSeconds(run.created_at, QUEUE_SECONDS);
  return Array.from({ length: jobs }, (_, place) =>
    aJob(run, {
      id: FIRST_JOB + index * jobs + place,
      name: `job ${place + 1}`,
      started_at: started,
      completed_at: addSeconds(started, steps * STEP_SECONDS),
      steps: Array.from({ length: steps }, (_, step) =>
        aStep({
          number: step + 1,
          name: `step ${step + 1}`,
          started_at: addSeconds(started, step * STEP_SECONDS),
          completed_at: addSeconds(started, (step + 1) * STEP_SECONDS),
        }),
      ),
    }),
  );
}

function text(workflow: WorkflowPayload): string {
  return `name: ${workflow.name}\non: push\njobs: {}\n`;
}
