import { describe, expect, it } from "vitest";
import { rankSumRise } from "#core/statistics/rank-sum.ts";

describe("the rank-sum test", () => {
  it("is that of a published example: Gibbons' pitch measurements of two groups without ties", () => {
    // All of the second are larger: U = 25, so z = 12.5 / sqrt(25 · 11 / 12).
    expect(rankSumRise([1, 4, 2, 5, 3], [10, 7, 9, 6, 8])).toBeCloseTo(12.5 / Math.sqrt((25 * 11) / 12), 10);
  });

  it("corrects for ties", () => {
    // Ranks 1.5 1.5 4 4 | 4 6 7 8: U = 25 − 10 = 15; ties Σ(t³ − t) = 6 + 24 of 504.
    const variance = ((16 * 9) / 12) * (1 - 30 / 504);
    expect(rankSumRise([1, 2, 1, 2], [2, 3, 4, 5])).toBeCloseTo(7 / Math.sqrt(variance), 10);
  });

  it("is 0 of equal values and of none", () => {
    expect([rankSumRise([1, 1, 1], [1, 1]), rankSumRise([], [1]), rankSumRise([1], [])]).toEqual([0, 0, 0]);
  });

  it("is above 0 where values rise, and below where they fall", () => {
    const [low, high] = [
      [1, 9, 3, 7, 5],
      [12, 20, 14, 18, 16],
    ];
    expect(rankSumRise(low, high)).toBeGreaterThan(2);
    expect(rankSumRise(high, low)).toBeLessThan(-2);
  });

  it("is less where values resemble the ones before", () => {
    const [wild, calm] = [
      [1, 9, 3, 7, 5, 2, 8, 4, 6],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ];
    const after = [10, 20, 11, 19, 12, 18];
    expect(rankSumRise(calm, after)).toBeLessThan(rankSumRise(wild, after));
  });
});
