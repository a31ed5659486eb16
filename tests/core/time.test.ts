import { describe, expect, it } from "vitest";
import { toUtc, Utc } from "#core/time.ts";

describe("a time as GitHub tells it", () => {
  it.each([
    ["2021-04-05T17:42:57.000+02:00", "2021-04-05T15:42:57Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    ["9999-12-31T23:59:59-23:59", null],
    ["+010000-01-01T00:00:00Z", null],
    ["0001-01-01T00:00:00Z", null],
    ["1970-01-01T00:00:00Z", null],
    ["yesterday", null],
    ["", null],
  ])("%s is %s", (text, expected) => {
    expect(toUtc(text)).toBe(expected);
    expect(expected === null || Utc.safeParse(expected).success).toBe(true);
  });
});
