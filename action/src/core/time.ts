import * as z from "zod";

/** An instant in UTC, written as GitHub writes it: `2026-11-20T14:05:00Z` (whole seconds, always `Z`). */
export const Utc = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "expected a UTC time such as 2026-11-20T14:05:00Z");
export type Utc = z.infer<typeof Utc>;

/** A UTC calendar day: `2026-11-20`. */
export const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "expected a day such as 2026-11-20");
export type Day = z.infer<typeof Day>;

/** A UTC calendar month: `2026-11`. */
export type Month = string;

/** Years before this are GitHub's zero dates (`0001-01-01`, epoch 0), not times. */
const FIRST_YEAR = 2000;
/** The last that four digits write; an offset leads beyond it (`9999-12-31T23:59:59-23:59`). */
const LAST_YEAR = 9999;
const SECOND = 1000;
export const HOUR_SECONDS = 3600;
export const DAY_SECONDS = 86_400;

/**
 * GitHub's times come with and without milliseconds and offsets (steps: `2021-04-05T17:42:57.000+02:00`).
 * Returns the same instant in our form, or null for what is missing, unreadable, a zero date, or beyond the calendar.
 */
export function toUtc(text: string | null | undefined): Utc | null {
  if (!text) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return null;
  const year = new Date(milliseconds).getUTCFullYear();
  return year < FIRST_YEAR || year > LAST_YEAR ? null : formatUtc(milliseconds / SECOND);
}

/** Epoch seconds to UTC text; fractions are cut. */
export function formatUtc(epochSeconds: number): Utc {
  return new Date(Math.floor(epochSeconds) * SECOND).toISOString().replace(".000Z", "Z");
}

/**
 * Epoch milliseconds to UTC text that keeps them (`2026-11-20T14:05:00.250Z`), as telemetry tells times; null stays
 * null, and so becomes what is no time or has a year of more than four digits.
 */
export function isoMilliseconds(epochMilliseconds: number | null): string | null {
  if (epochMilliseconds === null || !(Math.abs(epochMilliseconds) <= LAST_INSTANT)) return null;
  const text = new Date(epochMilliseconds).toISOString();
  return /^\d{4}-/.test(text) ? text : null;
}

/** Of JavaScript's dates. */
const LAST_INSTANT = 8.64e15;

/** UTC text to epoch seconds. The text is one of ours, hence valid. */
export function epoch(utc: Utc): number {
  return Date.parse(utc) / SECOND;
}

export function addSeconds(utc: Utc, seconds: number): Utc {
  return formatUtc(epoch(utc) + seconds);
}

export function dayOf(utc: Utc): Day {
  return utc.slice(0, 10);
}

export function monthOf(utcOrDay: Utc | Day): Month {
  return utcOrDay.slice(0, 7);
}

export function startOfDay(day: Day): Utc {
  return `${day}T00:00:00Z`;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(addSeconds(startOfDay(day), days * DAY_SECONDS));
}

/**
 * Seconds from one instant to another; null when either is unknown or the clocks disagree by more than the
 * second that GitHub's rounding explains (skipped and cancelled jobs "end" before they start).
 */
export function secondsBetween(start: Utc | null, end: Utc | null): number | null {
  if (start === null || end === null) return null;
  const seconds = epoch(end) - epoch(start);
  if (seconds < -1) return null;
  return Math.max(0, seconds);
}
