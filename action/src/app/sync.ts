import type { Clock, GitHub, Report, Safekeeping, Store } from "#app/effects.ts";
import { conclude } from "#app/sync-conclusion.ts";
import { fetchDetails } from "#app/sync-detail.ts";
import { listNew, listNextWindow, recheck } from "#app/sync-list.ts";
import { learnOutcomes } from "#app/sync-outcomes.ts";
import { type FailureNews, FailureReadings } from "#app/sync-readings.ts";
import { refreshRepository } from "#app/sync-repository.ts";
import { dropOldJobs } from "#app/sync-retention.ts";
import { SyncSession } from "#app/sync-session.ts";
import { AgentTelemetry } from "#app/sync-telemetry.ts";
import { revisitUnfinished } from "#app/sync-unfinished.ts";
import type { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Run } from "#core/records/run.ts";
import { refusal } from "#core/sync/budget.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

export type SyncEffects = {
  github: GitHub;
  store: Store;
  safekeeping: Safekeeping;
  clock: Clock;
  report: Report;
};

export type SyncOptions = {
  /** `owner/name`. */
  repository: string;
  config: Config;
  /** Globs over workflow names and files; empty means all. */
  workflows: string[];
  /** How many runs of a workflow get their jobs in one sync. Null: 50 on the first sync, then unlimited. */
  maxRunsPerWorkflow: number | null;
  lookbackDays: number;
  jobs: "true" | "agents" | "false";
  /** Whose logs are read: no failure's, those that this sync or an unfinished one found, or every stored one's. */
  analyzeFailures: "off" | "new" | "all";
  /** How many runs of a workflow, newest first, keep jobs and steps. Null: all. */
  fullDetailRuns: number | null;
  /** How many more keep a row without jobs. Null: all the others. */
  summaryRuns: number | null;
  /** Null: a share of the hourly limit that depends on `trigger`. */
  maxApiRequests: number | null;
  /** Nothing more is asked after so many minutes: the job that runs us ends, whatever we have done by then. */
  maxMinutes: number;
  /** GitHub's event that started us, or `cli`. */
  trigger: string;
  ownRunId: number | null;
  /** Path of the workflow that runs us, e.g. `.github/workflows/agentops-data-sync.yml`. */
  ownWorkflowFile: string | null;
};

export type SyncResult = {
  /** Whether any byte of the records changed. */
  changed: boolean;
  /** Whether nothing is pending. */
  complete: boolean;
  /** Attempts, as everywhere below. */
  runsAdded: number;
  runsUpdated: number;
  runsTotal: number;
  pending: number;
  /** About how many more syncs the rest takes; 0 when complete, null when it cannot be told. */
  syncsRemaining: number | null;
  /** Why the sync stopped early; null when it did all it could. */
  stopped: string | null;
  /** What this sync learned of failures that have just happened, newest first. */
  news: FailureNews[];
  /** Attempts of pull requests that ended lately and whose costs this sync learned, newest first. */
  spent: Run[];
  entry: JournalEntry;
};

/**
 * Plan, fetch, merge, save: what is new first, then what stored runs lack, one past day for re-runs, and the
 * backfill with what is left of the budget. A sync that has to stop leaves records that the next one goes on from.
 *
 * @throws UserError when GitHub refuses the token or the repository
 */
export async function sync(effects: SyncEffects, options: SyncOptions): Promise<SyncResult> {
  const session = await SyncSession.open(effects, options);
  effects.github.guard((usage) => session.outOfTime() ?? refusal(options, usage));
  try {
    await fetchAll(session);
  } catch (error) {
    // What ends a sync unforeseen may have come from what it read, and its note stays.
    if (error instanceof RequestFailed || error instanceof UserError) await session.settle();
    throw error instanceof RequestFailed ? toUserError(error, options.repository) : error;
  }
  return conclude(session);
}

async function fetchAll(session: SyncSession): Promise<void> {
  await listNew(session);
  if (session.stopped !== null && !session.effects.github.usage().reached) throw unreached(session.stopped);
  // Runs make us ask for their workflows; a repository without any is worth a dashboard too.
  if (session.repository === null) await refreshRepository(session);
  await revisitUnfinished(session);
  await fetchDetails(session);
  const telemetry = new AgentTelemetry(session);
  const readings = new FailureReadings(session);
  await readings.work();
  await telemetry.work();
  // A re-run is as new as can be: its artifacts may be younger than the list read so far.
  session.artifacts = null;
  await recheck(session);
  await fetchDetails(session);
  while (session.backfill.length > 0 && session.stopped === null) {
    await listNextWindow(session);
    await session.save();
    await fetchDetails(session);
  }
  await readings.work();
  await telemetry.work();
  await dropOldJobs(session);
  await session.save();
  await learnOutcomes(session);
}

/** Not the same as nothing new: whoever mistypes a host must not see green for ever. */
function unreached(trouble: string): UserError {
  return new UserError(
    `GitHub was not reached: ${trouble}. The records are as they were.`,
    "Check the network of this machine and the address of the API (GITHUB_API_URL); in a company's network also HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS. githubstatus.com tells of outages.",
  );
}

/** Without the list of runs there is nothing to do, so these stop the sync and say what to do about it. */
function toUserError(error: RequestFailed, repository: string): Error {
  switch (error.failure) {
    case "unauthorized":
      return new UserError(
        `GitHub does not accept the token: ${error.message}`,
        "Pass a valid one as `token` (in a workflow the default is enough).",
        { cause: error },
      );
    case "forbidden":
      return new UserError(
        `The token may not read the runs of ${repository}: ${error.message}`,
        "Add `actions: read` under `permissions:` in the workflow that runs the sync.",
        { cause: error },
      );
    case "not_found":
      return new UserError(
        `GitHub shows no repository ${repository} to this token.`,
        "Check the name; a private or another repository needs a token that may read it (`agentops doctor`).",
        { cause: error },
      );
    default:
      return error;
  }
}
