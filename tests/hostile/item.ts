import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { aJob, aRun, aStep } from "#simulator/builders.ts";
import type { JobPayload, RunPayload, SimulatedRepository } from "#simulator/model.ts";
import type { Simulator } from "#simulator/server.ts";

/** Something a stranger, a broken program or a broken disk may bring about. */
export type HostileItem = {
  /** Unique; what comes before the colon is its kind. */
  name: string;
  /** Puts it into what GitHub tells. `id` is free for a run, and ten times it for jobs and artifacts. */
  put?(truth: SimulatedRepository, id: number, now: Utc): void;
  /** Makes GitHub's answers about run `id` hostile. */
  answer?(simulator: Simulator, id: number): void;
  /** Damages what the first sync stored of run `id`, in the folder of the repository's records. */
  damage?(folder: string, id: number): void;
  /** GitHub's answer may be better tomorrow: more syncs than the product is put through may ask (`answers.test.ts`). */
  mayBeAskedAgain?: boolean;
};

type Parts = { run?: object; job?: object; steps?: object[]; log?: string };

/** A failed run of one job, an hour to a day old, with whatever `parts` says differently. */
export function addRun(truth: SimulatedRepository, id: number, now: Utc, parts: Parts = {}): RunPayload {
  const created_at = addSeconds(now, -3600 - (id % (DAY_SECONDS - 7200)));
  const run = aRun({
    id,
    repository: aMinimalRepository(truth.repository.full_name),
    path: ".github/workflows/claude.yml",
    name: "Claude",
    workflow_id: 118_000_077,
    conclusion: "failure",
    created_at,
    run_started_at: created_at,
    updated_at: addSeconds(created_at, 300),
    ...(parts.run as Partial<RunPayload>),
  });
  const job = aJob(run, {
    id: id * 10,
    conclusion: "failure",
    started_at: created_at,
    completed_at: addSeconds(created_at, 300),
    steps: [aStep({ number: 1, name: "Run agent", conclusion: "failure" })],
    ...(parts.job as Partial<JobPayload>),
    ...(parts.steps && { steps: parts.steps as JobPayload["steps"] }),
  } as Partial<JobPayload>);
  truth.runs.push({ attempts: [{ run, jobs: [job] }] });
  truth.logs.set(id * 10, parts.log ?? `${created_at} ##[error]Process completed with exit code 1.\n`);
  return run;
}
