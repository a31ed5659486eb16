import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Day, Utc } from "#core/time.ts";

/** A time zone of the IANA database: `Europe/Berlin`. */
export const Zone = z
  .string()
  .refine(isZone, { error: "no time zone of the IANA database, such as UTC or Europe/Berlin" });
export type Zone = z.infer<typeof Zone>;

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return !/^[+-]/.test(name); // an offset knows no summer time
  } catch {
    return false;
  }
}

/** Offsets change at quarters of an hour and not between. */
const QUARTER = 900_000;
const known = new Map<Zone, Map<number, Day>>();

/** The calendar day that an instant falls on in a zone. */
export function localDay(at: Utc, zone: Zone): Day {
  if (zone === "UTC") return at.slice(0, 10);
  const quarter = Math.floor(Date.parse(at) / QUARTER);
  const days = known.get(zone) ?? new Map<number, Day>();
  known.set(zone, days);
  const day = days.get(quarter) ?? dayIn(quarter * QUARTER, zone);
  days.set(quarter, day);
  return day;
}

/** The weekday (0 is Monday) and the minute of the day that an instant falls on in a zone. */
export function localTime(at: Utc, zone: Zone): { weekday: number; minute: number } {
  const minutes = Math.floor(Date.parse(at) / MINUTE) + (zone === "UTC" ? 0 : offsetAt(at, zone));
  // 1970 began on a Thursday.
  return { weekday: (Math.floor(minutes / DAY_MINUTES) + 3) % 7, minute: minutes % DAY_MINUTES };
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const offsets = new Map<Zone, Map<number, number>>();

/** Minutes east of UTC. */
function offsetAt(at: Utc, zone: Zone): number {
  const quarter = Math.floor(Date.parse(at) / QUARTER);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const offset = known.get(quarter) ?? offsetIn(quarter * QUARTER, zone);
  known.set(quarter, offset);
  return offset;
}

function offsetIn(milliseconds: number, zone: Zone): number {
  const local = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return local.offsetNanoseconds / (MINUTE * 1e6);
}

function dayIn(milliseconds: number, zone: Zone): Day {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The instant at which a day begins in a zone: midnight, or where the clock skips that, the first instant after. */
export function startOfLocalDay(day: Day, zone: Zone): Utc {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return start.toInstant().toString({ smallestUnit: "second" });
}
