import { describe, expect, it } from "vitest";
import { recordReading, withRecord } from "#core/failures/record-reading.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { aFinding, aJobRecord, aReading, aRunRecord, aStepRecord } from "../../builders.ts";

const START = "2026-10-01T12:00:00Z";
const later = (seconds: number) => addSeconds(START, seconds);
const DAY = 86_400;

function aRun(overrides: Partial<Run>): Run {
  return aRunRecord({ created_at: START, updated_at: later(600), detail: "full", jobs: [], ...overrides });
}

const job = (overrides: Parameters<typeof aJobRecord>[0]) =>
  aJobRecord({ created_at: START, started_at: START, completed_at: later(600), ...overrides });
const open = { status: "in_progress", conclusion: null };
const never = { steps: [], started_at: null, duration_seconds: null, runner_name: null };

describe("what a record says about a failure without any log", () => {
  it.each<[string, Partial<Run>, string, string]>([
    ["a workflow that could not start", { conclusion: "startup_failure" }, "configuration", "not-started"],
    ["a failure without any job", { conclusion: "failure" }, "configuration", "not-started"],
    [
      "a job that reached its limit",
      { conclusion: "timed_out", jobs: [job({ conclusion: "timed_out" })] },
      "timeout",
      "timed-out",
    ],
    [
      "a job that was cancelled after six hours to the minute",
      { conclusion: "cancelled", jobs: [job({ conclusion: "cancelled", duration_seconds: 21_615 })] },
      "timeout",
      "timed-out",
    ],
    [
      "a runner that went away",
      {
        conclusion: "failure",
        jobs: [job({ conclusion: "failure", steps: [aStepRecord(), aStepRecord(open)] })],
      },
      "runner_lost",
      "runner-lost",
    ],
    [
      "a job that no runner took in a day",
      {
        conclusion: "cancelled",
        jobs: [job({ ...never, conclusion: "cancelled", completed_at: later(DAY) })],
      },
      "runner_lost",
      "no-runner",
    ],
    [
      "a deployment that nobody approved in 30 days",
      {
        conclusion: "failure",
        jobs: [job({ ...never, conclusion: "failure", completed_at: later(30 * DAY) })],
      },
      "approval_timeout",
      "approval-timeout",
    ],
  ])("%s", (_, run, category, rule) => {
    const reading = StoredAnalysis.parse(recordReading(aRun(run), null));
    expect(reading).toMatchObject({
      source: "record",
      findings: [{ category, rule: `record/${rule}`, line: null }],
    });
  });

  it.each<[string, Partial<Run>]>([
    [
      "a person's Cancel",
      { conclusion: "cancelled", jobs: [job({ conclusion: "cancelled", duration_seconds: 600 })] },
    ],
    [
      "a step that failed",
      {
        conclusion: "failure",
        jobs: [job({ conclusion: "failure", steps: [aStepRecord({ conclusion: "failure" })] })],
      },
    ],
    [
      "a job that was rejected before it began",
      { conclusion: "failure", jobs: [job({ ...never, conclusion: "failure" })] },
    ],
  ])("nothing about %s", (_, run) => expect(recordReading(aRun(run), null)).toBeNull());

  it("takes a cancelled run for superseded only when a newer one came shortly before its end", () => {
    const cancelled = aRun({ conclusion: "cancelled" });
    const soon = recordReading(cancelled, later(590));
    expect(soon?.findings[0]?.category).toBe("cancelled");
    const long = aRun({ conclusion: "cancelled", updated_at: later(7200) });
    expect(recordReading(long, later(60))).toBeNull();
  });

  it("gives the same failure of the same job the same signature", () => {
    const lost = (id: number) =>
      recordReading(
        aRun({ id, conclusion: "timed_out", jobs: [job({ id, conclusion: "timed_out" })] }),
        null,
      );
    expect(lost(1)?.findings[0]?.signature).toBe(lost(2)?.findings[0]?.signature);
  });

  it("stands before what a log only hints at, behind what it says, and alone where it says nothing", () => {
    const record = recordReading(
      aRun({ conclusion: "timed_out", jobs: [job({ conclusion: "timed_out" })] }),
      null,
    );
    const read = aReading();
    const finding = aFinding();
    const rules = (confidence: number) =>
      withRecord({ ...read, findings: [{ ...finding, confidence }] }, record).findings.map(
        ({ rule }) => rule,
      );
    expect(rules(0.3)).toEqual(["record/timed-out", finding.rule]);
    expect(rules(0.95)).toEqual([finding.rule, "record/timed-out"]);
    expect(withRecord({ ...read, findings: [] }, record)).toMatchObject({
      source: "record",
      findings: [{ rank: 1 }],
    });
  });
});
