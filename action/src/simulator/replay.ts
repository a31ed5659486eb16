import { aRepository, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import type {
  JobPayload,
  RunPayload,
  SimulatedAttempt,
  SimulatedRepository,
  WorkflowPayload,
} from "#simulator/model.ts";
import { type Recorded, readObjects } from "#simulator/replay/objects.ts";
import { ownerAndName } from "#simulator/replay/owner-and-name.ts";
import { type Recordings, readRecordings } from "#simulator/replay/recordings.ts";
import { readRows } from "#simulator/replay/rows.ts";

/** What was found and cannot be served, so that a comparison of source and outcome has no gaps. */
type LeftOut = {
  /** Ids of jobs whose run, or whose attempt of it, was not recorded. */
  jobsWithoutRun: number[];
  /** Ids of artifacts whose run was not recorded. They are served, in the repository-wide list. */
  artifactsWithoutRun: number[];
  /** `id/attempt` of runs recorded more than once; the newest observation is served. */
  runsRecordedTwice: string[];
  /** Addresses of logs whose download was not recorded. */
  logsWithoutBody: string[];
};

export type Replay = { repositories: SimulatedRepository[]; leftOut: LeftOut };

/**
 * Real recorded objects as repositories of the simulated GitHub, served as they were: what a payload lacks stays
 * lacking. The folder may hold `objects/{runs,jobs,artifacts}.ndjson` (lines `{ source, object }`), `hub4j/`
 * (wiremock mappings) and `chained/runs-union.json` (flat rows of runs). What a repository needs besides, and
 * nobody recorded, is made up around them: its own page, and the list of workflows.
 */
export async function replay(path: string): Promise<Replay> {
  const objects = await readObjects(path);
  const rows = await readRows(path);
  const recordings = await readRecordings(path);
  const leftOut: LeftOut = {
    jobsWithoutRun: [],
    artifactsWithoutRun: [],
    runsRecordedTwice: [],
    logsWithoutBody: recordings.logsWithoutBody,
  };
  const recorded = { ...objects, runs: [...objects.runs, ...rows] };
  const names = [...recorded.runs, ...recorded.jobs, ...recorded.artifacts].map(ownerAndName);
  const repositories = [...new Set(names)]
    .sort()
    .map((fullName) => repositoryOf(fullName, recorded, recordings, leftOut));
  return { repositories, leftOut };
}

export async function replayFolder(path: string): Promise<SimulatedRepository[]> {
  return (await replay(path)).repositories;
}

function repositoryOf(
  fullName: string,
  recorded: Recorded,
  recordings: Recordings,
  leftOut: LeftOut,
): SimulatedRepository {
  const runs = recorded.runs.filter((run) => ownerAndName(run) === fullName);
  const jobs = recorded.jobs.filter((job) => ownerAndName(job) === fullName);
  const artifacts = recorded.artifacts.filter((artifact) => ownerAndName(artifact) === fullName);
  const attempts = attemptsById(runs, leftOut);
  for (const job of jobs) {
    const attempt = attemptOf(job, attempts.get(job.run_id) ?? []);
    if (attempt) attempt.jobs.push(job);
    else leftOut.jobsWithoutRun.push(job.id);
  }
  for (const { id, workflow_run: run } of artifacts)
    if (!attempts.has(run?.id ?? 0)) leftOut.artifactsWithoutRun.push(id);

  const jobIds = new Set(jobs.map((job) => job.id));
  return emptyRepository(fullName, {
    repository: recordings.repositories.get(fullName) ?? aRepository({ full_name: fullName }),
    workflows: workflowsOf(fullName, runs, recordings.workflows.get(fullName) ?? []),
    runs: [...attempts.values()].map((list) => ({ attempts: list })),
    artifacts: artifacts.map((payload) => ({ payload })),
    logs: new Map([...recordings.jobLogs].filter(([id]) => jobIds.has(id))),
    archives: new Map([...recordings.runArchives].filter(([id]) => attempts.has(id))),
  });
}

/** Attempts ascending, each once. Earlier attempts may be missing, as in the source. */
function attemptsById(runs: RunPayload[], leftOut: LeftOut): Map<number, SimulatedAttempt[]> {
  const attempts = new Map<number, SimulatedAttempt[]>();
  for (const run of [...runs].sort((a, b) => attemptNumber(a) - attemptNumber(b))) {
    const known = attempts.get(run.id) ?? [];
    const last = known.at(-1);
    if (last && attemptNumber(last.run) === attemptNumber(run)) {
      leftOut.runsRecordedTwice.push(`${run.id}/${attemptNumber(run)}`);
      if (run.updated_at > last.run.updated_at) last.run = run;
    } else attempts.set(run.id, [...known, { run, jobs: [] }]);
  }
  return attempts;
}

/** Jobs from before 2021 name no attempt: there was one. */
function attemptOf(job: JobPayload, attempts: SimulatedAttempt[]): SimulatedAttempt | undefined {
  return attempts.find(({ run }) => attemptNumber(run) === attemptNumber(job));
}

function attemptNumber({ run_attempt: attempt }: { run_attempt?: number }): number {
  return attempt ?? 1;
}

/** Recorded ones, then those that a run gives name and path of; a run that does not leaves its workflow unlisted. */
function workflowsOf(
  fullName: string,
  runs: readonly RunPayload[],
  recorded: readonly WorkflowPayload[],
): WorkflowPayload[] {
  const workflows = new Map(recorded.map((workflow) => [workflow.id, workflow]));
  for (const { workflow_id: id, name, path } of runs) {
    if (workflows.has(id) || !name || !path) continue;
    workflows.set(id, aWorkflow({ id, name, path: path.split("@")[0] ?? path }, fullName));
  }
  return [...workflows.values()];
}
