import type { UsualCost } from "#core/budgets/usual-cost.ts";
import type { Clock } from "#core/calendar/calendar-period.ts";
import type { Day, Utc } from "#core/time.ts";

/** What all budgets are judged by. */
export type Light = {
  now: Utc;
  clock: Clock;
  usual: UsualCost;
  /** The first day of which everything is known; null: none is. */
  firstDay: Day | null;
  /** Workflows of the attempts that have not ended or are not fetched yet, one entry for each. */
  inFlight: readonly number[];
};
