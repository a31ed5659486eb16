import type { Pull } from "#core/records/pull.ts";
import { addDays, type Day, dayOf } from "#core/time.ts";

/** A revert comes soon or never. */
const REVERT_DAYS = 14;

/**
 * Which pull requests are to be asked for: those not known, open ones not asked today, and once more, two weeks
 * after it was closed, whether a closed one was taken back. The newest first.
 *
 * @param touched numbers that agents' runs name
 * @param lost numbers that are not to be asked for again
 */
export function duePulls(
  touched: Iterable<number>,
  known: readonly Pull[],
  lost: ReadonlySet<number>,
  today: Day,
): number[] {
  const asked = new Map(known.map((pull) => [pull.number, pull]));
  const isDue = (number: number) => {
    if (lost.has(number)) return false;
    const pull = asked.get(number);
    if (pull === undefined) return true;
    if (pull.state === "open") return pull.observed_on < today;
    const settled = addDays(dayOf(pull.closed_at ?? pull.updated_at), REVERT_DAYS);
    return pull.observed_on < settled && settled <= today;
  };
  return [...new Set([...touched, ...asked.keys()])].filter(isDue).sort((a, b) => b - a);
}
