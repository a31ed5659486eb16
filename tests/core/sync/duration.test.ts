import { describe, expect, it } from "vitest";
import { durationOfRun } from "#core/sync/duration.ts";
import { aJobRecord, aRunRecord } from "../../builders.ts";

const times = {
  created_at: "2026-11-20T09:00:00Z",
  run_started_at: "2026-11-20T10:00:00Z",
  updated_at: "2026-11-20T11:00:00Z",
};

describe("how long an attempt took", () => {
  it("ends with its last job, whatever moved updated_at later", () => {
    const job = aJobRecord({ started_at: "2026-11-20T10:01:00Z", completed_at: "2026-11-20T10:05:00Z" });
    expect(durationOfRun(aRunRecord(times), [job])).toBe(300);
  });

  it("falls back to updated_at where jobs are not known", () => {
    expect(durationOfRun(aRunRecord(times), null)).toBe(3600);
  });

  it("takes a success without jobs for one whose jobs are gone, a failure without jobs for one that never ran", () => {
    expect(durationOfRun(aRunRecord({ ...times, conclusion: "success" }), [])).toBe(3600);
    expect(durationOfRun(aRunRecord({ ...times, conclusion: "startup_failure" }), [])).toBeNull();
  });

  it("is unknown for what was skipped", () => {
    expect(durationOfRun(aRunRecord({ ...times, conclusion: "skipped" }), [])).toBeNull();
  });
});
