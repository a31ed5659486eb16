import type { PendingRun } from "#core/records/state.ts";
import { DAY_SECONDS, epoch, startOfDay, type Utc } from "#core/time.ts";

/** GitHub ends a run after 35 days at the latest; one that still runs then never tells. */
export const MAX_DAYS = 40;

/** Runs that are asked after one by one; more are looked for in lists by status. */
export const MOST_ALONE = 3;

/** What GitHub calls a run that has not ended. */
export const UNFINISHED = ["in_progress", "queued", "waiting", "pending", "requested"] as const;

/**
 * Hours between two looks at a run, by its age in days: what has not ended for weeks does not end within the hour.
 * Primes, so that a sync every two hours, or every day, comes by all of them.
 */
const HOURS_BY_AGE: readonly { days: number; hours: number }[] = [
  { days: 1, hours: 1 },
  { days: 3, hours: 5 },
  { days: 7, hours: 23 },
  { days: MAX_DAYS, hours: 71 },
];

/** Whether it is the run's turn to be asked after, which follows from the hour alone: no state is needed. */
export function isDue({ run_id, day }: Pick<PendingRun, "run_id" | "day">, now: Utc): boolean {
  const age = (epoch(now) - epoch(startOfDay(day))) / DAY_SECONDS;
  const hours = HOURS_BY_AGE.find(({ days }) => age < days + 1)?.hours ?? 1;
  return Math.floor(epoch(now) / 3600) % hours === run_id % hours;
}
