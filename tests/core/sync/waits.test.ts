import { describe, expect, it } from "vitest";
import { figuresFold } from "#core/documents/figures/figures.ts";
import { waitsOf } from "#core/documents/runs/waits.ts";
import type { Job } from "#core/records/run.ts";
import { withWaits } from "#core/sync/waits.ts";
import { aJobRecord, aRunRecord } from "../../builders.ts";
import { folded } from "../documents/contexts.ts";

/** A job as GitHub lists it: nobody has been asked what it waited for. */
const listed = (name: string, queued_seconds: number | null): Job =>
  aJobRecord({ name, queued_seconds, approval_seconds: null });

const told = (jobs: readonly Job[], reviewed: readonly string[] | null) =>
  withWaits(jobs, reviewed).map(({ queued_seconds, approval_seconds }) => [queued_seconds, approval_seconds]);

describe("what a job waited for", () => {
  const [build, production] = [listed("build", 7), listed("deploy / production (eu)", 10_740)];

  it("is a runner where nobody reviewed anything", () => {
    expect(told([build, production], [])).toEqual([
      [7, 0],
      [10_740, 0],
    ]);
  });

  it("is the review of the environment that it is named for", () => {
    const preproduction = listed("preproduction", 300);
    expect(told([build, preproduction, production], ["production"])).toEqual([
      [7, 0],
      [300, 0],
      [null, 10_740],
    ]);
  });

  it("is a review where it alone waited long, and unknown where several did", () => {
    const [one, other] = [listed("ship", 900), listed("publish", 1200)];
    expect(told([build, one], ["live"])).toEqual([
      [7, 0],
      [null, 900],
    ]);
    expect(told([build, one, other], ["live"])).toEqual([
      [7, 0],
      [null, null],
      [null, null],
    ]);
  });

  it("is not known where GitHub does not say, nor of a job that never started", () => {
    expect(told([build, production, listed("skipped", null)], null)).toEqual([
      [7, 0],
      [null, null],
      [null, null],
    ]);
  });
});

describe("the waits of a run", () => {
  const at = (seconds: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + seconds * 1000).toISOString();
  const job = (created: number, started: number, over: Partial<Job> = {}): Job => {
    const times = { created_at: at(created), started_at: at(started), completed_at: at(started + 60) };
    return aJobRecord({ ...times, duration_seconds: 60, queued_seconds: started - created, ...over });
  };
  const run = aRunRecord({
    created_at: at(0),
    run_started_at: at(0),
    jobs: [job(600, 607), job(667, 11_000, { queued_seconds: null, approval_seconds: 10_333 })],
  });

  it("are told apart, and its jobs' minutes hold none of them", () => {
    expect(waitsOf(run)).toEqual({ queue: 7, approval: 10_333, concurrency: 600 });
    const figures = folded(figuresFold(), [run]);
    expect(figures.queue).toMatchObject({ n: 1, max: 7 });
    expect(figures.approval).toMatchObject({ n: 1, max: 10_333 });
    expect(figures.concurrency).toMatchObject({ n: 1, max: 600 });
    expect(figures.job_minutes).toBe(2);
  });

  it("are unknown where its jobs are, where one of them is, and what a fork's run waited before its jobs", () => {
    const unknown = { queue: null, approval: null, concurrency: null };
    expect(waitsOf({ ...run, jobs: null })).toEqual(unknown);
    const jobs = [job(0, 5), job(70, 4000, { queued_seconds: null, approval_seconds: null })];
    expect(waitsOf({ ...run, jobs, from_fork: true })).toEqual({ ...unknown, queue: 5 });
  });
});
