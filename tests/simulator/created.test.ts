import { describe, expect, it } from "vitest";
import { parseCreated } from "#simulator/created.ts";

const DAY = "2026-01-01";
const contains = (range: string, moment: string) => {
  const parsed = parseCreated(range);
  const at = Date.parse(moment);
  return parsed === null ? null : at >= parsed.from && at <= parsed.to;
};

describe("a window of creation", () => {
  it.each([
    // range, moment, inside
    [DAY, "2026-01-01T00:00:00Z", true],
    [DAY, "2026-01-01T23:59:59Z", true],
    [DAY, "2026-01-02T00:00:00Z", false],
    [`>=${DAY}`, "2026-01-01T00:00:00Z", true],
    [`>=${DAY}`, "2025-12-31T23:59:59Z", false],
    [`>${DAY}`, "2026-01-01T23:59:59Z", false],
    [`>${DAY}`, "2026-01-02T00:00:00Z", true],
    [`<=${DAY}`, "2026-01-01T23:59:59Z", true],
    [`<${DAY}`, "2026-01-01T00:00:00Z", false],
    [`${DAY}..2026-01-03`, "2026-01-03T23:59:59Z", true],
    [`${DAY}..*`, "2030-01-01T00:00:00Z", true],
    [`*..${DAY}`, "2026-01-02T00:00:00Z", false],
    ["2026-01-01T10:00:00Z..2026-01-01T11:00:00Z", "2026-01-01T11:00:00Z", true],
    ["2026-01-01T10:00:00Z..2026-01-01T11:00:00Z", "2026-01-01T11:00:01Z", false],
    [">2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z", false],
    ["2026-01-01T10:00:00", "2026-01-01T10:00:00Z", true],
    ["2026-01-01T10:00:00+07:00", "2026-01-01T03:00:00Z", true],
  ])("%s and %s: %s", (range, moment, inside) => {
    expect(contains(range, moment)).toBe(inside);
  });

  it.each(["", "yesterday", "2026-13-01", "2026-01-01..", "1..2..3", "=2026-01-01", "2026-01-01 10:00:00"])(
    "cannot be read from %j",
    (text) => {
      expect(parseCreated(text)).toBeNull();
    },
  );
});
