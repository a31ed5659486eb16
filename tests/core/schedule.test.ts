import { describe, expect, it } from "vitest";
import { nextRun } from "#core/schedule.ts";

describe("nextRun", () => {
  it.each([
    ["17 */2 * * *", "2026-11-20T14:05:00Z", "2026-11-20T14:17:00Z"],
    ["17 */2 * * *", "2026-11-20T14:17:00Z", "2026-11-20T16:17:00Z"],
    ["17 */2 * * *", "2026-11-20T23:59:59Z", "2026-11-21T00:17:00Z"],
    ["0 6 * * MON", "2026-11-20T14:05:00Z", "2026-11-23T06:00:00Z"],
    // Either the day of the month or the weekday, as cron has always had it.
    ["0 0 1 * 6", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"],
    // No summer time in UTC.
    ["30 2 * * *", "2026-03-29T00:00:00Z", "2026-03-29T02:30:00Z"],
    ["0 0 29 2 *", "2026-11-20T00:00:00Z", "2028-02-29T00:00:00Z"],
  ])("%s after %s is %s", (cron, after, next) => {
    expect(nextRun(cron, after)).toBe(next);
  });

  it.each(["", "every two hours", "61 * * * *", "* * * * * *", "0 0 30 2 *"])(
    "knows no next run of %j",
    (cron) => {
      expect(nextRun(cron, "2026-11-20T14:05:00Z")).toBeNull();
    },
  );
});
