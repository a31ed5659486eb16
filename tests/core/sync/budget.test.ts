import { describe, expect, it } from "vitest";
import { allowance, refusal, reserve } from "#core/sync/budget.ts";

const spent = (total: number, remaining: number | null, inFlight = 0, limit = 1000) => ({
  total,
  inFlight,
  rateLimit: remaining === null ? null : { limit, remaining },
});

describe("the budget of requests", () => {
  it.each([
    ["schedule", null, 1000, 300],
    ["workflow_run", null, 1000, 300],
    ["workflow_dispatch", null, 1000, 800],
    ["cli", null, 5000, 4000],
    ["schedule", 50, 1000, 50],
    ["schedule", null, null, null],
  ])("of %s with %s given and a limit of %s is %s", (trigger, maxApiRequests, limit, expected) => {
    expect(allowance({ trigger, maxApiRequests }, limit)).toBe(expected);
  });

  it("always lets the first request through, which tells the limit", () => {
    expect(refusal({ trigger: "schedule", maxApiRequests: 0 }, spent(0, null))).toBeNull();
  });

  it("keeps a tenth of the limit, at least 100, for others, requests under way included", () => {
    const dispatch = { trigger: "workflow_dispatch", maxApiRequests: null };
    expect([reserve(1000), reserve(15_000), reserve(60)]).toEqual([100, 1500, 100]);
    expect(refusal(dispatch, spent(5, 101))).toBeNull();
    expect(refusal(dispatch, spent(5, 100))).toContain("100 of 1000");
    expect(refusal(dispatch, spent(5, 105, 5))).toContain("kept for others");
  });
});
