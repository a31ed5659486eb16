import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRates, compareValues } from "#core/statistics/compare.ts";
import { rate } from "#core/statistics/rate.ts";

const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 60 });
const shares = fc
  .tuple(fc.integer({ min: 20, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => rate(Math.round(n * share), n));

describe("the difference of two rates", () => {
  it("has one answer for one pair: 90 of 100 before, 78 of 100 now", () => {
    const { difference, low, high, verdict } = compareRates(rate(90, 100), rate(78, 100), "higher");
    expect(difference).toBeCloseTo(-0.12, 10);
    expect(low).toBeCloseTo(-0.2209, 3);
    expect(high).toBeCloseTo(-0.0179, 3);
    expect(verdict).toBe("worse");
  });

  it("is the opposite when the sides are swapped, and stays within −1 and 1", () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const [one, two] = [compareRates(a, b, "higher"), compareRates(b, a, "higher")];
        expect(one.low).toBeCloseTo(-(two.high ?? Number.NaN), 10);
        expect(one.low).toBeGreaterThanOrEqual(-1.0000001);
        expect(one.high).toBeLessThanOrEqual(1.0000001);
        const opposite = { better: "worse", worse: "better" } as Record<string, string>;
        expect(two.verdict).toBe(opposite[one.verdict] ?? one.verdict);
      }),
    );
  });

  it("decides nothing with too few", () => {
    expect(compareRates(rate(0, 9), rate(90, 90), "higher")).toMatchObject({
      verdict: "too few",
      low: null,
    });
    expect(compareValues([], [1], "lower")).toMatchObject({
      before: null,
      after: 1,
      verdict: "too few",
    });
  });
});

describe("the difference of two sets of values", () => {
  it("is the shift where one is the other shifted", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (before, shift) => {
        const shifted = before.map((value) => value + shift);
        const found = compareValues(before, shifted, "lower");
        expect(found.low).toBeLessThanOrEqual(shift);
        expect(found.high).toBeGreaterThanOrEqual(shift);
      }),
    );
  });

  it("sees none between a set and itself", () => {
    fc.assert(
      fc.property(values, (same) => {
        expect(compareValues(same, same, "lower").verdict).toBe("no change beyond chance");
      }),
    );
  });

  it("calls what is clearly lower better where lower is better", () => {
    const [high, low] = [
      Array.from({ length: 30 }, (_, n) => 100 + n),
      Array.from({ length: 30 }, (_, n) => 10 + n),
    ];
    expect(compareValues(high, low, "lower")).toMatchObject({ verdict: "better", difference: -90 });
    expect(compareValues(high, low, "higher").verdict).toBe("worse");
  });
});
