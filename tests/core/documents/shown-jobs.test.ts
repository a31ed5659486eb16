import { describe, expect, it } from "vitest";
import { shownJobs } from "#core/documents/runs/shown-jobs.ts";
import { timelineOf } from "#core/documents/runs/timeline.ts";
import type { Job } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { aJobRecord, aRunRecord, aStepRecord } from "../../builders.ts";

const START = "2026-11-20T10:00:00Z";
const NOW = "2026-11-20T12:00:00Z";

/** Jobs that all begin with the run, of so many steps each. */
function shown(count: number, steps: number, change: (at: number) => Partial<Job>) {
  const jobs = Array.from({ length: count }, (_, at) =>
    aJobRecord({
      id: at + 1,
      created_at: START,
      started_at: START,
      completed_at: addSeconds(START, 60),
      duration_seconds: 60,
      steps: Array.from({ length: steps }, (_, number) => aStepRecord({ number: number + 1 })),
      ...change(at),
    }),
  );
  return shownJobs(timelineOf({ ...aRunRecord({ created_at: START }), jobs }, NOW));
}

describe("the jobs that a run's page shows", () => {
  it("are all of the largest matrix", () => {
    expect(shown(256, 2, () => ({})).map(({ job, steps }) => [job.id, steps.length])).toEqual(
      Array.from({ length: 256 }, (_, at) => [at + 1, 2]),
    );
  });

  it("are of very many those that failed and those that took longest, in the timeline's order", () => {
    const odd: Record<number, Partial<Job>> = {
      900: { conclusion: "failure", duration_seconds: 1 },
      950: { duration_seconds: 61, completed_at: addSeconds(START, 61) },
    };
    const ids = shown(1_000, 1, (at) => odd[at] ?? {}).map(({ job }) => job.id);
    expect(ids).toEqual(expect.arrayContaining([901, 951]));
    expect(ids.length).toBeLessThan(500);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  it("have no more steps than a page has room for, those that failed first", () => {
    const jobs = shown(200, 100, (at) => (at === 150 ? { conclusion: "failure" } : {}));
    expect(jobs).toHaveLength(200);
    expect(jobs.reduce((sum, { steps }) => sum + steps.length, 0)).toBeLessThan(1_500);
    expect(jobs.find(({ job }) => job.id === 151)?.steps).toHaveLength(100);
  });
});
