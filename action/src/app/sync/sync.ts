import { artifacts } from "#app/sync/artifacts.ts";
import { earlierAttempts } from "#app/sync/attempts.ts";
import { completion } from "#app/sync/completion.ts";
import { conclude } from "#app/sync/conclusion.ts";
import { failures } from "#app/sync/failures.ts";
import { jobs } from "#app/sync/jobs.ts";
import { listNew, listNextWindow, recheck } from "#app/sync/list.ts";
import type { SyncEffects, SyncOptions } from "#app/sync/options.ts";
import { settlePreviews } from "#app/sync/previews.ts";
import { learnOutcomes } from "#app/sync/pull-outcomes.ts";
import { pullRequests } from "#app/sync/pull-requests.ts";
import { refreshRepository } from "#app/sync/repository.ts";
import type { SyncResult } from "#app/sync/result.ts";
import { dropByAge } from "#app/sync/retention.ts";
import { SyncSession } from "#app/sync/session.ts";
import { type Stage, work } from "#app/sync/stage.ts";
import { telemetry } from "#app/sync/telemetry.ts";
import { UserError } from "#core/errors.ts";
import { refusal } from "#core/sync/budget.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/**
 * Plan, fetch, merge, save: what is new first, then what stored runs lack, one past day for re-runs, and the
 * backfill with what is left of the budget. A sync that has to stop leaves records that the next one goes on from.
 *
 * @throws UserError when GitHub refuses the token or the repository
 */
export async function sync(effects: SyncEffects, options: SyncOptions): Promise<SyncResult> {
  const session = await SyncSession.open(effects, options);
  effects.github.guard((usage) => session.mustEnd() ?? refusal(options, usage));
  try {
    await fetchAll(session);
  } catch (error) {
    // What ends a sync unforeseen may have come from what it read, and its note stays.
    if (error instanceof RequestFailed || error instanceof UserError) await session.checkpoints.settle();
    throw error instanceof RequestFailed ? toUserError(error, options.repository) : error;
  }
  return conclude(session);
}

/**
 * The order in which a short budget is best spent: new rows, what ended, earlier attempts, jobs of agents' runs,
 * artifacts (where telemetry lies), jobs of the others, pull requests of forks, failures, telemetry; then a past day
 * and the backfill, and the same for what they bring.
 */
async function fetchAll(session: SyncSession): Promise<void> {
  await listNew(session);
  if (session.stopped !== null && !session.effects.github.usage().reached) throw unreached(session.stopped);
  await settlePreviews(session);
  // Runs make us ask for their workflows; a repository without any is worth a dashboard too.
  if (session.repository === null) await refreshRepository(session);
  const before = [earlierAttempts(session), jobs(session, "agents")];
  const after = [jobs(session, "others"), pullRequests(session)];
  const contents = [failures(session), telemetry(session)];
  await workAll(session, [completion(session), ...before, artifacts(session), ...after, ...contents]);
  // A re-run is as new as can be: its artifacts may be younger than the list read so far.
  const details = [...before, artifacts(session), ...after];
  await recheck(session);
  await workAll(session, details);
  while (session.scope.backfill.length > 0 && session.stopped === null) {
    await listNextWindow(session);
    await session.save();
    await workAll(session, details);
  }
  await workAll(session, contents);
  await dropByAge(session);
  await session.save();
  await learnOutcomes(session);
}

async function workAll(session: SyncSession, stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) await work(session, stage);
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
