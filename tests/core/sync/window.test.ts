import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bisect, RECHECK_DAYS, recheckWindow, remainder, since } from "#core/sync/window.ts";
import { addSeconds, epoch, formatUtc } from "#core/time.ts";

const START = epoch("2026-01-01T00:00:00Z");
const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 40_000_000 }), fc.integer({ min: 0, max: 8_000_000 }))
  .map(([from, length]) => ({ from: formatUtc(START + from), to: formatUtc(START + from + length) }));

describe("windows of created_at", () => {
  it("are halved without losing or doubling a second", () => {
    fc.assert(
      fc.property(aWindow, (window) => {
        const halves = bisect(window);
        if (halves === null) {
          expect(window.from).toBe(window.to);
          return;
        }
        const [newer, older] = halves;
        expect([older.from, newer.to]).toEqual([window.from, window.to]);
        expect(addSeconds(older.to, 1)).toBe(newer.from);
        expect(older.from <= older.to && newer.from <= newer.to).toBe(true);
      }),
    );
  });

  it("leave a remainder that is smaller and holds everything older than what was seen", () => {
    fc.assert(
      fc.property(
        aWindow,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (window, share, inOrder) => {
          const length = epoch(window.to) - epoch(window.from);
          const oldest = addSeconds(window.from, Math.floor(length * share));
          const rest = remainder(window, oldest, inOrder);
          if (rest === null) {
            expect(length).toBe(0);
            return;
          }
          for (const part of rest) expect(epoch(part.to) - epoch(part.from)).toBeLessThan(length);
          expect(rest.at(-1)?.from).toBe(window.from);
          expect((rest[0]?.to ?? "") >= oldest).toBe(true);
        },
      ),
    );
  });

  it("visit each of the last 31 days once in 31 syncs, hourly or every two hours", () => {
    for (const hours of [1, 2]) {
      const now = "2026-11-20T12:17:00Z";
      const days = Array.from({ length: RECHECK_DAYS }, (_, sync) => {
        const at = addSeconds(now, sync * hours * 3600);
        return Math.round((epoch(at) - epoch(recheckWindow(at).from)) / 86_400 - 0.5);
      });
      expect(new Set(days)).toEqual(new Set(Array.from({ length: RECHECK_DAYS }, (_, day) => day + 1)));
    }
  });

  it("begin no earlier than what is synced", () => {
    const day = { from: "2026-11-01T00:00:00Z", to: "2026-11-01T23:59:59Z" };
    expect(since(day, "2026-11-02T00:00:00Z")).toBeNull();
    expect(since(day, "2026-11-01T12:00:00Z")).toEqual({ ...day, from: "2026-11-01T12:00:00Z" });
  });
});
