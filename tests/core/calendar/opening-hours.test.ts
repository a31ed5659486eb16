import fc from "fast-check";
import { expect, it } from "vitest";
import { clockText, HOURS, isWithin } from "#core/calendar/opening-hours.ts";
import { formatUtc } from "#core/time.ts";

it.each([
  ["Mon-Fri 07:00-20:00", "2026-11-20T07:00:00Z", true],
  ["Mon-Fri 07:00-20:00", "2026-11-20T20:00:00Z", false],
  ["Mon-Fri 07:00-20:00", "2026-11-21T10:00:00Z", false],
  ["fri-mon 00:00-24:00", "2026-11-22T23:59:59Z", true],
  ["fri-mon 00:00-24:00", "2026-11-24T00:00:00Z", false],
  ["Sat,Sun 10:00-11:00", "2026-11-22T10:30:00Z", true],
  ["08:00-09:00", "2026-11-22T08:30:00Z", true],
  // Over midnight the day is the evening's.
  ["Fri 22:00-06:00", "2026-11-20T23:00:00Z", true],
  ["Fri 22:00-06:00", "2026-11-21T05:59:00Z", true],
  ["Fri 22:00-06:00", "2026-11-20T05:00:00Z", false],
  ["Sun 22:00-06:00", "2026-11-23T01:00:00Z", true],
])("%s holds %s: %s", (hours, at, holds) => {
  expect(HOURS.safeParse(hours).success).toBe(true);
  expect(isWithin([hours], at, "UTC")).toBe(holds);
});

it("goes by the clock of the zone, summer time included", () => {
  expect(isWithin(["07:00-08:00"], "2026-11-20T06:30:00Z", "Europe/Berlin")).toBe(true);
  expect(isWithin(["07:00-08:00"], "2026-07-20T06:30:00Z", "Europe/Berlin")).toBe(false);
  expect(clockText("2026-11-20T23:30:00Z", "Europe/Berlin")).toBe("Sat 00:30 Europe/Berlin");
});

it.each(["Mo 7-8", "Mon 7:00-8:00", "Mon-Fri", "25:00-26:00", "Mon–Fri 07:00-08:00", "24:00-06:00"])(
  "refuses %s",
  (text) => expect(HOURS.safeParse(text).success).toBe(false),
);

it("says the same as the calendar, in every zone and at every instant", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Australia/Lord_Howe",
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 946_684_800, max: 1_900_000_000 }),
      fc.constantFrom(...zones),
      (seconds, zone) => {
        const said = new Intl.DateTimeFormat("en-GB", {
          ...{ timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
        }).format(seconds * 1000);
        expect(`${clockText(formatUtc(seconds), zone)}`).toBe(`${said.replace(",", "")} ${zone}`);
      },
    ),
  );
});
