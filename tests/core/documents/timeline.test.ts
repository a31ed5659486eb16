import { describe, expect, it } from "vitest";
import { ticksOf, timelineOf } from "#core/documents/runs/timeline.ts";
import type { Job } from "#core/records/run.ts";
import { addSeconds, epoch } from "#core/time.ts";
import { aJobRecord, aRunRecord, aStepRecord } from "../../builders.ts";

const START = "2026-11-20T10:00:00Z";
const NOW = "2026-11-20T12:00:00Z";

let ids = 1;

/** A job that was created, started and ended so many seconds after the run. */
function job(
  name: string,
  created: number,
  started: number,
  ended: number,
  overrides: Partial<Job> = {},
): Job {
  return aJobRecord({
    id: ids++,
    name,
    created_at: addSeconds(START, created),
    started_at: addSeconds(START, started),
    completed_at: addSeconds(START, ended),
    duration_seconds: ended >= started ? ended - started : null,
    queued_seconds: started - created,
    approval_seconds: 0,
    steps: [],
    ...overrides,
  });
}

function timeline(jobs: Job[], overrides: Parameters<typeof aRunRecord>[0] = {}) {
  return timelineOf({ ...aRunRecord({ created_at: START, ...overrides }), jobs }, NOW);
}

const critical = (jobs: Job[]) =>
  timeline(jobs)
    .jobs.filter((bar) => bar.critical)
    .map((bar) => bar.job.name);

describe("a run's timeline", () => {
  it("shows the wait for a runner before the job", () => {
    const [bar] = timeline([job("test", 2, 10, 70)]).jobs;
    expect(bar).toMatchObject({ start: 10, seconds: 60, queue: { start: 2, seconds: 8 } });
  });

  it("is as long as the last job takes, and until now while one runs", () => {
    expect(timeline([job("a", 0, 1, 30), job("b", 0, 1, 50)]).seconds).toBe(50);
    const running = job("b", 0, 1, 1, {
      status: "in_progress",
      conclusion: null,
      completed_at: null,
      duration_seconds: null,
    });
    expect(timeline([running])).toMatchObject({ seconds: 7200, jobs: [{ running: true, seconds: null }] });
  });

  it("counts what never started instead of drawing it", () => {
    const skipped = job("deploy", 40, 40, 38, { conclusion: "skipped", duration_seconds: null });
    const cancelled = job("lint", 0, 100, 100, { conclusion: "cancelled", runner_name: null });
    const queued = job("wait", 0, 0, 0, { status: "queued", conclusion: null, completed_at: null });
    const { jobs, neverStarted, seconds } = timeline([skipped, job("test", 0, 1, 30), cancelled, queued]);
    expect(neverStarted).toBe(3);
    expect(seconds).toBe(30);
    expect(jobs.map((bar) => bar.start)).toEqual([1, null, null, null]);
  });

  it("marks a job whose end lies before its start as unclear, without a length", () => {
    const broken = job("odd", 0, 50, 20, { conclusion: "failure" });
    expect(timeline([broken, job("test", 0, 1, 60)])).toMatchObject({ unclear: 1, seconds: 60 });
  });

  it("clamps what started before the run", () => {
    const [bar] = timeline([job("early", -3, -2, 20)]).jobs;
    expect(bar).toMatchObject({ start: 0, queue: null });
  });

  it("keeps the jobs that a partial re-run carried over out of the picture and in the list", () => {
    const rerun = addSeconds(START, 86_400);
    const carried = job("build", 0, 2, 50);
    const repeated = job("test", 86_405, 86_410, 86_470, { run_attempt: 2 });
    const line = timeline([carried, repeated], { run_attempt: 2, run_started_at: rerun });
    expect(line).toMatchObject({ origin: rerun, carriedOver: 1, seconds: 70 });
    expect(line.jobs.map((bar) => [bar.job.name, bar.start, bar.carriedOver])).toEqual([
      ["test", 10, false],
      ["build", null, true],
    ]);
  });

  it("lays steps on the same axis and leaves skipped ones out", () => {
    const steps = [
      aStepRecord({ number: 1, started_at: addSeconds(START, 10), duration_seconds: 20 }),
      aStepRecord({ number: 2, conclusion: "skipped", started_at: null, duration_seconds: null }),
    ];
    const [bar] = timeline([job("test", 0, 10, 30, { steps })]).jobs;
    expect(bar?.steps.map(({ start, seconds }) => [start, seconds])).toEqual([
      [10, 20],
      [null, null],
    ]);
  });

  it("survives three hundred jobs of one name and nothing but nulls", () => {
    const nothing = { created_at: null, started_at: null, completed_at: null, duration_seconds: null };
    const jobs = Array.from({ length: 300 }, (_, id) =>
      aJobRecord({ id: id + 1, name: "test", steps: [], ...(id % 2 ? nothing : {}) }),
    );
    const line = timeline(jobs);
    expect(line.jobs).toHaveLength(300);
    expect(line.neverStarted).toBe(150);
    expect(new Set(line.jobs.map((bar) => bar.job.id)).size).toBe(300);
  });
});

describe("the critical path", () => {
  it("goes back from the last job to those it waited for", () => {
    expect(
      critical([
        job("lint", 0, 1, 10),
        job("build", 0, 1, 60),
        job("test", 61, 64, 100),
        job("docs", 0, 1, 80),
      ]),
    ).toEqual(["build", "test"]);
  });

  it("does not lead to a job that merely ended while another waited for its runner", () => {
    expect(critical([job("lint", 0, 1, 10), job("build", 0, 30, 90)])).toEqual(["build"]);
  });

  it("goes by starts where creation is unknown", () => {
    expect(critical([job("a", 0, 1, 10), job("b", 0, 12, 30, { created_at: null })])).toEqual(["a", "b"]);
  });

  it("counts the waits into its length, and as exclusive what ran alone", () => {
    const line = timeline([job("build", 0, 5, 60), job("lint", 0, 5, 20), job("test", 60, 70, 100)]);
    expect(line.criticalSeconds).toBe(100);
    expect(Object.fromEntries(line.jobs.map((bar) => [bar.job.name, bar.exclusive]))).toEqual({
      build: 40,
      lint: null,
      test: 30,
    });
  });

  it("gives steps their share of the time in which their job ran alone", () => {
    const step = (number: number, start: number, seconds: number) =>
      aStepRecord({ number, started_at: addSeconds(START, start), duration_seconds: seconds });
    const line = timeline([
      job("build", 0, 0, 60, { steps: [step(1, 0, 15), step(2, 15, 45)] }),
      job("lint", 0, 0, 20),
    ]);
    expect(line.jobs.find((bar) => bar.job.name === "build")?.steps.map((bar) => bar.exclusive)).toEqual([
      0, 40,
    ]);
  });
});

describe("the axis", () => {
  it.each([
    [0, [0]],
    [7, [0, 1, 2, 3, 4, 5, 6, 7]],
    [70, [0, 10, 20, 30, 40, 50, 60, 70]],
    [3600, [0, 600, 1200, 1800, 2400, 3000, 3600]],
  ])("has round marks for %i seconds", (seconds, marks) => {
    expect(ticksOf(seconds)).toEqual(marks);
  });

  it("never has more than nine marks, even for a month", () => {
    for (const seconds of [9, 100, 5000, 86_400, epoch("2026-11-20T00:00:00Z") / 1000, 30 * 86_400])
      expect(ticksOf(seconds).length).toBeLessThanOrEqual(9);
  });
});
