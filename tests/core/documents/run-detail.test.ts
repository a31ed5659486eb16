import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { runRelations } from "#core/documents/run-relations/run-relations.ts";
import { runDetail, type SignatureHistory } from "#core/documents/runs/run-detail.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import type { Run } from "#core/records/run.ts";
import type { LedgerEntry, PendingRun } from "#core/records/state.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aJobRecord, aReading, aRepositoryRecord, aRunRecord, aState, aStepRecord } from "../../builders.ts";

const NOW = "2026-11-20T12:00:00Z";

const HISTORY: SignatureHistory = {
  runs: 3,
  first_seen: "2026-11-01T00:00:00Z",
  last_seen: NOW,
  state: "ongoing",
  flaky: { value: 0, part: 0, n: 3, enough: false },
  fix: null,
  known: null,
};

function context(overrides: Partial<Context> = {}): Context {
  return {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord(),
    state: aState(),
    server: "https://github.com",
    ...overrides,
  };
}

function relationsOf(runs: readonly Run[]) {
  const fold = runIndexFold({ context: context(), journal: [], sizes: [], cron: null, buildId: "b" });
  for (const run of runs) fold.add(readAttempt(run, NO_FACTS, context()));
  return runRelations(fold.finish());
}

function detail(run: Run, others: readonly Run[] = [], from: Context = context()) {
  return runDetail(readAttempt(run, NO_FACTS, from), [run], relationsOf([run, ...others]), from);
}

describe("a run's page", () => {
  it("names the job and the first step that failed, and every other job that did", () => {
    const steps = [
      aStepRecord({ number: 1, name: "Set up job" }),
      aStepRecord({ number: 7, name: "Run agent", conclusion: "failure" }),
      aStepRecord({ number: 9, name: "Report", conclusion: "failure" }),
    ];
    const { failures } = detail(
      aRunRecord({
        conclusion: "failure",
        jobs: [
          aJobRecord({ id: 1, name: "test", conclusion: "failure", steps }),
          aJobRecord({ id: 2, name: "lint" }),
          aJobRecord({ id: 3, name: "slow", conclusion: "timed_out", steps: [] }),
        ],
      }),
    );
    expect(failures).toEqual([
      { job: { id: 1, name: "test", conclusion: "failure" }, step: { number: 7, name: "Run agent" } },
      { job: { id: 3, name: "slow", conclusion: "timed_out" }, step: null },
    ]);
  });

  it("does not blame a job that was allowed to fail", () => {
    const run = aRunRecord({ conclusion: "success", jobs: [aJobRecord({ conclusion: "failure" })] });
    expect(detail(run).failures).toEqual([]);
  });

  it("says why jobs are not there", () => {
    const summary = aRunRecord({ jobs: null, detail: "summary" });
    const entry = { run_id: 1000, run_attempt: 1, day: "2026-11-20", message: "" } as const;
    const sampled = aState({ ledger: [{ ...entry, missing: "jobs", reason: "sampled" }] });
    expect(detail(summary, [], context({ state: sampled })).jobs_missing).toBe("sampled");
    expect(detail(summary).jobs_missing).toBe("unknown");
    expect(detail(aRunRecord({ jobs: null, detail: "pending" })).jobs_missing).toBe("pending");
    expect(detail(aRunRecord({ jobs: null, status: "in_progress", conclusion: null })).jobs_missing).toBe(
      "not_completed",
    );
    expect(detail(aRunRecord({ jobs: [], conclusion: "startup_failure" }))).toMatchObject({
      jobs_missing: null,
      timeline: null,
    });
  });

  it("says that jobs are missing where others are there", () => {
    const message = "GitHub lists more than 1,000 jobs";
    const entry = { run_id: 1000, run_attempt: 1, day: "2026-11-20", missing: "jobs", message } as const;
    const state = aState({ ledger: [{ ...entry, reason: "unreadable" }] });
    const run = aRunRecord({ jobs: [aJobRecord()] });
    expect(detail(run, [], context({ state }))).toMatchObject({ jobs_missing: null, jobs_cut: message });
    expect(detail(run).jobs_cut).toBeNull();
  });

  it("lists the attempts in order", () => {
    const attempts = [2, 1].map((run_attempt) => aRunRecord({ run_attempt }));
    const [second = aRunRecord()] = attempts;
    const { attempts: listed } = runDetail(
      readAttempt(second, NO_FACTS, context()),
      attempts,
      relationsOf(attempts.toReversed()),
      context(),
    );
    expect(listed.map(({ run_attempt }) => run_attempt)).toEqual([1, 2]);
  });
});

describe("a run's relations", () => {
  const at = (days: number) => addSeconds(NOW, -days * DAY_SECONDS);
  const runs = [
    aRunRecord({
      id: 1,
      run_number: 1,
      created_at: at(40),
      duration_seconds: 9000,
      head_sha: "a".repeat(40),
    }),
    aRunRecord({ id: 2, run_number: 2, created_at: at(5), duration_seconds: 100, head_sha: "b".repeat(40) }),
    aRunRecord({ id: 3, run_number: 9, created_at: at(4), workflow_id: 12, head_sha: "a".repeat(40) }),
    aRunRecord({ id: 4, run_number: 3, created_at: at(3), duration_seconds: 300, head_sha: "a".repeat(40) }),
    aRunRecord({
      id: 4,
      run_number: 3,
      run_attempt: 2,
      created_at: at(3),
      conclusion: "cancelled",
      head_sha: "a".repeat(40),
    }),
  ];
  const relations = relationsOf(runs);

  it("lead to the workflow's runs before and after", () => {
    expect(relations.neighbours(2)).toMatchObject({
      previous: { path: "runs/1/" },
      next: { path: "runs/4/", run_attempt: 2 },
    });
    expect(relations.neighbours(4).next).toBeNull();
    expect(relations.neighbours(99)).toEqual({ previous: null, next: null });
  });

  it("lead to the other runs of the commit, newest first", () => {
    expect(relations.sameCommit(1)).toMatchObject({
      total: 2,
      runs: [{ path: "runs/4/" }, { path: "runs/3/" }],
    });
    expect(relations.sameCommit(2)).toEqual({ total: 0, runs: [] });
  });

  it("compare with what the workflow took lately, without cancelled attempts", () => {
    expect(relations.usual(1).duration).toMatchObject({ n: 2, p50: 100, max: 300 });
  });

  it("give pages to the newest runs and to recent failures", () => {
    const many = Array.from({ length: 2010 }, (_, index) =>
      aRunRecord({
        id: index + 1,
        created_at: addSeconds(NOW, (index - 2010) * 600),
        conclusion: index === 3 ? "failure" : "success",
      }),
    );
    const { hasPage } = relationsOf(many);
    expect([1, 4, 10, 11, 2010].map(hasPage)).toEqual([false, true, false, true, true]);
  });

  it("give pages to the newest 5,000 of many failures", () => {
    const failures = Array.from({ length: 5001 }, (_, index) =>
      aRunRecord({
        id: index + 1,
        created_at: addSeconds(NOW, (index - 5001) * 60),
        conclusion: "failure",
        jobs: [],
      }),
    );
    const { hasPage } = relationsOf(failures);
    expect([1, 2, 5001].map(hasPage)).toEqual([false, true, true]);
  });
});

describe("what a run's page says of its logs", () => {
  const failed = aRunRecord({ conclusion: "failure" });
  const of = { run_id: failed.id, run_attempt: 1, day: "2026-11-20" };
  const lacking = (needs: PendingRun["needs"]) => ({ ...of, workflow_id: 11, needs, tries: 0 });
  const missing = (entry: Pick<LedgerEntry, "missing" | "reason">) => ({ ...of, ...entry, message: "" });

  it.each<[string, ReturnType<typeof aState>]>([
    ["pending", aState({ pending: [lacking(["reading"])] })],
    ["not_found", aState({ ledger: [missing({ missing: "reading", reason: "not_found" })] })],
    // What else is missing has nothing to do with the logs.
    ["unknown", aState({ ledger: [missing({ missing: "jobs", reason: "gave_up" })] })],
    ["unknown", aState({ pending: [lacking(["artifacts"])] })],
  ])("says why they were not read: %s", (reason, state) => {
    expect(detail(failed, [], context({ state })).not_read).toBe(reason);
  });

  it("expects none of what did not fail or has not ended", () => {
    expect(detail(aRunRecord()).not_read).toBe("not_failed");
    expect(detail(aRunRecord({ status: "in_progress", conclusion: null })).not_read).toBe("not_completed");
  });

  it("brings the reading and what is known of its failure from every run", () => {
    const reading = aReading();
    const page = runDetail(
      readAttempt(failed, { reading, executions: [] }, context()),
      [failed],
      relationsOf([failed]),
      context(),
      (signature) => (signature === "4be23730aeafa2ab" ? HISTORY : null),
    );
    expect(page).toMatchObject({ reading, not_read: null, history: HISTORY });
  });
});
