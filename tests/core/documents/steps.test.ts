import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import type { Job, Run } from "#core/records/run.ts";
import { addSeconds, type Utc } from "#core/time.ts";
import { aJobRecord, aRepositoryRecord, aRunRecord, aState, aStepRecord } from "../../builders.ts";
import { built } from "./contexts.ts";

const NOW = "2026-11-20T12:00:00Z";

function context(over: Partial<Context> = {}): Context {
  return {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord(),
    state: aState(),
    server: "https://github.com",
    ...over,
  };
}

function stepsOf(runs: readonly Run[], over: Partial<Context> = {}) {
  const of = context(over);
  const attempts = runs.map((run) => readAttempt(run, NO_FACTS, of));
  return built(["steps"], attempts, of).steps;
}

/** A job whose steps follow each other from `start`. */
function job(
  id: number,
  name: string,
  start: Utc,
  steps: [name: string, seconds: number, conclusion?: string][],
): Job {
  let at = start;
  const records = steps.map(([step, seconds, conclusion = "success"], index) => {
    const record = aStepRecord({
      number: index + 1,
      name: step,
      conclusion,
      started_at: at,
      completed_at: addSeconds(at, seconds),
      duration_seconds: seconds,
    });
    at = addSeconds(at, seconds);
    return record;
  });
  const total = steps.reduce((sum, [, seconds]) => sum + seconds, 0);
  return aJobRecord({
    id,
    name,
    created_at: start,
    started_at: start,
    completed_at: at,
    duration_seconds: total,
    queued_seconds: 0,
    approval_seconds: 0,
    steps: records,
  });
}

/** A run of one job, `hours` before now. */
function run(hours: number, jobs: (start: Utc) => Job[], over: Partial<Run> = {}): Run {
  const start = addSeconds(NOW, -hours * 3600);
  return aRunRecord({
    id: 10_000 - hours,
    created_at: start,
    run_started_at: start,
    jobs: jobs(start),
    ...over,
  });
}

const row = (document: ReturnType<typeof stepsOf>["7d"], step: string) => {
  const found = document.steps.find((each) => each.step === step);
  if (found === undefined) throw new Error(`no row for ${step}`);
  return found;
};

describe("steps", () => {
  it("measures each step of a workflow's job, the variants of a matrix together", () => {
    const { "7d": document } = stepsOf([
      run(1, (at) => [
        job(1, "test (20)", at, [["Run tests", 60]]),
        job(2, "test (22)", at, [["Run tests", 90]]),
      ]),
      run(2, (at) => [job(3, "test (20)", at, [["Run tests", 30, "failure"]])]),
    ]);
    expect(row(document, "Run tests")).toMatchObject({
      workflow: "CI",
      job: "test",
      variants: ["test (20)", "test (22)"],
      attempts: 2,
      duration: { n: 3, p50: 60, p95: null, max: 90 },
      failures: { part: 1, n: 3 },
      total_seconds: 180,
      share: 1,
      slowest: { run_id: 9999, seconds: 90 },
    });
    expect(document).toMatchObject({ measured: 2, unmeasured: 0, total_seconds: 180 });
  });

  it("counts what shortening a step could save: the time nothing else ran, on the critical path", () => {
    const { "7d": document } = stepsOf([
      run(1, (at) => [
        job(1, "long", at, [
          ["Build", 60],
          ["Test", 40],
        ]),
        job(2, "short", at, [["Lint", 70]]),
      ]),
    ]);
    expect(
      document.steps.map(({ step, exclusive_seconds, critical }) => [
        step,
        exclusive_seconds,
        critical.value,
      ]),
    ).toEqual([
      ["Test", 30, 1],
      ["Lint", 0, 0],
      ["Build", 0, 1],
    ]);
  });

  it("keeps skipped steps out, and cancelled ones out of percentiles only", () => {
    const { "7d": document } = stepsOf([
      run(1, (at) => [
        job(1, "build", at, [
          ["Compile", 50],
          ["Deploy", 0, "skipped"],
        ]),
      ]),
      run(2, (at) => [job(2, "build", at, [["Compile", 10, "cancelled"]])]),
    ]);
    expect(document.steps.map((each) => each.step)).toEqual(["Compile"]);
    expect(row(document, "Compile")).toMatchObject({
      attempts: 2,
      duration: { n: 1, p50: 50 },
      total_seconds: 60,
    });
  });

  it("does not count again what a partial re-run carried over", () => {
    const first = run(3, (at) => [job(1, "build", at, [["Compile", 50]])]);
    const second = { ...first, run_attempt: 2, run_started_at: addSeconds(NOW, -3600) };
    expect(row(stepsOf([first, second])["7d"], "Compile").attempts).toBe(1);
  });

  it("compares with the stretch before only when all of that is known", () => {
    const runs = Array.from({ length: 40 }, (_, index) =>
      run(index * 8, (at) => [job(index + 1, "build", at, [["Compile", index * 8 < 168 ? 90 : 60]])]),
    );
    expect(row(stepsOf(runs)["7d"], "Compile")).toMatchObject({
      duration: { p50: 90 },
      change: { before: 60, after: 90, verdict: "worse" },
    });
    const state = aState({ covered: { from: addSeconds(NOW, -10 * 86_400), to: NOW } });
    expect(row(stepsOf(runs, { state })["7d"], "Compile").change).toBeNull();
  });

  it("leaves gaps in the trend where nothing ran", () => {
    const { "24h": document } = stepsOf([run(2, (at) => [job(1, "build", at, [["Compile", 50]])])]);
    const known = row(document, "Compile").trend.filter((value) => value !== null);
    expect(known).toEqual([50]);
    expect(document.steps[0]?.trend.length).toBeGreaterThanOrEqual(24);
  });

  it("tells since which commit a step got slower", () => {
    const runs = Array.from({ length: 60 }, (_, index) =>
      run(
        (60 - index) * 24,
        (at) => [job(index + 1, "build", at, [["Compile", (index < 30 ? 60 : 95) + (index % 7)]])],
        { head_sha: `sha${Math.floor(index / 2)}` },
      ),
    );
    expect(row(stepsOf(runs)["90d"], "Compile").slower).toMatchObject({
      sha: "sha15",
      last_fast_sha: "sha14",
      since: addSeconds(NOW, -30 * 86_400),
      before_n: 30,
      after_n: 30,
    });
  });

  it("tells the runner's own steps from those that only sound like them", () => {
    const { "7d": document } = stepsOf([
      run(1, (at) => [
        job(1, "build", at, [
          ["Set up job", 2],
          ["Run actions/checkout@v6", 3],
          ["Post a comment", 4],
          ["Post Run actions/checkout@v6", 1],
          ["Complete job", 1],
        ]),
      ]),
    ]);
    expect(
      document.steps
        .filter((each) => each.runner)
        .map((each) => each.step)
        .sort(),
    ).toEqual(["Complete job", "Post Run actions/checkout@v6", "Set up job"]);
  });

  it("leaves AgentOps' own runs out and says how many attempts have no steps", () => {
    const state = aState({ own_workflow_id: 99 });
    const { "7d": document } = stepsOf(
      [
        run(1, (at) => [job(1, "sync", at, [["Sync", 50]])], { workflow_id: 99 }),
        run(2, () => [], { jobs: null, detail: "summary" }),
      ],
      { state },
    );
    expect(document).toMatchObject({ measured: 0, unmeasured: 1, steps: [] });
  });

  it("lists of names without number those that could save most, and counts the others", () => {
    const many = Array.from({ length: 3_000 }, (_, at): [string, number] => [`step ${at}`, 1 + (at % 7)]);
    const { "7d": document } = stepsOf([run(3, (at) => [job(1, "test", at, [...many, ["long", 900]])])]);
    expect(document.steps[0]).toMatchObject({ step: "long", exclusive_seconds: 900 });
    expect(document.steps.length + document.left_out).toBe(3_001);
    expect(document.steps.length).toBeLessThan(2_000);
    expect(document.total_seconds).toBe(900 + many.reduce((sum, [, seconds]) => sum + seconds, 0));
  });

  it("is empty without runs", () => {
    for (const document of Object.values(stepsOf([])))
      expect(document).toMatchObject({ measured: 0, steps: [] });
  });
});
