import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slowdown, type Timed } from "#core/documents/step-times/slowdown.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { epoch, toUtc } from "#core/time.ts";
import { seededHistory } from "#simulator/history/seeded.ts";

/** A small deterministic noise in [0, 1). */
const noise = (index: number) => ((index * 7919) % 101) / 101;

/** Executions an hour apart, three of each commit. */
function series(seconds: readonly number[]): Timed[] {
  return seconds.map((value, index) => ({
    at: 1_760_000_000 + index * 3600,
    seconds: value,
    sha: `commit-${Math.floor(index / 3)}`,
  }));
}

const noisy = (n: number, base: number, spread: number) =>
  Array.from({ length: n }, (_, index) => base + Math.round(noise(index + base) * spread));

describe("slowdown", () => {
  it("names the commit since which something takes longer, and the last one before", () => {
    const executions = series([...noisy(60, 100, 40), ...noisy(60, 170, 60)]);
    const found = slowdown(executions);
    expect(found).toMatchObject({ sha: "commit-20", last_fast_sha: "commit-19", before_n: 60, after_n: 60 });
    expect(found?.at).toBe(executions[60]?.at);
    expect(found?.after_seconds).toBeGreaterThan(170);
    expect(found?.before_seconds).toBeLessThan(140);
  });

  it("is not fooled by outliers", () => {
    const executions = series([
      ...noisy(60, 100, 30).map((value, index) => (index % 13 === 0 ? 900 : value)),
      ...noisy(40, 150, 30),
    ]);
    expect(slowdown(executions)?.sha).toBe("commit-20");
    const still = noisy(100, 100, 30).map((value, index) => (index > 90 && index % 3 === 0 ? 900 : value));
    expect(slowdown(series(still))).toBeNull();
  });

  it("puts the point between commits, never inside one", () => {
    const mixed = series([...noisy(31, 100, 10), ...noisy(29, 200, 10)]);
    expect([10, 11]).toContain(Number(slowdown(mixed)?.sha.slice("commit-".length)));
    expect(slowdown(mixed.map((execution) => ({ ...execution, sha: "same" })))).toBeNull();
  });

  it.each([
    ["what stays the same", noisy(120, 100, 40)],
    ["what gets faster", [...noisy(60, 170, 40), ...noisy(60, 100, 40)]],
    ["what got slow and recovered", [...noisy(60, 100, 20), ...noisy(60, 200, 20), ...noisy(60, 100, 20)]],
    ["a difference of a few seconds", [...noisy(60, 3, 1), ...noisy(60, 6, 1)]],
    ["a difference of a tenth", [...noisy(60, 100, 1), ...noisy(60, 110, 1)]],
    ["too few executions", [...noisy(7, 100, 1), ...noisy(60, 300, 1)]],
    ["nothing", []],
  ])("says nothing about %s", (_, seconds) => {
    expect(slowdown(series(seconds))).toBeNull();
  });

  it("hardly ever cries wolf: at most 1 of 200 series of pure chance", () => {
    let alarms = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const [seconds = []] = fc.sample(
        fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 90, maxLength: 90 }),
        { seed, numRuns: 1 },
      );
      if (slowdown(series(seconds)) !== null) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(1);
  });

  it("finds the very commit after which the simulated history's tests got slower", () => {
    const truth = seededHistory({ now: "2026-11-20T12:00:00Z" });
    const attempts = truth.runs.flatMap((run) => run.attempts);
    const executions = attempts.flatMap(({ run, jobs }) =>
      jobs
        .flatMap((job) => readJob(job, run.run_attempt ?? 1).value?.steps ?? [])
        .filter((step) => step.name === "Run integration tests" && step.conclusion === "success")
        .map((step) => ({
          at: epoch(toUtc(run.run_started_at) ?? ""),
          seconds: step.duration_seconds ?? 0,
          sha: run.head_sha,
        })),
    );
    const found = slowdown(executions.sort((a, b) => a.at - b.at));
    const commit = attempts.find(({ run }) => run.head_sha === found?.sha)?.run.head_commit;
    expect(commit?.message).toBe("Run integration tests against a real Postgres");
  });
});
