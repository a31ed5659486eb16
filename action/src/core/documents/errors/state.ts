import * as z from "zod";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/**
 * Where an error stands, in this order:
 * - `quiet`: not seen for 14 days.
 * - `new`: first seen within 7 days.
 * - `regressed`: it came back within 14 days, after at least 7 days without it in which it had been fixed: its
 *   workflow passed on its branch (or on the default branch, when its branch never passed again).
 * - `ongoing`: everything else.
 */
const ERROR_STATES = ["new", "regressed", "ongoing", "quiet"] as const;
export const ErrorState = z.enum(ERROR_STATES);
export type ErrorState = z.infer<typeof ErrorState>;

export const NEW_DAYS = 7;
export const SILENT_DAYS = 7;
export const QUIET_DAYS = 14;

/**
 * @param occurrences in the order of time, at least one
 * @param fixedAt when the failure ended, if it did
 */
export function errorState<Occurrence extends { at: Utc }>(
  occurrences: readonly Occurrence[],
  fixedAt: (occurrence: Occurrence) => Utc | null,
  now: Utc,
): ErrorState {
  const since = (days: number) => addSeconds(now, -days * DAY_SECONDS);
  const [first, last] = [occurrences[0], occurrences.at(-1)];
  if (last === undefined || last.at < since(QUIET_DAYS)) return "quiet";
  if (first !== undefined && first.at >= since(NEW_DAYS)) return "new";
  const cameBack = occurrences.some((occurrence, index) => {
    const before = occurrences[index - 1];
    if (before === undefined || occurrence.at < since(QUIET_DAYS)) return false;
    if (addSeconds(before.at, SILENT_DAYS * DAY_SECONDS) > occurrence.at) return false;
    const fixed = fixedAt(before);
    return fixed !== null && fixed < occurrence.at;
  });
  return cameBack ? "regressed" : "ongoing";
}
