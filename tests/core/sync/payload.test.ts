import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Job, Run } from "#core/records/run.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import { identify } from "#core/sync/payload/identity.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { readRun, withWorkflow } from "#core/sync/payload/run.ts";
import { aJob, anArtifact, aRun, aStep } from "#simulator/builders.ts";

const REPOSITORY = "octo-org/agent-fleet";
const run = (overrides: object) => readRun({ ...aRun(), ...overrides }, REPOSITORY).value;
const job = (overrides: object) => readJob({ ...aJob(), ...overrides }, 1).value;

describe("a run's payload", () => {
  it.each([
    ["an absent attempt is the first", { run_attempt: undefined }, { run_attempt: 1 }],
    ["an empty conclusion is none", { status: "in_progress", conclusion: "" }, { conclusion: null }],
    [
      "a path loses its ref",
      { path: ".github/workflows/ci.yml@refs/heads/a@b" },
      { workflow_file: ".github/workflows/ci.yml" },
    ],
    [
      "a dynamic path stays",
      { path: "dynamic/copilot-swe-agent/copilot" },
      { workflow_file: "dynamic/copilot-swe-agent/copilot" },
    ],
    [
      "a deleted actor is unknown",
      { actor: null, triggering_actor: undefined },
      { actor: null, triggering_actor: null },
    ],
    ["a deleted fork is unknown", { head_repository: null }, { head_repository: null }],
    ["a title of old is unknown", { display_title: undefined }, { display_title: null }],
    ["a null list of pull requests is empty", { pull_requests: null }, { pull_requests: [] }],
    ["zero dates are unknown", { run_started_at: "0001-01-01T00:00:00Z" }, { run_started_at: null }],
    [
      "offsets and milliseconds are one form",
      { updated_at: "2026-11-20T14:00:00.500+02:00" },
      { updated_at: "2026-11-20T12:00:00Z" },
    ],
    [
      "a completed run of old lasts from its creation",
      { run_started_at: undefined, created_at: "2021-01-01T00:00:00Z", updated_at: "2021-01-01T00:01:00Z" },
      { duration_seconds: 60 },
    ],
    ["a skipped run took no time, not 0 s", { conclusion: "skipped" }, { duration_seconds: null }],
    [
      "a running run has no duration yet",
      { status: "in_progress", conclusion: null },
      { duration_seconds: null },
    ],
  ])("%s", (_, payload, expected) => {
    expect(run(payload)).toMatchObject(expected);
  });

  it.each([
    ["its own head", { head_repository: { id: 7, full_name: REPOSITORY } }, false],
    ["its own head under its former name", { head_repository: { id: 7, full_name: "old/name" } }, false],
    ["a fork", { head_repository: { id: 8, full_name: "evil/agent-fleet" } }, true],
    ["a fork that took over its name", { head_repository: { id: 8, full_name: REPOSITORY } }, true],
    ["a fork without an id", { head_repository: { full_name: "evil/agent-fleet" } }, true],
    ["its own head without an id", { head_repository: { full_name: "Octo-Org/agent-fleet" } }, false],
    ["a pull request's unknown head", { head_repository: null, event: "pull_request_target" }, true],
    ["the unknown head of what runs in the repository", { head_repository: null, event: "schedule" }, false],
  ])("is a fork's by GitHub's ids: %s", (_, payload, from_fork) => {
    expect(run({ repository: { id: 7 }, ...payload })).toMatchObject({ from_fork });
  });

  it("keeps of a commit its first line and the author's name, never an address", () => {
    const author = { name: "Mona Lisa", email: "mona@example.com" };
    const commit = (name: string) => ({
      head_commit: { message: "Fix it\r\n\r\nCo-authored-by: x", author: { ...author, name } },
    });
    expect(run(commit("Mona Lisa"))?.head_commit).toEqual({ message: "Fix it", author: "Mona Lisa" });
    expect(run(commit("mona@example.com"))?.head_commit?.author).toBeNull();
    expect(JSON.stringify(run(commit("Mona Lisa")))).not.toContain("example.com");
  });

  it("knows that GitHub lists no pull requests of forks", () => {
    const fork = { event: "pull_request", head_repository: { full_name: "stranger/fork" } };
    expect(run(fork)?.pull_requests).toBeNull();
    expect(run({ ...fork, event: "push" })?.pull_requests).toEqual([]);
    expect(run({ ...fork, pull_requests: [{ number: 3 }] })?.pull_requests).toEqual([
      { number: 3, source: "run" },
    ]);
  });

  it("leaves out pull requests into another repository, as a fork's runs list them", () => {
    const pull_requests = [
      { number: 3, base: { ref: "main", repo: { id: 99, name: "upstream" } } },
      { number: 4, base: { ref: "main", repo: { id: 7, name: "agent-fleet" } } },
      { number: 5, base: null },
    ];
    const listed = run({ repository: { id: 7 }, pull_requests })?.pull_requests;
    expect(listed?.map(({ number }) => number)).toEqual([4, 5]);
  });

  it("takes name and file from the workflow list where the run does not say", () => {
    const listed = { id: 1, name: "CI", path: ".github/workflows/ci.yml", state: "active" };
    const silent = run({ name: null, path: undefined });
    expect(silent && withWorkflow(silent, listed)).toMatchObject({
      workflow_name: "CI",
      workflow_file: listed.path,
    });
    const telling = run({ name: "Old name" });
    expect(telling && withWorkflow(telling, listed)).toMatchObject({ workflow_name: "Old name" });
  });

  it("says which field cannot be read, and still knows whose it is", () => {
    const payload = { ...aRun({ id: 5, run_attempt: 2, created_at: "2026-11-19T01:00:00Z" }), head_sha: 7 };
    expect(readRun(payload, REPOSITORY)).toMatchObject({
      value: null,
      problem: expect.stringContaining("head_sha"),
    });
    expect(identify(payload, "2026-11-20")).toEqual({ run_id: 5, run_attempt: 2, day: "2026-11-19" });
    expect(identify("nonsense", "2026-11-20")).toBeNull();
  });

  it("becomes a valid record or a problem, whatever a stranger puts into any field", () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(aRun())), fc.jsonValue(), { maxKeys: 6 });
    fc.assert(
      fc.property(anything, (overrides) => {
        const { value } = readRun({ ...aRun(), ...overrides }, REPOSITORY);
        if (value !== null) Run.parse(value);
      }),
    );
  });
});

describe("a job's payload", () => {
  it.each([
    [
      "a skipped job took no time",
      { conclusion: "skipped" },
      { duration_seconds: null, queued_seconds: null },
    ],
    [
      "a cancelled one that ended before it began neither",
      { conclusion: "cancelled", started_at: "2026-11-20T12:10:00Z", completed_at: "2026-11-20T12:00:00Z" },
      { duration_seconds: null },
    ],
    [
      "a queued one has not started, whatever its start says",
      { status: "queued", conclusion: null, completed_at: null },
      { queued_seconds: null, duration_seconds: null },
    ],
    [
      "an empty runner is none",
      { runner_name: "", runner_group_name: null },
      { runner_name: null, runner_group_name: null },
    ],
    ["absent steps are none", { steps: undefined }, { steps: [] }],
    ["an absent attempt is the list's", { run_attempt: undefined }, { run_attempt: 1 }],
  ])("%s", (_, payload, expected) => {
    expect(job(payload)).toMatchObject(expected);
  });

  it("normalises the steps' offset times and leaves skipped ones without a duration", () => {
    const steps = [
      {
        number: 1,
        name: "Set up",
        status: "completed",
        conclusion: "success",
        started_at: "2026-11-20T14:00:00.000+02:00",
        completed_at: "2026-11-20T12:00:09.000Z",
      },
      {
        number: 16,
        name: "Post",
        status: "completed",
        conclusion: "skipped",
        started_at: "2026-11-20T12:00:00Z",
        completed_at: "2026-11-20T12:00:00Z",
      },
    ];
    expect(job({ steps })?.steps).toMatchObject([
      { number: 1, started_at: "2026-11-20T12:00:00Z", duration_seconds: 9 },
      { number: 16, duration_seconds: null },
    ]);
  });

  it("becomes a valid record or a problem, whatever a stranger puts into any field", () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(aJob())), fc.jsonValue(), { maxKeys: 6 });
    fc.assert(
      fc.property(anything, (overrides) => {
        const { value } = readJob({ ...aJob(), ...overrides }, 1);
        if (value !== null) Job.parse(value);
      }),
    );
  });
});

describe("an artifact's payload", () => {
  it("knows its run", () => {
    const payload = anArtifact(aRun({ id: 9 }), { digest: undefined as never });
    expect(readArtifact(payload).value).toMatchObject({
      runId: 9,
      artifact: { name: "coverage", digest: null },
    });
  });
});

describe("a payload larger than any of GitHub's", () => {
  it("keeps the beginning of its texts, by whole characters", () => {
    const long = run({ display_title: "🧐".repeat(35_000), path: "x".repeat(70_000) });
    expect(long?.display_title).toBe("🧐".repeat(500));
    expect(long?.workflow_file).toHaveLength(1_000);
  });

  it("keeps so many steps and labels as a job can have", () => {
    const steps = Array.from({ length: 20_000 }, (_, index) => aStep({ number: index + 1 }));
    const labels = Array.from({ length: 5_000 }, (_, index) => `label-${index}`);
    expect(job({ steps })?.steps).toHaveLength(1_000);
    expect(job({ labels })?.labels).toHaveLength(100);
  });
});
