import { describe, expect, it } from "vitest";
import { aJob, anArtifact, aRepository, aRun, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { anIssue, aPull } from "#simulator/conversations.ts";
import { described, violations } from "./openapi.ts";

describe("builders", () => {
  it.runIf(described).each([
    ["full-repository", aRepository()],
    ["workflow", aWorkflow()],
    ["workflow-run", aRun()],
    ["workflow-run", aRun({ run_attempt: 3, conclusion: null, status: "in_progress" })],
    ["job", aJob()],
    ["artifact", anArtifact()],
    ["pull-request-simple", aPull()],
    ["issue", anIssue()],
  ])("make a valid %s", (schema, payload) => {
    expect(violations(schema, payload)).toEqual([]);
  });

  it("give ids beyond 32 bits, and a job the id of its check run", () => {
    const run = aRun();
    const job = aJob(run);
    expect(run.id).toBeGreaterThan(2 ** 31);
    expect(job.check_run_url.endsWith(`/check-runs/${job.id}`)).toBe(true);
    expect(job.run_url).toBe(run.url);
  });

  it("derive addresses from what is overridden", () => {
    const run = aRun({ id: 7, run_attempt: 2 });
    expect(run.html_url).toBe("https://github.com/octo-org/agent-fleet/actions/runs/7");
    expect(run.previous_attempt_url).toBe(`${run.url}/attempts/1`);
    expect(anArtifact(run, { id: 9 }).archive_download_url).toBe(
      "https://api.github.com/repos/octo-org/agent-fleet/actions/artifacts/9/zip",
    );
    expect(emptyRepository("acme/rockets").repository.html_url).toBe("https://github.com/acme/rockets");
  });
});
