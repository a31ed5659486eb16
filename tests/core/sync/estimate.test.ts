import { describe, expect, it } from "vitest";
import { estimate } from "#core/sync/estimate.ts";
import type { Cost } from "#core/sync/limits.ts";

const covered = { from: "2026-11-10T00:00:00Z", to: "2026-11-20T00:00:00Z" };
const backfill = [{ from: "2026-10-31T00:00:00Z", to: "2026-11-10T00:00:00Z" }];
const limits = { readings: 25, artifacts: 150, logs: 25 };
const rate = { stored: 100, requestsPerSync: 50, runsPerWorkflow: null, withJobs: true, costs: [], limits };
const pending = (run_id: number) => ({
  run_id,
  run_attempt: 1,
  day: "2026-11-20",
  workflow_id: 1,
  needs: ["jobs" as const],
  tries: 0,
});

describe("the estimate of what is left", () => {
  it("is nothing when nothing is", () => {
    expect(estimate({ covered, backfill: [], pending: [] }, rate)).toEqual({ runs: 100, syncs: 0 });
  });

  it("takes the unlisted days for as busy as the listed ones", () => {
    expect(estimate({ covered, backfill, pending: [] }, rate)).toEqual({ runs: 200, syncs: 3 });
    expect(estimate({ covered, backfill, pending: [] }, { ...rate, withJobs: false }).syncs).toBe(1);
  });

  it("heeds how many runs of a workflow one sync may tell", () => {
    const five = [1, 2, 3, 4, 5].map(pending);
    expect(estimate({ covered, backfill: [], pending: five }, { ...rate, runsPerWorkflow: 2 }).syncs).toBe(3);
  });

  it("heeds how many logs and artifacts one sync reads", () => {
    const some = [1, 2, 3].map(pending);
    const syncs = (costs: Cost[]) =>
      estimate({ covered, backfill: [], pending: some }, { ...rate, costs }).syncs;
    expect(syncs(Array(410).fill({ logs: 1 }))).toBe(17);
    expect(syncs(Array(60).fill({ artifacts: 10 }))).toBe(4);
    expect(syncs([{ readings: 26 }, { logs: 3 }])).toBe(2);
    expect(syncs([])).toBe(1);
  });

  it("is unknown before anything was listed", () => {
    expect(estimate({ covered: null, backfill, pending: [] }, rate).syncs).toBeNull();
  });
});
