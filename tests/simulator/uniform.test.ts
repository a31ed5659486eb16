import { describe, expect, it } from "vitest";
import { epoch } from "#core/time.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { described, violations } from "./openapi.ts";

const NOW = "2026-11-20T14:05:00Z";
const attempts = (runs: number, jobsPerRun?: number) =>
  uniformHistory({ now: NOW, runs, ...(jobsPerRun && { jobsPerRun }) }).runs.flatMap((run) => run.attempts);

describe("the uniform history", () => {
  it("has exactly what was asked for, each with an id of its own", () => {
    const all = attempts(500, 3);
    const jobs = all.flatMap((attempt) => attempt.jobs);
    expect(new Set(all.map(({ run }) => run.id)).size).toBe(500);
    expect(new Set(jobs.map((job) => job.id)).size).toBe(1500);
    expect(jobs.every((job) => job.steps?.length === 8)).toBe(true);
  });

  it("spreads completed runs evenly over 89 days", () => {
    const created = attempts(890).map(({ run }) => epoch(run.created_at));
    const gaps = created.slice(1).map((at, index) => at - (created[index] ?? at));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    expect(epoch(NOW) - (created[0] ?? 0)).toBe(89 * 86_400);
    expect(attempts(890).every(({ run }) => run.status === "completed" && run.updated_at < NOW)).toBe(true);
  });

  it("can have more jobs in a run than a page holds", () => {
    expect(attempts(1, 101)[0]?.jobs).toHaveLength(101);
  });

  it.runIf(described)("sends valid payloads", () => {
    const { run, jobs } = attempts(1)[0] ?? {};
    expect([
      ...violations("workflow-run", run),
      ...(jobs ?? []).flatMap((job) => violations("job", job)),
    ]).toEqual([]);
  });
});
