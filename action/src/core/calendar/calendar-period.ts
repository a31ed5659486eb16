import { localDay, startOfLocalDay, type Zone } from "#core/calendar/zone.ts";
import { addDays, addSeconds, DAY_SECONDS, type Day, type Utc } from "#core/time.ts";

/** A stretch of the calendar, from midnight to midnight where people live; or the last so many days. */
export type CalendarPeriod = {
  /** `2026-12`, `week of 2026-11-30`, `2026-12-01`; `last 7 days` for rolling ones. */
  key: string;
  /** Inclusive. */
  start: Utc;
  /** Exclusive; of rolling ones it is now. */
  end: Utc;
  /** Its days in the zone, in order; of rolling ones those that it touches. */
  days: Day[];
};

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
type Weekday = (typeof WEEKDAYS)[number];

export type Clock = { timezone: Zone; "week-start": Weekday };

export type PeriodUnit = "day" | "week" | "month";

/** The day, week or month that an instant lies in. */
export function calendarPeriod(unit: PeriodUnit, now: Utc, clock: Clock): CalendarPeriod {
  const today = localDay(now, clock.timezone);
  const first = firstDay(unit, today, clock["week-start"]);
  const next = nextPeriod(unit, first);
  return {
    key: keyOf(unit, first),
    start: startOfLocalDay(first, clock.timezone),
    end: startOfLocalDay(next, clock.timezone),
    days: daysBetween(first, next),
  };
}

/** The last `length` times 24 hours. */
export function rollingPeriod(length: number, now: Utc, { timezone }: Clock): CalendarPeriod {
  const start = addSeconds(now, -length * DAY_SECONDS);
  return {
    key: `last ${length} days`,
    start,
    end: now,
    days: daysBetween(localDay(start, timezone), addDays(localDay(now, timezone), 1)),
  };
}

/** From one day up to, not including, another. */
export function daysBetween(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5;
}

/** 0 is Monday. A calendar day has the same weekday everywhere. */
function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function firstDay(unit: PeriodUnit, today: Day, weekStart: Weekday): Day {
  if (unit === "day") return today;
  return unit === "month" ? `${today.slice(0, 7)}-01` : firstOfWeek(today, weekStart);
}

/** The day on which a day's week began. */
export function firstOfWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7));
}

function nextPeriod(unit: PeriodUnit, first: Day): Day {
  if (unit === "day") return addDays(first, 1);
  if (unit === "week") return addDays(first, 7);
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

/** A week goes by its first day, for ISO's numbers are of weeks that begin on Monday. */
function keyOf(unit: PeriodUnit, first: Day): string {
  if (unit === "month") return first.slice(0, 7);
  return unit === "week" ? `week of ${first}` : first;
}
