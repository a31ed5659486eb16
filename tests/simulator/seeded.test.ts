import { describe, expect, it } from "vitest";
import { parseConfig } from "#core/config-file.ts";
import { epoch } from "#core/time.ts";
import { HOSTILE_BRANCHES, HOSTILE_TITLES } from "#simulator/history/hostile.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import type { RunPayload } from "#simulator/model.ts";
import { described, violations } from "./openapi.ts";

const NOW = "2026-11-20T14:05:00Z";
const DAY = 86_400;
const truth = seededHistory({ now: NOW });
const attempts = truth.runs.flatMap((run) => run.attempts);
const latest = truth.runs.flatMap((run) => run.attempts.at(-1)?.run ?? []);
const jobs = attempts.flatMap((attempt) => attempt.jobs);
const workflow = (name: string) => latest.filter((run) => run.name === name);
const daysAgo = (run: RunPayload) => (epoch(NOW) - epoch(run.created_at)) / DAY;
const share = (runs: RunPayload[]) => {
  const decided = runs.filter((run) => run.conclusion === "success" || run.conclusion === "failure");
  return decided.filter((run) => run.conclusion === "success").length / decided.length;
};

describe("the seeded history", () => {
  it("is 90 days of 1,000 to 1,600 runs of fourteen workflows", () => {
    expect(truth.runs.length).toBeGreaterThanOrEqual(1000);
    expect(truth.runs.length).toBeLessThan(1600);
    expect(truth.workflows).toHaveLength(14);
    expect(new Set(latest.map((run) => run.workflow_id)).size).toBe(14);
    expect(Math.max(...latest.map(daysAgo))).toBeLessThanOrEqual(90);
    expect(Math.max(...latest.map(daysAgo))).toBeGreaterThan(88);
    expect(Math.min(...latest.map(daysAgo))).toBeGreaterThan(0);
  });

  it("is the same for the same moment and seed, and another for another seed", () => {
    const text = (options: { now: string; seed?: number }) => {
      const { runs, artifacts, logs, pulls } = seededHistory(options);
      return JSON.stringify([runs, artifacts, [...logs], [...pulls.keys()]]);
    };
    const first = text({ now: NOW });
    expect(text({ now: NOW }) === first).toBe(true);
    expect(text({ now: NOW, seed: 8 }) === first).toBe(false);
  });

  it("keeps its promises at any hour, day and seed", () => {
    for (const [seed, now] of [
      "2026-11-22T03:00:00Z",
      "2026-03-01T00:00:00Z",
      "2026-07-31T23:59:59Z",
    ].entries()) {
      const { runs } = seededHistory({ now, seed });
      expect(runs.length).toBeGreaterThanOrEqual(1000);
      expect(runs.length).toBeLessThan(1600);
      const states = new Set(runs.map((run) => run.attempts.at(-1)?.run.status));
      expect(states).toEqual(new Set(["completed", "queued", "in_progress", "waiting"]));
      expect(runs.every((run) => run.attempts.every((attempt) => attempt.run.updated_at <= now))).toBe(true);
    }
  });

  it("gives every run, job and artifact an id of its own, ascending with time", () => {
    const ids = latest.map((run) => run.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBeGreaterThan(2 ** 31);
    const byTime = [...latest].sort((a, b) => epoch(a.created_at) - epoch(b.created_at) || a.id - b.id);
    expect(byTime.map((run) => run.id)).toEqual([...ids].sort((a, b) => a - b));
    const carried = new Set(jobs);
    expect(new Set([...carried].map((job) => job.id)).size).toBe(carried.size);
    expect(new Set(truth.artifacts.map(({ payload }) => payload.id)).size).toBe(truth.artifacts.length);
  });

  it("rests at night and on weekends", () => {
    const pushed = latest.filter((run) => run.event === "pull_request" || run.event === "issue_comment");
    const weekend = pushed.filter((run) => [0, 6].includes(new Date(run.created_at).getUTCDay()));
    const night = pushed.filter((run) => new Date(run.created_at).getUTCHours() < 5);
    expect(weekend.length / pushed.length).toBeLessThan(0.12);
    expect(night.length / pushed.length).toBeLessThan(0.2);
  });

  it("lets agents of every kind work, Copilot without a workflow file and sometimes without a commit", () => {
    const names = [
      "Claude Code",
      "Codex review",
      "Copilot coding agent",
      "Gemini CLI triage",
      "Daily Repo Status",
    ];
    for (const name of names) expect(workflow(name).length, name).toBeGreaterThan(20);
    const copilot = workflow("Copilot coding agent");
    expect(new Set(copilot.map((run) => run.path))).toEqual(new Set(["dynamic/copilot-swe-agent/copilot"]));
    expect(copilot.some((run) => run.head_commit === null)).toBe(true);
    expect(truth.files.has("dynamic/copilot-swe-agent/copilot")).toBe(false);
  });

  it("runs again what failed, partly with the jobs of the attempt before", () => {
    const again = truth.runs.filter((run) => run.attempts.length > 1);
    expect(again.length).toBeGreaterThan(25);
    expect(Math.max(...again.map((run) => run.attempts.length))).toBe(4);
    for (const { attempts } of again) {
      expect(attempts.map(({ run }) => run.run_attempt)).toEqual(attempts.map((_, index) => index + 1));
      expect(new Set(attempts.map(({ run }) => run.created_at)).size).toBe(1);
    }
    const carried = again.flatMap(({ attempts }) =>
      attempts.flatMap(({ run, jobs }) => jobs.filter((job) => job.run_attempt !== run.run_attempt)),
    );
    expect(carried.length).toBeGreaterThan(10);
  });

  it("has retry storms: three starts of one commit within an hour", () => {
    const starts = new Map<string, number[]>();
    for (const { run } of attempts) {
      const key = `${run.workflow_id} ${run.head_sha}`;
      starts.set(key, [...(starts.get(key) ?? []), epoch(run.run_started_at ?? run.created_at)]);
    }
    const storms = [...starts.values()].filter((times) => {
      times.sort((a, b) => a - b);
      return times.some((time, index) => (times[index + 2] ?? Infinity) - time <= 3600);
    });
    expect(storms.length).toBeGreaterThanOrEqual(2);
  });

  it("names matrix cells and called workflows as GitHub does", () => {
    const names = new Set(jobs.map((job) => job.name));
    expect(names).toContain("test (ubuntu-latest, 20)");
    expect(names).toContain("release / publish / npm");
    expect(workflow("Deploy")[0]?.referenced_workflows).toHaveLength(1);
  });

  it("ends skipped and cancelled jobs before they start, and no other", () => {
    const backwards = jobs.filter(
      (job) => job.completed_at && epoch(job.completed_at) < epoch(job.started_at),
    );
    expect(new Set(backwards.map((job) => job.conclusion))).toEqual(new Set(["skipped", "cancelled"]));
  });

  it("numbers cleaning up back from twice the last step", () => {
    const lint = jobs.find((job) => job.name === "lint" && job.conclusion === "success");
    expect(lint?.steps?.map((step) => step.number)).toEqual([1, 2, 3, 4, 5, 6, 11, 12, 13]);
  });

  it("has every conclusion, and runs without jobs", () => {
    expect(new Set(latest.map((run) => run.conclusion))).toEqual(
      new Set([
        "success",
        "failure",
        "cancelled",
        "skipped",
        "timed_out",
        "action_required",
        "startup_failure",
        null,
      ]),
    );
    for (const { run, jobs } of attempts)
      if (run.conclusion === "startup_failure" || run.conclusion === "action_required")
        expect(jobs).toEqual([]);
  });

  it("shows what is under way as it stands now", () => {
    const open = truth.runs
      .flatMap((run) => run.attempts.slice(-1))
      .filter(({ run }) => run.conclusion === null);
    const states = open.flatMap(({ jobs }) => jobs.map((job) => job.status));
    expect(new Set(states)).toEqual(new Set(["completed", "in_progress", "queued", "waiting"]));
    const steps = open.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps ?? []));
    expect(new Set(steps.map((step) => step.status))).toEqual(
      new Set(["completed", "in_progress", "queued"]),
    );
  });

  it("has departed people and deleted forks", () => {
    expect(latest.filter((run) => run.actor === null).length).toBeGreaterThanOrEqual(2);
    expect(latest.filter((run) => run.triggering_actor === null).length).toBeGreaterThanOrEqual(2);
    const forks = latest.filter((run) => run.head_repository?.fork);
    expect(forks.length).toBeGreaterThan(10);
    for (const run of forks) {
      expect(run.pull_requests).toEqual([]);
      expect(truth.pulls.get(run.head_sha)).toHaveLength(1);
    }
  });

  it("carries every hostile title and branch", () => {
    const titles = new Set(latest.map((run) => run.display_title));
    const branches = new Set(latest.map((run) => run.head_branch));
    for (const title of HOSTILE_TITLES) expect(titles).toContain(title);
    for (const branch of HOSTILE_BRANCHES) expect(branches).toContain(branch);
  });

  it("slows the integration tests down since one commit", () => {
    const median = (from: number, to: number) => {
      const seconds = attempts
        .filter(({ run }) => daysAgo(run) >= from && daysAgo(run) < to)
        .flatMap(({ jobs }) => jobs.flatMap((job) => job.steps ?? []))
        .filter((step) => step.name === "Run integration tests" && step.conclusion === "success")
        .map((step) => epoch(step.completed_at ?? "") - epoch(step.started_at ?? ""))
        .sort((a, b) => a - b);
      return seconds[Math.floor(seconds.length / 2)];
    };
    expect(median(28, 90)).toBeGreaterThan(160);
    expect(median(28, 90)).toBeLessThan(200);
    expect(median(0, 22)).toBeGreaterThan(285);
    expect(median(0, 22)).toBeLessThan(355);
    expect(latest.filter((run) => run.head_commit?.message.startsWith("Run integration tests"))).not.toEqual(
      [],
    );
  });

  it("makes Claude worse since prompt v4", () => {
    const claude = workflow("Claude Code");
    const prompt = claude.find((run) => run.head_commit?.message.startsWith("Prompt v4"));
    expect(prompt).toBeDefined();
    expect(share(claude.filter((run) => daysAgo(run) > 20))).toBeGreaterThan(0.88);
    expect(share(claude.filter((run) => daysAgo(run) < 15))).toBeLessThan(0.8);
  });

  it("says why jobs failed, in logs and annotations", () => {
    const failed = jobs.filter((job) => job.conclusion === "failure" && (job.steps ?? []).length > 0);
    for (const job of failed) {
      expect(truth.logs.get(job.id)).toContain("##[error]");
      expect(truth.annotations.get(job.id)).toHaveLength(1);
    }
    const logs = [...truth.logs.values()];
    for (const text of [
      "rate_limit_error",
      "prompt is too long",
      "AssertionError",
      "ECONNRESET",
      "heap out of memory",
    ])
      expect(
        logs.some((log) => log.includes(text)),
        text,
      ).toBe(true);
    expect(logs.reduce((sum, log) => sum + log.length, 0)).toBeLessThan(10_000_000);
  });

  it("keeps agents' artifacts until they expire, and reviewers' decisions", () => {
    const names = new Set(truth.artifacts.map(({ payload }) => payload.name));
    for (const name of ["claude-execution-file", "codex-rollout", "aw_info", "coverage-report"])
      expect(names).toContain(name);
    for (const { payload } of truth.artifacts) expect(payload.expired).toBe((payload.expires_at ?? "") < NOW);
    expect(truth.approvals.size).toBeGreaterThan(20);
  });

  it("is public, has no site, and holds its workflow files with their schedules, its prompts and its configuration", () => {
    expect(truth.repository.visibility).toBe("public");
    expect(truth.pages).toBeNull();
    expect(truth.files.get(".github/workflows/agentops-data-sync.yml")).toContain('cron: "17 */2 * * *"');
    const paths = [...truth.files.keys()];
    expect(paths.filter((path) => path.startsWith(".github/workflows/"))).toHaveLength(13);
    expect(paths.filter((path) => path.startsWith(".github/prompts/"))).toHaveLength(2);
    const path = ".github/agentops.yml";
    expect(parseConfig(truth.files.get(path) ?? "", path).budgets).toHaveLength(3);
  });

  it("links runs to issues by the titles of their pull requests", () => {
    const numbers = new Set(truth.issues.map((issue) => issue.number));
    const linked = latest.flatMap((run) => /^Fix #(\d+): /.exec(run.display_title)?.[1] ?? []);
    expect(linked.length).toBeGreaterThan(50);
    for (const number of linked) expect(numbers).toContain(Number(number));
  });

  it.runIf(described)(
    "sends payloads that GitHub's description allows, but for what deletion leaves null",
    () => {
      const allowed = /^workflow-run\/(actor|triggering_actor|head_repository) must be object$/;
      const errors = [
        ...violations("full-repository", truth.repository),
        ...truth.workflows.flatMap((payload) => violations("workflow", payload)),
        ...attempts.flatMap(({ run }) => violations("workflow-run", run)),
        ...jobs.flatMap((payload) => violations("job", payload)),
        ...truth.artifacts.flatMap(({ payload }) => violations("artifact", payload)),
        ...truth.issues.flatMap((payload) => violations("issue", payload)),
        ...[...truth.pulls.values()].flat().flatMap((payload) => violations("pull-request-simple", payload)),
        ...[...truth.approvals.values()]
          .flat()
          .flatMap((payload) => violations("environment-approvals", payload)),
        ...[...truth.annotations.values()]
          .flat()
          .flatMap((payload) => violations("check-annotation", payload)),
      ];
      expect([...new Set(errors.filter((error) => !allowed.test(error)))]).toEqual([]);
    },
  );
});
