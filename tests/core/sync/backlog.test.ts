import { describe, expect, it } from "vitest";
import { Backlog, MAX_TRIES } from "#core/sync/backlog.ts";
import { fateOf, Ranking } from "#core/sync/detail.ts";
import { isNews } from "#core/sync/news.ts";
import { JobsQuota } from "#core/sync/quota.ts";
import { aRunRecord } from "../../builders.ts";

const run = (id: number, run_attempt = 1) => aRunRecord({ id, run_attempt });

describe("the backlog", () => {
  it("lists what is lacking newest first and forgets what is done", () => {
    const backlog = new Backlog([], []);
    backlog.plan(run(1), ["jobs", "artifacts"]);
    backlog.plan(aRunRecord({ id: 2, created_at: "2026-11-21T10:00:00Z" }), ["jobs"]);
    expect(backlog.lacking("jobs").map(({ run_id }) => run_id)).toEqual([2, 1]);
    for (const entry of backlog.lacking("jobs")) backlog.done(entry, "jobs");
    expect(backlog.pending).toMatchObject([{ run_id: 1, needs: ["artifacts"] }]);
  });

  it("does not ask again for what the ledger says is missing", () => {
    const backlog = new Backlog([], []);
    backlog.miss({
      run_id: 1,
      run_attempt: 1,
      day: "2026-11-20",
      missing: "jobs",
      reason: "not_found",
      message: "x".repeat(999),
    });
    backlog.plan(run(1), ["jobs"]);
    expect(backlog.pending).toEqual([]);
    expect(backlog.ledger[0]?.message).toHaveLength(200);
  });

  it("counts the syncs that failed, and says when it was the last one", () => {
    const backlog = new Backlog([], []);
    backlog.plan(run(1), ["jobs"]);
    const [entry] = backlog.lacking("jobs");
    if (entry === undefined) throw new Error("nothing is pending");
    const last = Array.from({ length: MAX_TRIES }, () => backlog.fail(entry));
    expect(last).toEqual([false, false, false, false, true]);
    backlog.plan(run(1), ["jobs"]);
    expect(backlog.pending[0]?.tries).toBe(MAX_TRIES);
  });

  it("moves an earlier attempt's wait for its end to the later one", () => {
    const backlog = new Backlog([], []);
    backlog.plan(run(1), ["completion"]);
    backlog.supersede(run(1, 2));
    expect(backlog.pending).toEqual([]);
  });
});

describe("detail", () => {
  const policy = { jobs: "true", agents: [], fullDetailRuns: null, summaryRuns: null } as const;
  const agent = aRunRecord({ workflow_name: "Claude Code", actor: "claude[bot]" });

  it.each([
    ["all", run(1), 99, policy, "full"],
    ["none of the jobs", run(1), 0, { ...policy, jobs: "false" as const }, "jobs_disabled"],
    ["agents: an agent's", agent, 0, { ...policy, jobs: "agents" as const }, "full"],
    [
      "agents: a failure",
      aRunRecord({ conclusion: "timed_out" }),
      0,
      { ...policy, jobs: "agents" as const },
      "full",
    ],
    ["agents: another", run(1), 0, { ...policy, jobs: "agents" as const }, "jobs_disabled"],
    ["the newest ten: the tenth", run(1), 9, { ...policy, fullDetailRuns: 10 }, "full"],
    ["the newest ten: the eleventh", run(1), 10, { ...policy, fullDetailRuns: 10 }, "sampled"],
    [
      "ten and fifty: the sixty-first",
      run(1),
      60,
      { ...policy, fullDetailRuns: 10, summaryRuns: 50 },
      "dropped",
    ],
  ])("of %s", (_, subject, rank, rules, expected) => {
    expect(fateOf(subject, rank, rules)).toBe(expected);
  });

  it("ranks a run among those of its workflow, however often it is added", () => {
    const ranking = new Ranking();
    for (const id of [3, 1, 2, 2]) ranking.add(run(id));
    ranking.add(aRunRecord({ id: 9, workflow_id: 77 }));
    expect([1, 2, 3].map((id) => ranking.rankOf(run(id)))).toEqual([2, 1, 0]);
  });

  it("counts the attempts of one run once against a workflow's quota", () => {
    const quota = new JobsQuota(1);
    const entry = (run_id: number) => ({ workflow_id: 1, run_id });
    expect([quota.take(entry(1)), quota.take(entry(1)), quota.take(entry(2))]).toEqual([true, true, false]);
  });
});

describe("news", () => {
  it("is what moved on, never an older look at the same attempt", () => {
    const ended = run(1);
    const going = aRunRecord({ id: 1, status: "in_progress", conclusion: null });
    expect(isNews(ended, undefined)).toBe(true);
    expect(isNews(ended, going)).toBe(true);
    expect(isNews(going, ended)).toBe(false);
    expect(isNews(ended, ended)).toBe(false);
    expect(isNews({ ...ended, updated_at: "2026-11-25T00:00:00Z" }, ended)).toBe(true);
  });
});
