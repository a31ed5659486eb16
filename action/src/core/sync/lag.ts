import type { Run } from "#core/records/run.ts";
import { epoch, type Utc } from "#core/time.ts";

/** For so long after a run has ended its jobs may lag behind and still look unfinished. */
export const JOBS_LAG_SECONDS = 3600;
/** Logs appear a moment after what they tell of has ended. */
export const LOGS_LAG_SECONDS = 600;

/**
 * Whether the run ended less than so many seconds ago, as far as it tells. One that tells of a time that is still to
 * come, and further off than clocks disagree, would be waited for until then.
 */
export function endedWithin(run: Pick<Run, "updated_at" | "created_at">, seconds: number, now: Utc): boolean {
  return Math.abs(epoch(now) - epoch(run.updated_at ?? run.created_at)) < seconds;
}
