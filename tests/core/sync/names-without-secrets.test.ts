import { describe, expect, it } from "vitest";
import { stepOf } from "#core/failures/log-part.ts";
import { matchEntries } from "#core/logs/match-entries.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { toRepository } from "#core/sync/payload/repository.ts";
import { readRun } from "#core/sync/payload/run.ts";

const TOKEN = `ghp_${"aB3dE6gH9jK2".repeat(3)}`;
const named = (what: string) => `${what} ${TOKEN}`;
const clean = (what: string) => `${what} [redacted:github_token]`;

const RUN = {
  id: 1,
  run_number: 1,
  run_attempt: 1,
  workflow_id: 2,
  name: named("ci"),
  path: ".github/workflows/ci.yml",
  display_title: named("Deploy with"),
  event: "push",
  status: "completed",
  conclusion: "failure",
  head_branch: named("claude/fix"),
  head_sha: "3f0c7b2d4a1e5c6f7a8b9c0d1e2f3a4b5c6d7e8f",
  head_commit: { message: `${named("Use")}\n\nmore`, author: { name: named("Jane") } },
  referenced_workflows: [{ path: "o/r/.github/workflows/x.yml@main", sha: "a", ref: named("refs/heads/x") }],
  created_at: "2026-11-20T10:00:00Z",
  html_url: "https://github.com/o/r/actions/runs/1",
};
const JOB = {
  id: 3,
  name: named("build"),
  status: "completed",
  conclusion: "failure",
  labels: [named("gpu")],
  runner_name: named("runner"),
  runner_group_name: named("group"),
  steps: [
    {
      number: 1,
      name: `Run curl -H "Authorization: Bearer ${TOKEN}"`,
      status: "completed",
      conclusion: "failure",
    },
  ],
};

describe("names that hold a secret", () => {
  it("are stored without it, in every field of a run", () => {
    const { value: run } = readRun(RUN, "o/r");
    expect(run).toMatchObject({
      workflow_name: clean("ci"),
      display_title: clean("Deploy with"),
      head_branch: clean("claude/fix"),
      head_commit: { message: clean("Use"), author: clean("Jane") },
      referenced_workflows: [{ ref: clean("refs/heads/x") }],
      head_sha: RUN.head_sha,
    });
    expect(JSON.stringify(run)).not.toContain(TOKEN);
  });

  it("are stored without it for jobs, steps, labels, runners, artifacts and the repository's workflows", () => {
    const { value: job } = readJob(JOB, 1);
    expect(job).toMatchObject({
      name: clean("build"),
      labels: [clean("gpu")],
      runner_name: clean("runner"),
      runner_group_name: clean("group"),
      steps: [{ name: 'Run curl -H "Authorization: Bearer [redacted:github_token]"' }],
    });
    const artifact = readArtifact({
      id: 4,
      name: named("logs"),
      size_in_bytes: 1,
      url: "https://api.example/4",
    });
    expect(artifact.value?.artifact.name).toBe(clean("logs"));
    const workflows = [{ id: 2, name: named("ci"), path: ".github/workflows/ci.yml", state: "active" }];
    const repository = toRepository("o/r", { default_branch: named("main") }, workflows, null);
    expect(repository).toMatchObject({ default_branch: clean("main"), workflows: [{ name: clean("ci") }] });
  });

  it("still lead to the job's log and step", () => {
    const { value: job } = readJob(JOB, 1);
    if (job === null) throw new Error("the job cannot be read");
    expect(matchEntries([`0_${JOB.name}.txt`, `${JOB.name}/1_Run curl.txt`], [job])).toEqual({
      matched: [
        { job: 3, log: `0_${JOB.name}.txt`, steps: [{ number: 1, entry: `${JOB.name}/1_Run curl.txt` }] },
      ],
      unmatched: [],
    });
    expect(stepOf(job, `curl -H "Authorization: Bearer ${TOKEN}"`, false)?.number).toBe(1);
  });

  it("are the same name again after the same redaction, and are not touched without one", () => {
    expect(readRun(RUN, "o/r").value?.head_branch).toBe(readRun({ ...RUN, id: 9 }, "o/r").value?.head_branch);
    for (const branch of [
      "dependabot/npm_and_yarn/astro-7.3.4",
      "copilot/fix-8d3c2b1a-1234-4abc-9def-1234567890ab",
      `gh-readonly-queue/main/pr-12-${RUN.head_sha}`,
      "claude/issue-12-20261120-1234",
      "release/v1.2.3-rc.1+build.77",
    ])
      expect(readRun({ ...RUN, head_branch: branch }, "o/r").value?.head_branch).toBe(branch);
  });
});
