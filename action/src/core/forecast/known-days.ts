import { localDay, type Zone } from "#core/calendar/zone.ts";
import { addDays, type Day, type Utc } from "#core/time.ts";

/** What forecasts learn from, at most. */
const HISTORY_DAYS = 120;

/**
 * The first day, where people live, of which every run is known, of those that forecasts learn from; null: nothing has
 * been listed yet.
 */
export function firstKnownDay(coveredFrom: Utc | undefined, today: Day, zone: Zone): Day | null {
  if (coveredFrom === undefined) return null;
  const first = addDays(localDay(coveredFrom, zone), 1);
  const oldest = addDays(today, -HISTORY_DAYS);
  return first > oldest ? first : oldest;
}
