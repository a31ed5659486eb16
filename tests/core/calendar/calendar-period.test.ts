import { describe, expect, it } from "vitest";
import { type Clock, calendarPeriod, rollingPeriod } from "#core/calendar/calendar-period.ts";
import { localDay, startOfLocalDay, Zone } from "#core/calendar/zone.ts";
import { epoch } from "#core/time.ts";

const clock = (timezone: string, weekStart: Clock["week-start"] = "monday"): Clock => ({
  timezone,
  "week-start": weekStart,
});
const hours = (start: string, end: string) => (epoch(end) - epoch(start)) / 3600;

describe("a period of the calendar", () => {
  it.each([
    ["UTC", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"],
    ["Europe/Berlin", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"],
    ["America/St_Johns", "2026-12-01T03:30:00Z", "2027-01-01T03:30:00Z"],
    ["Asia/Kathmandu", "2026-11-30T18:15:00Z", "2026-12-31T18:15:00Z"],
    ["Pacific/Apia", "2026-11-30T11:00:00Z", "2026-12-31T11:00:00Z"],
  ])("is December in %s", (zone, start, end) => {
    expect(calendarPeriod("month", "2026-12-10T12:00:00Z", clock(zone))).toMatchObject({
      key: "2026-12",
      start,
      end,
    });
  });

  it("belongs to the day that people have, not to that of UTC", () => {
    expect(calendarPeriod("month", "2026-11-30T23:30:00Z", clock("Europe/Berlin")).key).toBe("2026-12");
    expect(calendarPeriod("month", "2026-12-01T02:00:00Z", clock("America/St_Johns")).key).toBe("2026-11");
  });

  it.each([
    ["spring", "2026-03-29T12:00:00Z", 23],
    ["autumn", "2026-10-25T12:00:00Z", 25],
  ])("has a day of its own length where clocks change in %s", (_, at, length) => {
    const { start, end } = calendarPeriod("day", at, clock("Europe/Berlin"));
    expect(hours(start, end)).toBe(length);
  });

  it("begins where the clock begins, when it skips midnight", () => {
    // Cairo's clocks went from 23:59:59 to 01:00 on 26 April 2024.
    expect(startOfLocalDay("2024-04-26", "Africa/Cairo")).toBe("2024-04-25T22:00:00Z");
    expect(localDay("2024-04-25T22:00:00Z", "Africa/Cairo")).toBe("2024-04-26");
  });

  it("knows 29 February", () => {
    const { days, end } = calendarPeriod("month", "2028-02-29T10:00:00Z", clock("UTC"));
    expect([days.length, end]).toEqual([29, "2028-03-01T00:00:00Z"]);
  });

  it.each([
    ["monday", "2026-11-30"],
    ["sunday", "2026-11-29"],
    ["wednesday", "2026-11-25"],
  ] as const)("is the week that begins on %s", (weekStart, first) => {
    const { key, days } = calendarPeriod("week", "2026-12-01T12:00:00Z", clock("UTC", weekStart));
    expect([key, days.length, days[0]]).toEqual([`week of ${first}`, 7, first]);
  });

  it("is the last so many times 24 hours where it rolls", () => {
    expect(rollingPeriod(7, "2026-12-01T12:30:00Z", clock("Europe/Berlin"))).toMatchObject({
      start: "2026-11-24T12:30:00Z",
      end: "2026-12-01T12:30:00Z",
    });
  });
});

describe("a time zone", () => {
  it.each(["Europe/Berlinn", "+02:00", ""])("is not %j", (name) => {
    expect(Zone.safeParse(name).error?.issues[0]?.message).toContain("no time zone of the IANA database");
  });
});
