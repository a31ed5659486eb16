import { describe, expect, it } from "vitest";
import { type SyncFacts, syncLines, syncMarkdown } from "#core/render/summary.ts";

function facts(overrides: Partial<SyncFacts> = {}): SyncFacts {
  return {
    repository: "octo-org/agent-fleet",
    complete: false,
    runsAdded: 312,
    runsUpdated: 4,
    runsTotal: 1284,
    pending: 220,
    syncsRemaining: 2,
    stopped: "the budget of 300 requests is spent",
    alerts: null,
    entry: {
      started_at: "2026-11-20T14:05:00Z",
      duration_seconds: 42,
      trigger: "schedule",
      run_id: 1,
      requests: [
        { endpoint: "GET /repos/{owner}/{repo}/actions/runs", requests: 14, failed: 1, retried: 1 },
        { endpoint: "GET /repos/{owner}/{repo}/actions/artifacts", requests: 3, failed: 0, retried: 0 },
      ],
      rate_limit: { limit: 1000, remaining: 700, reset_at: "2026-11-20T15:00:00Z" },
      waited_seconds: 2,
      runs_added: 312,
      runs_updated: 4,
      runs_total: 1284,
      jobs_requested: 300,
      jobs_fetched: 300,
      artifacts_added: 0,
      parse_errors: 0,
      runs_with_missing_fields: 0,
      pending: 220,
      stopped: null,
    },
    dashboard: { pages: 812, files: 900, bytes: 14_100_000, seconds: 2, failed: [], leftOut: 0 },
    publication: { publish: false, reason: "GitHub Pages is off" },
    ...overrides,
  };
}

describe("the job summary", () => {
  it("says what was added, what it cost, what is left and whether it is published", async () => {
    await expect(syncMarkdown(facts())).toMatchFileSnapshot("golden/sync-summary.md");
  });

  it("says nothing of what is pending when nothing is, nor of limits that are off", () => {
    const idle = facts({
      complete: true,
      stopped: null,
      pending: 0,
      syncsRemaining: 0,
      runsAdded: 0,
      runsUpdated: 0,
    });
    idle.entry = { ...idle.entry, rate_limit: null };
    const text = syncMarkdown({ ...idle, dashboard: null, publication: null });
    expect(text).not.toContain("Pending");
    expect(text).toContain("Nothing new: 1,284 runs stored");
    expect(text).toContain("not limited");
  });

  it("says what agents told, and what of it waits", () => {
    const { entry } = facts();
    const telling = facts({ entry: { ...entry, telemetry: { executions: 12, pending: 3 } } });
    expect(syncMarkdown(telling)).toContain(
      "| Executions of agents | 12 stored; 3 runs wait for the next sync |",
    );
    expect(syncLines(telling)).toContain("Executions of agents: 12 stored; 3 runs wait for the next sync");
  });

  it("says the same in lines for a log", () => {
    expect(syncLines(facts())).toEqual([
      "312 runs added, 4 updated, 1,284 stored.",
      "17 requests, limit left: 700 of 1,000 until 2026-11-20 15:00 UTC, 42 s",
      "220 runs lack something that is still to be fetched: about 2 more syncs. Stopped early: the budget of 300 requests is spent.",
      "Dashboard not published: GitHub Pages is off",
    ]);
  });

  it("does not guess how many syncs remain", () => {
    expect(syncLines(facts({ syncsRemaining: null })).join("\n")).toContain("cannot be told");
    expect(syncLines(facts({ syncsRemaining: 1 })).join("\n")).toContain("about 1 more sync.");
  });
});
