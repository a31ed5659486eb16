import type { Window } from "#core/records/state.ts";
import {
  addSeconds,
  DAY_SECONDS,
  type Day,
  dayOf,
  epoch,
  formatUtc,
  startOfDay,
  type Utc,
} from "#core/time.ts";

/** GitHub serves no more than this for a filtered list, and does not say so. */
export const CAP = 1000;
/** Runs on a full page. */
export const PAGE = 100;
/** Runs that GitHub lists late, and clocks that disagree, are caught by looking back so far again. */
export const OVERLAP_SECONDS = 3600;
/** The stateless re-check visits one of so many past days, because a run may be re-run for 30 days. */
export const RECHECK_DAYS = 31;

/** Two halves, newer first, that share no second; null when the window is one second long. */
export function bisect(window: Window): [Window, Window] | null {
  const from = epoch(window.from);
  const to = epoch(window.to);
  if (to <= from) return null;
  const middle = Math.floor((from + to) / 2);
  return [
    { from: formatUtc(middle + 1), to: window.to },
    { from: window.from, to: formatUtc(middle) },
  ];
}

/**
 * What is left to list of a window when its list broke off: GitHub serves no more, or the sync had to stop. The
 * list comes newest first, so that is what is older than the oldest run seen (and an hour of overlap). Where that
 * gets nowhere, or the list came in no order, the window is halved. Null when nothing can be left out.
 */
export function remainder(window: Window, oldest: Utc | null, inOrder: boolean): Window[] | null {
  if (oldest !== null && inOrder) {
    const to = addSeconds(oldest, OVERLAP_SECONDS);
    if (to < window.to) return [{ from: window.from, to }];
  }
  return bisect(window);
}

/** The day that the sync of this hour visits again: yesterday, the day before, … and around. */
export function recheckWindow(now: Utc): Window {
  const hours = Math.floor(epoch(now) / 3600);
  const from = startOfDay(daysBefore(now, 1 + (hours % RECHECK_DAYS)));
  return { from, to: addSeconds(from, DAY_SECONDS - 1) };
}

export function lookbackStart(now: Utc, days: number): Utc {
  return addSeconds(now, -days * DAY_SECONDS);
}

/** The part of `window` from `start` on; null when all of it is before. */
export function since(window: Window, start: Utc): Window | null {
  if (window.to < start) return null;
  return window.from >= start ? window : { from: start, to: window.to };
}

function daysBefore(now: Utc, days: number): Day {
  return dayOf(addSeconds(now, -days * DAY_SECONDS));
}
