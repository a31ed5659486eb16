import { describe, expect, it } from "vitest";
import { Figures, figuresFold } from "#core/documents/figures/figures.ts";
import { aJobRecord, aRunRecord, aStepRecord } from "../../builders.ts";
import { folded } from "./contexts.ts";

describe("the figures of a set of attempts", () => {
  it("count runs and attempts apart", () => {
    const attempts = [1, 2, 3].map((run_attempt) => aRunRecord({ id: 1, run_attempt }));
    const figures = folded(figuresFold(), [...attempts, aRunRecord({ id: 2 })]);
    expect(figures).toMatchObject({ runs: 2, attempts: 4, reruns: 2 });
    expect(Figures.parse(figures)).toEqual(figures);
  });

  it("divide successes by what succeeded or failed, and leave the rest out", () => {
    const ends = [
      "success",
      "success",
      "success",
      "failure",
      "timed_out",
      "cancelled",
      "skipped",
      "action_required",
    ];
    const figures = folded(
      figuresFold(),
      ends.map((conclusion, id) => aRunRecord({ id: id + 1, conclusion })),
    );
    expect(figures.success).toEqual({ value: 0.6, part: 3, n: 5, enough: true });
    expect(figures.outcomes).toMatchObject({ success: 3, failure: 2, attention: 1, neutral: 2, total: 8 });
  });

  it("time only what succeeded or failed, because cancelled and skipped attempts look fast", () => {
    const figures = folded(figuresFold(), [
      aRunRecord({ id: 1, duration_seconds: 100 }),
      aRunRecord({ id: 2, duration_seconds: 1, conclusion: "skipped" }),
      aRunRecord({ id: 3, duration_seconds: 2, conclusion: "cancelled" }),
      aRunRecord({ id: 4, duration_seconds: null, conclusion: "failure" }),
    ]);
    expect(figures.duration).toMatchObject({ n: 1, mean: 100, p50: 100, p95: null });
  });

  it("count a job that a partial re-run carried over only where it ran", () => {
    const carried = aJobRecord({ id: 1, run_attempt: 1, duration_seconds: 600 });
    const again = aJobRecord({
      id: 2,
      run_attempt: 2,
      duration_seconds: 60,
      steps: [aStepRecord(), aStepRecord()],
    });
    const figures = folded(figuresFold(), [
      aRunRecord({ run_attempt: 1, jobs: [carried] }),
      aRunRecord({ run_attempt: 2, jobs: [carried, again] }),
    ]);
    expect(figures).toMatchObject({ job_minutes: 11, measured: 2, jobs_per_attempt: 1, steps_per_job: 1.5 });
  });

  it("know nothing where nothing is known", () => {
    const figures = folded(figuresFold(), [aRunRecord({ jobs: null, detail: "summary" })]);
    expect(figures).toMatchObject({
      job_minutes: null,
      measured: 0,
      jobs_per_attempt: null,
      steps_per_job: null,
    });
    expect(folded(figuresFold(), []).success).toEqual({ value: null, part: 0, n: 0, enough: false });
  });
});
