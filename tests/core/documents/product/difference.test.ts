import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfRates, differenceOfValues } from "#core/documents/product/difference.ts";
import { rate } from "#core/stats.ts";

const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 60 });
const shares = fc
  .tuple(fc.integer({ min: 20, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => rate(Math.round(n * share), n));

describe("the difference of two rates", () => {
  it("has Newcombe's interval: 56 of 70 against 48 of 80 (Statistics in Medicine 1998, table II)", () => {
    const { difference, low, high, verdict } = differenceOfRates(rate(48, 80), rate(56, 70), "higher");
    expect(difference).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.0524, 3);
    expect(high).toBeCloseTo(0.3339, 3);
    expect(verdict).toBe("better");
  });

  it("is the opposite when the sides are swapped, and stays within −1 and 1", () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const [one, two] = [differenceOfRates(a, b, "higher"), differenceOfRates(b, a, "higher")];
        expect(one.low).toBeCloseTo(-(two.high ?? Number.NaN), 10);
        expect(one.low).toBeGreaterThanOrEqual(-1.0000001);
        expect(one.high).toBeLessThanOrEqual(1.0000001);
        const opposite = { better: "worse", worse: "better" } as Record<string, string>;
        expect(two.verdict).toBe(opposite[one.verdict] ?? one.verdict);
      }),
    );
  });

  it("decides nothing with too few", () => {
    expect(differenceOfRates(rate(0, 19), rate(19, 19), "higher")).toMatchObject({
      verdict: "too few",
      low: null,
    });
    expect(differenceOfValues([], [1], "lower")).toMatchObject({
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
        const found = differenceOfValues(before, shifted, "lower");
        expect(found.low).toBeLessThanOrEqual(shift);
        expect(found.high).toBeGreaterThanOrEqual(shift);
      }),
    );
  });

  it("sees none between a set and itself", () => {
    fc.assert(
      fc.property(values, (same) => {
        expect(differenceOfValues(same, same, "lower").verdict).toBe("no difference to be seen");
      }),
    );
  });

  it("calls what is clearly lower better where lower is better", () => {
    const [high, low] = [
      Array.from({ length: 30 }, (_, n) => 100 + n),
      Array.from({ length: 30 }, (_, n) => 10 + n),
    ];
    expect(differenceOfValues(high, low, "lower")).toMatchObject({ verdict: "better", difference: -90 });
    expect(differenceOfValues(high, low, "higher").verdict).toBe("worse");
  });
});
