import { describe, expect, it } from "vitest";
import { agentOfLogin } from "#core/agents/evidence.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import { anonymisePull, anonymiseReading, anonymiseRun } from "#core/records/anonymise.ts";
import { Run } from "#core/records/run.ts";
import { aFinding, aPullRecord, aReading, aRunRecord } from "../../builders.ts";

const isAgent = (login: string) => agentOfLogin(login) !== null;

const secret = aRunRecord({
  display_title: "acquire-initech",
  head_branch: "acquire-initech",
  head_commit: { message: "acquire-initech", author: "acquire-initech" },
  head_repository: "acquire-initech/agent-fleet",
  actor: "acquire-initech",
  triggering_actor: "acquire-initech",
});

describe("a reading on a redacted site", () => {
  const secret = "acquire-initech";
  const reading = aReading({
    findings: [aFinding({ message: secret, pattern: secret, excerpt: [{ line: 99, text: secret }] })],
    tests: { passed: 1, failed: 1, skipped: 0, failures: [secret] },
    branches: [secret],
    slow_commands: [{ line: 1, text: secret, seconds: 9 }],
  });

  it("leaves no text of the log, and a valid record that still says what kind of failure it was", () => {
    const redacted = anonymiseReading(reading);
    expect(JSON.stringify(redacted)).not.toContain(secret);
    expect(StoredAnalysis.parse(redacted)).toEqual(redacted);
    expect(redacted.findings[0]).toMatchObject({ category: "test_failure", line: 99, confidence: 0.93 });
    expect(redacted.tests).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe("a run on a redacted site", () => {
  it("leaves no title, branch, person or commit message, and a valid record", () => {
    const redacted = anonymiseRun(secret, isAgent);
    expect(JSON.stringify(redacted)).not.toContain("acquire-initech");
    expect(Run.parse(redacted)).toEqual(redacted);
  });

  it("keeps what was measured, the workflow and its jobs", () => {
    const { workflow_name, jobs, duration_seconds, conclusion, head_sha, created_at } = secret;
    expect(anonymiseRun(secret, isAgent)).toMatchObject({
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
    expect(anonymisePull(pull, isAgent)).toEqual({
      ...pull,
      author: null,
      head_branch: "",
      head_repository: null,
    });
    expect(anonymisePull(aPullRecord(), isAgent).author).toBe("claude[bot]");
  });

  it("keeps the accounts of agents, and names no repository of a branch", () => {
    const run = aRunRecord({ actor: "Copilot", triggering_actor: "mona" });
    expect(anonymiseRun(run, isAgent)).toMatchObject({
      head_repository: null,
      actor: "Copilot",
      triggering_actor: null,
    });
  });
});
