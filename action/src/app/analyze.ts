import type { Clock, GitHub, GitHubLogs, LogArchive, Report, Store } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import { failureHistories } from "#app/failure-history.ts";
import { findGreenLogs } from "#app/green-logs.ts";
import { readAllLogs, readJobLogs, worthReading } from "#app/read-logs.ts";
import { UserError } from "#core/errors.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import type { FailureHistory } from "#core/failures/history.ts";
import type { TextPolicy } from "#core/failures/redactor.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import type { Analysis, StoredAnalysis } from "#core/records/analysis.ts";
import { hasEnded } from "#core/records/ended.ts";
import { type Job, type Run, runKey } from "#core/records/run.ts";
import { trustOfReading } from "#core/records/trust.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { readRun } from "#core/sync/payload/run.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { dayOf, epoch } from "#core/time.ts";

export type AnalyzeEffects = { github: GitHub & GitHubLogs; store: Store; clock: Clock; report: Report };

export type AnalyzeOptions = {
  /** `owner/name`. */
  repository: string;
  runId: number;
  /** Whether what the last green run printed as well counts as noise: one download more. */
  compare: boolean;
  /** What of the log's texts may be stored. */
  policy: TextPolicy;
};

export type RunAnalysis = {
  run: Run;
  analysis: StoredAnalysis;
  /** Whether any byte of the records changed. */
  changed: boolean;
  /** Of the primary finding; null: never seen in another run, or there is none. */
  history: FailureHistory | null;
};

/** Logs appear a moment after what they tell of has ended. */
const WAITS_SECONDS = [5, 10, 20];
const YOUNG_SECONDS = 600;

/**
 * Reads the logs of a run's latest attempt, or what is stored of an earlier reading by the same rules, and keeps
 * the reading.
 *
 * @throws UserError for a run that is not there, has not ended, or whose logs are gone
 */
export async function analyzeRun(effects: AnalyzeEffects, options: AnalyzeOptions): Promise<RunAnalysis> {
  const run = await findRun(effects.github, options.repository, options.runId);
  const day = dayOf(run.created_at);
  const historyOf = async (analysis: StoredAnalysis) =>
    (await failureHistories(effects.store, [{ run, analysis }])).get(runKey(run)) ?? null;
  const known = (await effects.store.read("analyses", day)).find(
    (stored) => stored.run_id === run.id && stored.run_attempt === run.run_attempt,
  );
  if (known?.rules_version === RULES_VERSION && known.source === "read" && known.truncated.length === 0)
    return { run, analysis: known, changed: false, history: await historyOf(known) };
  const analysis = await readRunLogs(effects, run, options);
  const { changed } = await effects.store.merge("analyses", day, [analysis]);
  return { run, analysis, changed, history: await historyOf(analysis) };
}

/** @throws UserError for an archive that cannot be read */
export async function analyzeFile(archive: LogArchive, file: string): Promise<Analysis> {
  if (archive.status === "refused")
    throw new UserError(
      `${file} cannot be read as an archive: ${archive.detail}`,
      "Download it again, or give the log of one job.",
    );
  const { parts, truncated } = await readAllLogs(archive);
  return analysisOf(null, parts, truncated);
}

async function findRun(github: GitHub, repository: string, id: number): Promise<Run> {
  const payload = await github.run(id).catch((error: unknown) => {
    if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw refused(error, repository);
    throw new UserError(
      `GitHub shows no run ${id} in ${repository}.`,
      "Take the number from the run's address: …/actions/runs/<run-id>.",
      { cause: error },
    );
  });
  const { value: run, problem } = readRun(payload, repository);
  if (run === null) throw new Error(`run ${id} cannot be read: ${problem}`);
  if (hasEnded(run)) return run;
  throw new UserError(`Run ${id} has not ended, so its logs are not complete.`, "Analyze it when it has.");
}

async function readRunLogs(
  effects: AnalyzeEffects,
  run: Run,
  { compare, policy }: AnalyzeOptions,
): Promise<StoredAnalysis> {
  const jobs = (await storedJobs(effects.store, run)) ?? (await fetchJobs(effects.github, run));
  const wanted = worthReading(jobs);
  effects.report.info(`Reading the logs of ${wanted.length} of ${jobs.length} jobs`);
  const archive = await download(effects, run);
  const green = compare ? await findGreenLogs(effects.github, effects.store, run) : null;
  const { parts, truncated } = await readJobLogs(effects.github, archive, jobs, wanted, green);
  for (const reason of truncated) effects.report.warn(`Not all could be read: ${reason}`);
  const trust = trustOfReading(run, "read");
  return {
    ...analysisOf(run, parts, truncated, policy),
    run_id: run.id,
    run_attempt: run.run_attempt,
    trust,
  };
}

async function storedJobs(store: Store, run: Run): Promise<Job[] | null> {
  const stored = (await store.read("runs", dayOf(run.created_at))).find(
    ({ id, run_attempt }) => id === run.id && run_attempt === run.run_attempt,
  );
  return stored?.detail === "full" ? stored.jobs : null;
}

async function fetchJobs(github: GitHub, run: Run): Promise<Job[]> {
  const jobs: Job[] = [];
  for await (const { items } of everyPage((next) => github.attemptJobs(run.id, run.run_attempt, next)))
    jobs.push(...items.flatMap((payload) => readJob(payload, run.run_attempt).value ?? []));
  return jobs;
}

/** The attempt's archive. Logs of an attempt that has just ended are waited for. */
async function download(effects: AnalyzeEffects, run: Run, waited = 0): Promise<LogArchive> {
  const { github, clock, report } = effects;
  try {
    return await github.attemptLogs(run.id, run.run_attempt);
  } catch (error) {
    const seconds = WAITS_SECONDS[waited];
    const isEarly = error instanceof RequestFailed && error.status === 404;
    const isYoung = epoch(clock.now()) - epoch(run.updated_at ?? run.created_at) < YOUNG_SECONDS;
    if (!isEarly || !isYoung || seconds === undefined) throw unavailable(error, run);
    report.info(`The logs are not there yet; asking again in ${seconds} s`);
    await clock.sleep(seconds);
    return download(effects, run, waited + 1);
  }
}

function unavailable(error: unknown, run: Run): unknown {
  if (!(error instanceof RequestFailed)) return error;
  if (error.status === 410)
    return new UserError(
      `The logs of run ${run.id} have expired: GitHub has deleted them.`,
      "Re-run the workflow to get new ones, or keep logs longer (Settings → Actions → General).",
      { cause: error },
    );
  if (error.status === 404)
    return new UserError(
      `GitHub has no logs of run ${run.id}.`,
      "They were deleted, or no job of it ever started: look at the run's page.",
      { cause: error },
    );
  return refused(error, "the repository");
}

function refused(error: unknown, repository: string): unknown {
  if (!(error instanceof RequestFailed)) return error;
  if (error.failure !== "forbidden" && error.failure !== "unauthorized") return error;
  return new UserError(
    `The token may not read the runs of ${repository}: ${error.message}`,
    "Give the job `actions: read` under `permissions:`, or a token that has it.",
    { cause: error },
  );
}
