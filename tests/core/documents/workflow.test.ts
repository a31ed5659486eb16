import { describe, expect, it } from "vitest";
import { WorkflowDocument, workflowPagesFold } from "#core/documents/workflow/workflow.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aJobRecord, aRunRecord, aStepRecord } from "../../builders.ts";
import { aContext, folded, NOW } from "./contexts.ts";

const daysAgo = (days: number) => addSeconds(NOW, -Math.round(days * DAY_SECONDS));
const pageOf = (runs: readonly Run[]) => folded(workflowPagesFold(aContext()), runs)[0];

describe("a workflow's page", () => {
  it("lists the newest twenty attempts, whatever the period, and knows each run's latest", () => {
    const runs = Array.from({ length: 100 }, (_, index) =>
      aRunRecord({ id: index + 1, created_at: daysAgo(100 - index / 2) }),
    );
    const again = aRunRecord({
      id: 5,
      run_attempt: 2,
      created_at: daysAgo(98),
      run_started_at: daysAgo(0.1),
    });
    const recent = pageOf([...runs, again])?.recent ?? [];
    expect(recent).toHaveLength(20);
    expect(recent[0]).toMatchObject({ id: 5, run_attempt: 2, latest: true });
    expect(recent.slice(1, 4).map(({ id }) => id)).toEqual([100, 99, 98]);
  });

  it("marks an attempt that a later one followed", () => {
    const created_at = daysAgo(1);
    const attempts = [1, 2].map((run_attempt) =>
      aRunRecord({ run_attempt, created_at, run_started_at: addSeconds(created_at, run_attempt * 60) }),
    );
    expect(pageOf(attempts)?.recent.map(({ run_attempt, latest }) => [run_attempt, latest])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it("ranks steps by their median and by their failures", () => {
    const runs = Array.from({ length: 6 }, (_, index) =>
      aRunRecord({
        id: index + 1,
        created_at: daysAgo(index + 1),
        jobs: [
          aJobRecord({
            steps: [
              aStepRecord({ name: "Install", duration_seconds: 20 }),
              aStepRecord({
                name: "Test",
                duration_seconds: 90,
                conclusion: index < 2 ? "failure" : "success",
              }),
              aStepRecord({ name: "Report", duration_seconds: 500, conclusion: "skipped" }),
            ],
          }),
        ],
      }),
    );
    const page = pageOf(runs);
    expect(page?.slowest_steps.map(({ step, duration }) => [step, duration.p50])).toEqual([
      ["Test", 90],
      ["Install", 20],
    ]);
    expect(page?.failing_steps).toMatchObject([{ job: "test", step: "Test", failures: 2, n: 6 }]);
    expect(WorkflowDocument.parse(page)).toEqual(page);
  });

  it("counts what started it, and a day for each of the last thirty", () => {
    const runs = [1, 2, 40].map((days) =>
      aRunRecord({ id: days, created_at: daysAgo(days), event: days === 2 ? "schedule" : "push" }),
    );
    const page = pageOf(runs);
    expect(page?.events).toEqual([
      { event: "push", attempts: 1 },
      { event: "schedule", attempts: 1 },
    ]);
    expect(page?.current.attempts).toBe(2);
    expect(page?.previous?.attempts).toBe(1);
    expect(page?.trend).toHaveLength(31);
  });
});
