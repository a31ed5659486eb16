import type { SyncSession } from "#app/sync/session.ts";
import type { Run } from "#core/records/run.ts";
import { isAllThere } from "#core/telemetry/artifact-choice.ts";

/** Whether what an attempt's agents did is stored, and nothing more could be read of what they left. */
export async function isTold({ learned, options, startedAt }: SyncSession, run: Run): Promise<boolean> {
  if (!(await learned.hasExecutions(run))) return false;
  return !(await learned.isOutdated(run)) || !isAllThere(run, options.config.agents, startedAt);
}
