import { describe, expect, it } from "vitest";
import { settled } from "#core/attempts/settled.ts";
import type { Run } from "#core/records/run.ts";
import { aJobRecord, anExecution, aRunRecord } from "../../../builders.ts";

const open = anExecution({ status: "in_progress", job_id: 5000 });
const statusAfter = (run: Partial<Run>, execution = open) => settled(execution, aRunRecord(run)).status;
const job = (conclusion: string | null, over = {}) => [aJobRecord({ id: 5000, conclusion, ...over })];

describe("an execution that never told its end", () => {
  it.each([
    ["success", "success"],
    ["failure", "failure"],
    ["cancelled", "cancelled"],
    ["timed_out", "timeout"],
    ["neutral", "in_progress"],
  ])("ended as its job did: %s", (conclusion, status) => {
    expect(statusAfter({ conclusion: "failure", jobs: job(conclusion) })).toBe(status);
  });

  it("ended as its run did where its job is not known", () => {
    expect(statusAfter({ conclusion: "timed_out", jobs: null })).toBe("timeout");
    expect(statusAfter({ conclusion: "startup_failure", jobs: [] })).toBe("failure");
  });

  it("goes on while its job does, and ends with it before the run is over", () => {
    const run = { status: "in_progress", conclusion: null };
    expect(statusAfter({ ...run, jobs: job(null, { status: "in_progress" }) })).toBe("in_progress");
    expect(statusAfter({ ...run, jobs: job("failure") })).toBe("failure");
  });

  it("is left alone when it told", () => {
    const reported = anExecution({ status: "success", job_id: 5000 });
    expect(statusAfter({ conclusion: "failure", jobs: job("failure") }, reported)).toBe("success");
  });
});
