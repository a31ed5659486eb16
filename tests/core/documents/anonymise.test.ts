import { describe, expect, it } from "vitest";
import { anonymisePull, anonymiseReading, anonymiseRun } from "#core/documents/anonymise.ts";
import { Run } from "#core/records/run.ts";
import { AnalysisShard } from "#core/records/shard.ts";
import { aFinding, aPullRecord, aReading, aRunRecord } from "../../builders.ts";

const secret = aRunRecord({
  display_title: "acquire-initech",
  head_branch: "acquire-initech",
  head_commit: { message: "acquire-initech", author: "acquire-initech" },
  head_repository: "acquire-initech/agent-fleet",
  actor: "acquire-initech",
  triggering_actor: "acquire-initech",
});

describe("anonymising a reading", () => {
  const secret = "acquire-initech";
  const reading = aReading({
    findings: [aFinding({ message: secret, pattern: secret, excerpt: [{ line: 99, text: secret }] })],
    tests: { passed: 1, failed: 1, skipped: 0, failures: [secret] },
    branches: [secret],
    slow_commands: [{ line: 1, text: secret, seconds: 9 }],
  });

  it("leaves no text of the log, and a valid record that still says what kind of failure it was", () => {
    const left = anonymiseReading(reading);
    expect(JSON.stringify(left)).not.toContain(secret);
    expect(AnalysisShard.shape.analyses.parse([left])).toEqual([left]);
    expect(left.findings[0]).toMatchObject({ category: "test_failure", line: 99, confidence: 0.93 });
    expect(left.tests).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe("anonymising", () => {
  it("leaves no title, branch, person or commit message, and a valid record", () => {
    const left = anonymiseRun(secret);
    expect(JSON.stringify(left)).not.toContain("acquire-initech");
    expect(Run.parse(left)).toEqual(left);
  });

  it("keeps what was measured, the workflow and its jobs", () => {
    const { workflow_name, jobs, duration_seconds, conclusion, head_sha, created_at } = secret;
    expect(anonymiseRun(secret)).toMatchObject({
      workflow_name,
      jobs,
      duration_seconds,
      conclusion,
      head_sha,
      created_at,
    });
  });

  it("leaves of a pull request its figures and an agent's account", () => {
    const pull = aPullRecord({ author: "mona", head_branch: "mona/acquire-initech", head_repository: "a/b" });
    expect(anonymisePull(pull)).toEqual({ ...pull, author: null, head_branch: "", head_repository: null });
    expect(anonymisePull(aPullRecord()).author).toBe("claude[bot]");
  });

  it("keeps the repository's own name and the accounts of agents", () => {
    const run = aRunRecord({ actor: "Copilot", triggering_actor: "mona" });
    expect(anonymiseRun(run)).toMatchObject({
      head_repository: "octo-org/agent-fleet",
      actor: "Copilot",
      triggering_actor: null,
    });
  });
});
