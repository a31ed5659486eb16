import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { KINDS } from "#core/records/kinds.ts";
import { mergeRun } from "#core/records/merge.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { needsOf } from "#core/sync/needs.ts";
import { aJobRecord, aJournalEntry, aRunRecord } from "../../builders.ts";

describe("merging runs", () => {
  it("counts what is new and what changed", () => {
    const stored = [aRunRecord({ id: 1 }), aRunRecord({ id: 2, status: "in_progress", conclusion: null })];
    const observed = [aRunRecord({ id: 1 }), aRunRecord({ id: 2 }), aRunRecord({ id: 2, run_attempt: 2 })];
    const result = mergeRecords(KINDS.runs, stored, observed);
    expect(result).toMatchObject({ added: 1, updated: 1 });
    expect(result.records.map((run) => [run.id, run.run_attempt])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
  });
});

describe("the newer of two observations", () => {
  it("is the completed one, even when the other was updated later", () => {
    const completed = aRunRecord({ updated_at: "2026-11-20T10:00:00Z" });
    const running = aRunRecord({
      status: "in_progress",
      conclusion: null,
      updated_at: "2026-11-20T11:00:00Z",
    });
    expect(mergeRun(running, completed).conclusion).toBe("success");
  });

  it("is the one GitHub updated later: an approved run completes twice", () => {
    const waiting = aRunRecord({ conclusion: "action_required", updated_at: "2026-11-20T10:00:00Z" });
    const approved = aRunRecord({ conclusion: "success", updated_at: "2026-11-20T11:00:00Z" });
    expect(mergeRun(approved, waiting).conclusion).toBe("success");
  });

  it("knows more when both were updated at the same time", () => {
    const known = aRunRecord({ workflow_name: "CI" });
    const unknown = aRunRecord({ workflow_name: null });
    expect(mergeRun(unknown, known).workflow_name).toBe("CI");
  });
});

describe("the detail of a run", () => {
  const pending = aRunRecord({ detail: "pending", jobs: null, duration_seconds: 70 });
  const summary = aRunRecord({ detail: "summary", jobs: null, duration_seconds: 70 });
  const full = aRunRecord({ detail: "full", duration_seconds: 64 });

  it("is never lost to a list that has no jobs, nor is the duration that the jobs gave", () => {
    const listedLater = { ...pending, updated_at: "2026-11-21T00:00:00Z" };
    const both = mergeRun(full, listedLater);
    expect(both).toMatchObject({ detail: "full", duration_seconds: 64, updated_at: listedLater.updated_at });
    expect(both.jobs).toHaveLength(1);
  });

  it("goes from pending to summary when it is given up, and from either to full", () => {
    expect(mergeRun(pending, summary).detail).toBe("summary");
    expect(mergeRun(summary, full).detail).toBe("full");
  });

  it("of a run that waited for an approval is fetched when it has run", () => {
    const waiting = { ...pending, conclusion: "action_required" };
    const approved = { ...pending, conclusion: "success", updated_at: "2026-11-21T00:00:00Z" };
    const known = {
      ...{ isLatest: true, lacksAttempts: false, isWithoutArtifacts: false },
      ...{ isRead: false, isReported: false, supersededBy: null },
    };
    const wanted = { readings: false, telemetry: Config.parse({}).telemetry, agents: [] };
    expect(needsOf(waiting, known, wanted)).toEqual([]);
    expect(needsOf(mergeRun(waiting, approved), known, wanted)).toEqual(["jobs"]);
  });

  it("is the one whose jobs ended later", () => {
    const longer = { ...full, jobs: [aJobRecord({ completed_at: "2026-11-20T10:05:00Z" })] };
    expect(mergeRun(full, longer).jobs).toEqual(longer.jobs);
  });
});

describe("pull requests and artifacts", () => {
  it("are kept once known", () => {
    const known = aRunRecord({ pull_requests: [{ number: 5, source: "commit" }] });
    const later = aRunRecord({
      pull_requests: null,
      artifacts: null,
      updated_at: "2026-11-21T00:00:00Z",
    });
    expect(mergeRun(known, later)).toMatchObject({
      pull_requests: [{ number: 5, source: "commit" }],
      artifacts: [],
    });
  });

  it("of both are there, and an artifact that has expired stays expired", () => {
    const artifact = {
      id: 3,
      name: "report",
      size_in_bytes: 5,
      url: "https://api.github.com/a/3",
      digest: null,
      created_at: null,
      expires_at: null,
      expired: false,
    };
    const first = aRunRecord({
      pull_requests: [
        { number: 9, source: "commit" },
        { number: 5, source: "commit" },
      ],
      artifacts: [{ ...artifact, expired: true }],
    });
    const second = aRunRecord({ pull_requests: [{ number: 9, source: "run" }], artifacts: [artifact] });
    expect(mergeRun(first, second)).toMatchObject({
      pull_requests: [
        { number: 5, source: "commit" },
        { number: 9, source: "run" },
      ],
      artifacts: [{ id: 3, expired: true }],
    });
  });
});

describe("the journal", () => {
  it("keeps two syncs that started in the same second, the one outside Actions first", () => {
    const entries = [aJournalEntry({ run_id: 901 }), aJournalEntry({ run_id: null })];
    expect(mergeRecords(KINDS.journal, [], entries).records).toEqual([entries[1], entries[0]]);
  });
});
