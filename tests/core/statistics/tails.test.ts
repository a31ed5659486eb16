import { describe, expect, it } from "vitest";
import { binomialTail, fisherTail, normalTail, poissonTail } from "#core/statistics/tails.ts";

describe("probabilities of tails", () => {
  it("are those of published tables", () => {
    // Fisher's tea (The Design of Experiments, 1935): all four of four cups told apart.
    expect(fisherTail({ part: 0, n: 4 }, { part: 4, n: 4 })).toBeCloseTo(1 / 70, 12);
    expect(fisherTail({ part: 1, n: 4 }, { part: 3, n: 4 })).toBeCloseTo(17 / 70, 12);
    expect(binomialTail(6, 20, 0.05)).toBeCloseTo(3.292943e-4, 9);
    expect(poissonTail(10, 3)).toBeCloseTo(1.10249e-3, 8);
    expect(normalTail(1.959964)).toBeCloseTo(0.025, 7);
    expect(normalTail(-1.959964)).toBeCloseTo(0.975, 7);
    expect(normalTail(3.432)).toBeCloseTo(3e-4, 6);
  });

  it("keep their digits where they are tiny", () => {
    expect(normalTail(8) / 6.22096e-16).toBeCloseTo(1, 4);
    expect(poissonTail(30, 1) / 1.41e-33).toBeCloseTo(1, 1);
    expect(poissonTail(3, 0)).toBe(0);
    expect(poissonTail(0, 5)).toBe(1);
  });
});
