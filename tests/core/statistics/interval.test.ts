import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hodgesLehmann, newcombe, pairedShift, wilson } from "#core/statistics/interval.ts";

describe("Wilson's interval", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
  // 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("is the published one of %i in %i", (part, n, low, high) => {
    expect(wilson(part, n).low).toBeCloseTo(low, 4);
    expect(wilson(part, n).high).toBeCloseTo(high, 4);
  });
});

describe("Newcombe's interval", () => {
  // R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
  // methods", Statistics in Medicine 17 (1998), 873-890, table II, method 10. There it is the first minus the second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("is the published one of %i in %i less %i in %i", (a, m, b, n, low, high) => {
    const found = newcombe({ part: b, n }, { part: a, n: m });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 3);
  });
});

describe("Hodges and Lehmann's shift", () => {
  // M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods" (1973), 69 and 78: permeability of the human
  // chorioamnion at term, and between 12 and 26 weeks. The shift is -0.305, its 96 % interval -0.76 to 0.15.
  it("is the published one of a membrane's permeability", () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];
    const { shift, low, high } = hodgesLehmann(term, earlier);
    expect(shift).toBeCloseTo(-0.305, 10);
    expect(low).toBeCloseTo(-0.76, 10);
    expect(high).toBeCloseTo(0.15, 10);
  });

  it("takes its values from the sorted differences of all pairs", () => {
    const values = fc.array(
      fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(values, values, (before, after) => {
        const all = before.flatMap((a) => after.map((b) => b - a)).sort((a, b) => a - b);
        const { shift, low, high } = hodgesLehmann(before, after);
        const at = (rank: number) => all[rank - 1] ?? Number.NaN;
        const half = all.length / 2;
        expect(shift).toBeCloseTo(
          all.length % 2 === 1 ? at(Math.ceil(half)) : (at(half) + at(half + 1)) / 2,
          6,
        );
        const rank = all.findIndex((value) => value === low) + 1;
        expect(rank).toBeGreaterThan(0);
        expect(all.includes(high)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe("the shift of pairs", () => {
  // M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods" (1973), 29 and 35: Hamilton's scale before and
  // after the first visit of nine patients. The shift is -0.46, its 96.1 % interval -0.786 to -0.010.
  it("is the published one of nine patients", () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const { shift, low, high } = pairedShift(after.map((value, index) => value - (before[index] ?? 0)));
    expect(shift).toBeCloseTo(-0.46, 10);
    expect(low).toBeCloseTo(-0.786, 10);
    expect(high).toBeCloseTo(-0.01, 10);
  });
});
