import { describe, expect, it } from "vitest";
import { redact } from "#core/documents/redact.ts";
import { Run } from "#core/records/run.ts";
import { aRunRecord } from "../../builders.ts";

const secret = aRunRecord({
  display_title: "acquire-initech",
  head_branch: "acquire-initech",
  head_commit: { message: "acquire-initech", author: "acquire-initech" },
  head_repository: "acquire-initech/agent-fleet",
  actor: "acquire-initech",
  triggering_actor: "acquire-initech",
});

describe("redact", () => {
  it("leaves no title, branch, person or commit message, and a valid record", () => {
    const redacted = redact(secret);
    expect(JSON.stringify(redacted)).not.toContain("acquire-initech");
    expect(Run.parse(redacted)).toEqual(redacted);
  });

  it("keeps what was measured, the workflow and its jobs", () => {
    const { workflow_name, jobs, duration_seconds, conclusion, head_sha, created_at } = secret;
    expect(redact(secret)).toMatchObject({
      workflow_name,
      jobs,
      duration_seconds,
      conclusion,
      head_sha,
      created_at,
    });
  });

  it("keeps the repository's own name and the accounts of agents", () => {
    const run = aRunRecord({ actor: "Copilot", triggering_actor: "mona" });
    expect(redact(run)).toMatchObject({
      head_repository: "octo-org/agent-fleet",
      actor: "Copilot",
      triggering_actor: null,
    });
  });
});
