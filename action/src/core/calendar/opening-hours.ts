import * as z from "zod";
import { WEEKDAYS } from "#core/calendar/calendar-period.ts";
import { localTime, type Zone } from "#core/calendar/zone.ts";
import type { Utc } from "#core/time.ts";

const DAY_NAMES = WEEKDAYS.map((day) => day.slice(0, 3));
const DAY = `(?:${DAY_NAMES.join("|")})`;
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const FORM = new RegExp(`^(?:(${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*) )?(${TIME})-(${TIME}|24:00)$`, "i");

/** `Mon-Fri 07:00-20:00`, `Sat,Sun 00:00-24:00`, `22:00-06:00` (into the next morning; the day is the evening's). */
export const HOURS = z
  .string()
  .max(100)
  .regex(FORM, "expected hours such as `Mon-Fri 07:00-20:00`, with days left out for every day");

/** Whether an instant lies within any of the windows, whose end is not part of them. */
export function isWithin(windows: readonly string[], at: Utc, zone: Zone): boolean {
  const { weekday, minute } = localTime(at, zone);
  return windows.some((text) => {
    const [, days, from = "", until = ""] = FORM.exec(text) ?? [];
    const [start, end] = [minuteOf(from), minuteOf(until)];
    const on = (day: number) => days === undefined || daysOf(days).has(((day % 7) + 7) % 7);
    if (start < end) return on(weekday) && minute >= start && minute < end;
    return (on(weekday) && minute >= start) || (on(weekday - 1) && minute < end);
  });
}

/** `Sun 19:42 Europe/Berlin`. */
export function clockText(at: Utc, zone: Zone): string {
  const { weekday, minute } = localTime(at, zone);
  const day = DAY_NAMES[weekday] ?? "";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${two(Math.floor(minute / 60))}:${two(minute % 60)} ${zone}`;
}

/** 0 is Monday; `Fri-Mon` goes over the week's end. */
function daysOf(text: string): Set<number> {
  const days = new Set<number>();
  for (const part of text.toLowerCase().split(",")) {
    const [first = "", last = first] = part.split("-");
    const [from, until] = [DAY_NAMES.indexOf(first), DAY_NAMES.indexOf(last)];
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === until) break;
    }
  }
  return days;
}

function minuteOf(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}
