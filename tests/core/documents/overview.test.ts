import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import type { Run } from "#core/records/run.ts";
import { OverviewFile, overviewFile } from "#core/render/overview-file.ts";
import { addSeconds, DAY_SECONDS, HOUR_SECONDS } from "#core/time.ts";
import { aJobRecord, aRepositoryRecord, aRunRecord, aState, aStepRecord } from "../../builders.ts";
import { aContext, built, NOW } from "./contexts.ts";

function overviews(runs: readonly Run[], over: Partial<Context> = {}) {
  const context = aContext(over);
  const attempts = runs.map((run) => readAttempt(run, NO_FACTS, context));
  const { overview } = built(["overview"], attempts, context);
  const files = PERIODS.map((period) => [period, overviewFile(overview[period])]);
  return Object.fromEntries(files) as Record<PeriodName, z.infer<typeof OverviewFile>>;
}

const daysAgo = (days: number) => addSeconds(NOW, -Math.round(days * DAY_SECONDS));
let nextId = 1;
const runAt = (days: number, over: Partial<Run> = {}) => {
  nextId += 1;
  return aRunRecord({
    id: nextId,
    created_at: daysAgo(days),
    head_sha: String(nextId).padStart(40, "0"),
    ...over,
  });
};

describe("the overview", () => {
  it("puts an attempt where it started, not where its run was created", () => {
    const old = { id: 7, created_at: daysAgo(20) };
    const documents = overviews([
      aRunRecord({ ...old, run_attempt: 1, conclusion: "failure" }),
      aRunRecord({ ...old, run_attempt: 2, run_started_at: daysAgo(0.5) }),
    ]);
    expect(documents["24h"].current).toMatchObject({
      runs: 1,
      attempts: 1,
      reruns: 1,
      success: { value: 1, n: 1 },
    });
    expect(documents["30d"].current).toMatchObject({ runs: 1, attempts: 2, success: { value: 0.5, n: 2 } });
  });

  it("has the same attempts in its buckets as in its figures, in every period", () => {
    const runs = Array.from({ length: 90 }, (_, day) => runAt(day + 0.3));
    const documents = overviews(runs);
    for (const period of PERIODS) {
      const { trend, current } = documents[period];
      expect(trend.reduce((sum, { outcomes }) => sum + outcomes.total, 0)).toBe(current.attempts);
      expect(OverviewFile.parse(documents[period])).toEqual(documents[period]);
    }
    expect(documents["7d"].current.attempts).toBe(7);
    expect(documents["7d"].previous?.attempts).toBe(7);
  });

  it("compares with the stretch before only when all of that has been listed", () => {
    const state = aState({ covered: { from: daysAgo(10), to: NOW } });
    const documents = overviews([runAt(1), runAt(8)], { state });
    expect(documents["24h"].previous).not.toBeNull();
    expect(documents["7d"].previous).toBeNull();
  });

  it("keeps its own sync out of every figure but its own", () => {
    const state = aState({ own_workflow_id: 99 });
    const own = runAt(1, {
      workflow_id: 99,
      workflow_name: "AgentOps data sync",
      workflow_file: null,
      conclusion: "failure",
    });
    const document = overviews([runAt(2), own], { state })["7d"];
    expect(document.current.outcomes).toMatchObject({ success: 1, failure: 0, total: 1 });
    expect(document.own.outcomes).toMatchObject({ failure: 1, total: 1 });
    expect(document.by_failures).toEqual([]);
    expect(document.own_workflow).toBe("agentops-data-sync");
  });

  it("says in words what happened", () => {
    const runs = [
      runAt(1),
      runAt(2),
      runAt(3, { conclusion: "failure" }),
      runAt(4, { conclusion: "skipped" }),
    ];
    expect(overviews(runs)["7d"].summary).toBe(
      "In the last 7 days 4 runs started. 66.7 % of 3 finished attempts succeeded. Half of them took 2m 00s or less. Most failures: CI (1 of 3). Most job minutes: CI (100.0 % of 7).",
    );
    expect(overviews([])["24h"].summary).toBe("In the last 24 hours nothing ran.");
  });
});

describe("what needs attention", () => {
  const kinds = (runs: readonly Run[], over: Partial<Context> = {}) =>
    overviews(runs, over)["7d"].attention.map(({ kind }) => kind);
  const many = (n: number, days: number, failures: number) =>
    Array.from({ length: n }, (_, index) =>
      runAt(days + index / 100, { conclusion: index < failures ? "failure" : "success" }),
    );

  it("is a workflow that succeeds less often than before, with both numbers", () => {
    const [first] = overviews([...many(40, 1, 20), ...many(40, 8, 2)])["7d"].attention;
    expect(first).toMatchObject({
      kind: "success_drop",
      text: "CI: success fell 45.0 pts to 50.0 % of 40 attempts (before: 95.0 % of 40)",
      link: "workflows/ci/",
      weight: 18,
    });
  });

  it("is not a drop that chance or a handful of attempts explain", () => {
    expect(kinds([...many(40, 1, 5), ...many(40, 8, 2)])).toEqual([]);
    expect(kinds([...many(4, 1, 4), ...many(40, 8, 0)])).toEqual([]);
  });

  it("is a run that is tried again and again within an hour", () => {
    const created_at = daysAgo(2);
    const attempts = [1, 2, 3, 4].map((run_attempt) =>
      aRunRecord({
        id: 77,
        run_attempt,
        created_at,
        run_started_at: addSeconds(created_at, run_attempt * 600),
        conclusion: run_attempt < 4 ? "failure" : "success",
      }),
    );
    expect(overviews(attempts)["7d"].attention).toMatchObject([
      {
        kind: "retry_storm",
        text: "CI: 4 attempts of one run within 30m 00s, 3 failed, 6m 00s spent on them",
        link: "runs/77/",
        weight: 3,
      },
    ]);
    expect(overviews(attempts)["24h"].attention).toEqual([]);
  });

  it("is many runs of one commit, but not a schedule that keeps meeting the same one", () => {
    const same = (event: string) =>
      [0, 10, 20].map((minutes) =>
        runAt(2, {
          created_at: addSeconds(daysAgo(2), minutes * 60),
          head_sha: "c".repeat(40),
          event,
          conclusion: "failure",
        }),
      );
    expect(kinds(same("push"))).toEqual(["retry_storm"]);
    expect(kinds(same("schedule"))).toEqual([]);
  });

  it("is many runs about one issue that fail, and not what people ask for in turn", () => {
    const asked = (title: string, failing: number, over: Partial<Run> = {}) =>
      [0, 10, 20].map((minutes, index) =>
        runAt(2, {
          ...{
            created_at: addSeconds(daysAgo(2), minutes * 60),
            event: "issue_comment",
            display_title: title,
          },
          conclusion: index < failing ? "failure" : "success",
          ...over,
        }),
      );
    const [storm, ...others] = overviews([...asked("Add a cache", 2), ...asked("Mend the docs", 1)])["7d"]
      .attention;
    expect(storm).toMatchObject({
      kind: "retry_storm",
      text: "CI: 3 attempts about “Add a cache” within 20m 00s, 2 failed, 4m 00s spent on them",
      link: "runs/?from=2026-11-18T12:00&to=2026-11-18T12:21&wf=ci&q=Add%20a%20cache",
      weight: 2,
    });
    expect(others).toEqual([]);
    expect(kinds(asked("Add a cache", 3, { conclusion: "skipped" }))).toEqual([]);
  });

  it("is an agent that fails on one pull request with commit after commit", () => {
    const pushes = (actor: string) =>
      [0, 10, 20].map((minutes) =>
        runAt(2, {
          ...{ created_at: addSeconds(daysAgo(2), minutes * 60), event: "pull_request", actor },
          pull_requests: [{ number: 5, source: "run" }],
          conclusion: "failure",
        }),
      );
    const [storm] = overviews(pushes("Copilot"))["7d"].attention;
    expect(storm?.text).toContain("3 attempts on pull request #5 within 20m 00s, 3 failed");
    expect(storm?.link).toContain("q=%235");
    expect(kinds(pushes("mona"))).toEqual([]);
  });

  it("is a step that got slower since a commit", () => {
    const runs = Array.from({ length: 40 }, (_, index) => {
      const step = aStepRecord({ duration_seconds: index < 20 ? 60 : 180 });
      return runAt(6 - index / 10, { jobs: [aJobRecord({ steps: [step] })] });
    });
    expect(overviews(runs)["7d"].attention).toMatchObject([
      {
        kind: "slower_step",
        text: `CI, test / Run tests: 3m 00s since commit ${runs[20]?.head_sha.slice(0, 7)} (before: 1m 00s)`,
        link: "steps/",
        weight: 4,
      },
    ]);
  });

  it("is what has not finished after six hours, and a sync that is behind", () => {
    const running = { status: "in_progress", conclusion: null, duration_seconds: null, jobs: null };
    const fresh = runAt(0, { ...running, created_at: addSeconds(NOW, -HOUR_SECONDS) });
    expect(kinds([fresh])).toEqual([]);
    const needs = {
      run_id: 1,
      run_attempt: 1,
      day: "2026-11-19",
      workflow_id: 11,
      needs: ["jobs" as const],
      tries: 0,
    };
    const state = aState({ pending: [needs] });
    const [stuck, behind] = overviews([fresh, runAt(1.5, running)], { state })["24h"].attention;
    expect(stuck).toMatchObject({
      kind: "unfinished",
      text: "1 attempt is not finished, the oldest for 1d 12h",
    });
    expect(behind).toMatchObject({ kind: "sync_incomplete", link: "health/" });
  });
});

describe("workflows' addresses", () => {
  it("are unique, stable and made of harmless characters, whatever workflows are called", () => {
    const repository = aRepositoryRecord({
      workflows: [
        { id: 30, name: "CI", path: ".github/workflows/ci.yml", state: "active" },
        { id: 10, name: "CI", path: ".github/workflows/CI.yaml", state: "deleted" },
        { id: 20, name: "../../x", path: ".github/workflows/../..%2f<script>.yml", state: "active" },
        { id: 40, name: "Week", path: ".github/workflows/7d.yml", state: "active" },
        { id: 50, name: "日本", path: ".github/workflows/日本.yml", state: "active" },
      ],
    });
    const { workflows } = built(["workflows"], [], aContext({ repository }));
    const slugs = workflows["7d"].workflows.map(({ id, slug }) => [id, slug]);
    expect(Object.fromEntries(slugs)).toEqual({
      10: "ci",
      20: "2f-script",
      30: "ci-30",
      40: "7d-40",
      50: "x-50",
    });
  });
});
