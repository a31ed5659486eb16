import { existsSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { describe, expect, it } from "vitest";
import type { SimulatedRepository } from "#simulator/model.ts";
import { replay, replayFolder } from "#simulator/replay.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/replay");
const { repositories, leftOut } = await replay(FIXTURE);

function named(fullName: string): SimulatedRepository {
  const found = repositories.find(({ repository }) => repository.full_name === fullName);
  if (found === undefined) throw new Error(`no ${fullName} among the replayed`);
  return found;
}

const old = named("octo-archive/old-tool");
const chained = named("octo-archive/chained");
const standIn = named("github-login/github-test-repository");

describe("replaying recorded objects", () => {
  it("groups them by repository", () => {
    expect(repositories.map(({ repository }) => repository.full_name)).toEqual([
      "github-login/github-test-repository",
      "octo-archive/chained",
      "octo-archive/old-tool",
    ]);
  });

  it("serves runs as they were, without adding what they lack", () => {
    const [first] = old.runs[0]?.attempts ?? [];
    expect(first?.run.id).toBe(719_000_001);
    expect(first?.run).not.toHaveProperty("run_attempt");
    expect(first?.run).not.toHaveProperty("display_title");
    expect(first?.jobs.map((job) => job.id)).toEqual([227_000_001]);
    expect(first?.jobs[0]?.steps?.[0]?.started_at).toBe("2021-04-05T17:42:57.000+02:00");
  });

  it("orders attempts, gives each its jobs, and keeps the newest of what was recorded twice", () => {
    const attempts = old.runs[1]?.attempts ?? [];
    expect(attempts.map(({ run }) => run.run_attempt)).toEqual([1, 2]);
    expect(attempts.map(({ jobs }) => jobs.map((job) => job.id))).toEqual([[227_000_002], [227_000_003]]);
    expect(attempts[0]?.run.updated_at).toBe("2021-04-05T15:43:09Z");
    expect(leftOut.runsRecordedTwice).toEqual(["719000002/1"]);
  });

  it("says what it could not place", () => {
    expect(leftOut.jobsWithoutRun).toEqual([227_000_009]);
    expect(leftOut.artifactsWithoutRun).toEqual([36_002]);
    expect(leftOut.logsWithoutBody).toEqual(["/repos/octo-archive/old-tool/actions/jobs/227000002/logs"]);
  });

  it("gives a placeholder a name that an address can hold", () => {
    expect(standIn.runs[0]?.attempts[0]?.run.html_url).toBe(
      "https://github.com/github-login/github-test-repository/actions/runs/719000003",
    );
    expect(standIn.artifacts.map(({ payload }) => payload.name)).toEqual(["hello.txt", "lost"]);
  });

  it("takes repositories, workflows and logs from recorded exchanges", () => {
    expect(old.repository.default_branch).toBe("trunk");
    expect(old.workflows.map((workflow) => workflow.state)).toEqual(["disabled_inactivity"]);
    expect(old.logs.get(227_000_001)).toBe("2021-04-05T15:42:57.0000001Z Hello\n");
    const archive = new AdmZip(old.archives.get(719_000_001));
    expect(archive.getEntries().map((entry) => entry.entryName)).toEqual(["0_build.txt"]);
  });

  it("maps flat rows onto run payloads and leaves the other tool's conclusions behind", () => {
    const runs = chained.runs.map(({ attempts }) => attempts[0]?.run);
    expect(runs[0]).toEqual({
      id: 19_250_000_001,
      run_number: 1,
      name: "Evaluator",
      path: ".github/workflows/evaluator.yml",
      workflow_id: 2,
      display_title: "Evaluate",
      event: "schedule",
      status: "completed",
      conclusion: "success",
      head_branch: "main",
      head_sha: "4dad8733",
      html_url: "https://github.com/octo-archive/chained/actions/runs/19250000001",
      pull_requests: [],
      created_at: "2025-11-11T00:42:34Z",
      run_started_at: "2025-11-11T00:42:34Z",
      updated_at: "2025-11-11T00:42:47Z",
      triggering_actor: { login: "mona" },
    });
    expect(runs[1]?.pull_requests?.map((pull) => pull.number)).toEqual([12]);
    expect(chained.workflows.map((workflow) => workflow.name)).toEqual(["Evaluator", "Assign"]);
  });

  it("has nothing to serve from a folder without recordings", async () => {
    expect(await replayFolder(join(FIXTURE, "objects"))).toEqual([]);
  });
});

const CORPUS = join(import.meta.dirname, "../../../shared/corpus/api");

const corpus = existsSync(CORPUS) ? await replay(CORPUS) : { repositories: [], leftOut };

describe.runIf(existsSync(CORPUS))("replaying the corpus", () => {
  const attempts = corpus.repositories.flatMap(({ runs }) => runs.flatMap((run) => run.attempts));

  it("places every run object and every row", () => {
    expect(attempts).toHaveLength(117 + 469);
    expect(corpus.leftOut.runsRecordedTwice).toEqual([]);
  });

  it("places or names every job and artifact object", () => {
    const placed = attempts.flatMap(({ jobs }) => jobs);
    expect(placed.length + corpus.leftOut.jobsWithoutRun.length).toBe(46);
    expect(placed).toHaveLength(9);
    expect(corpus.repositories.flatMap(({ artifacts }) => artifacts)).toHaveLength(4);
    expect(corpus.leftOut.artifactsWithoutRun).toHaveLength(4);
  });

  it("finds the recorded logs: two of jobs, one archive", () => {
    expect(corpus.repositories.flatMap(({ logs }) => [...logs.keys()])).toHaveLength(2);
    const archives = corpus.repositories.flatMap((repository) => [...repository.archives.values()]);
    expect(archives.map((archive) => new AdmZip(archive).getEntries().length)).toEqual([9]);
  });
});
