import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { HealthDocument, healthFold } from "#core/documents/health/health.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import type { Run } from "#core/records/run.ts";
import { freshnessReasons } from "#core/render/words/freshness.ts";
import { aJobRecord, aJournalEntry, aRepositoryRecord, aRunRecord, aState } from "../../builders.ts";
import { aContext } from "./contexts.ts";

const NOW = "2026-11-20T12:00:00Z";

function health(over: Partial<Sources> = {}, runs: readonly Run[] = [], state = aState()) {
  const fold = healthFold({
    context: {
      now: NOW,
      config: Config.parse({}),
      repository: aRepositoryRecord(),
      state,
      server: "https://github.com",
    },
    journal: [],
    sizes: [],
    cron: "17 */2 * * *",
    buildId: "b1",
    ...over,
  });
  for (const run of runs) fold.add(readAttempt(run, NO_FACTS, aContext()));
  return HealthDocument.parse(fold.finish());
}

describe("data health", () => {
  it("says when the next sync is due by the schedule, and when two have been missed", () => {
    const { freshness } = health({ journal: [aJournalEntry()] });
    expect(freshness).toEqual({
      state: "current",
      ...{ stopped: null, behind: 0, unlisted_days: 0 },
      next_sync_at: "2026-11-20T12:17:00Z",
      stale_at: "2026-11-20T14:17:00Z",
    });
  });

  it("knows no next sync without a schedule that can be read", () => {
    for (const cron of [null, "whenever"])
      expect(health({ cron, journal: [aJournalEntry()] }).freshness).toMatchObject({
        next_sync_at: null,
        stale_at: null,
      });
  });

  it("calls the data partial while anything is missing, and says what", () => {
    const state = aState({
      pending: [{ run_id: 1, run_attempt: 1, day: "2026-11-19", workflow_id: 11, needs: ["jobs"], tries: 1 }],
      backfill: [{ from: "2026-11-01T00:00:00Z", to: "2026-11-03T12:00:00Z" }],
    });
    const { freshness } = health({ journal: [aJournalEntry({ stopped: "rate limit" })] }, [], state);
    expect(freshness.state).toBe("partial");
    expect(freshnessReasons(freshness)).toEqual([
      "The last sync stopped before everything was fetched: rate limit.",
      "The next syncs still have to fetch details of 1 attempt.",
      "Of the history 3 days are still to be listed.",
    ]);
  });

  it("adds up a day's syncs and sets them against the day's limit", () => {
    const endpoint = "GET /x";
    const { days, endpoints } = health({
      journal: [
        aJournalEntry({
          started_at: "2026-11-19T02:00:00Z",
          requests: [
            { endpoint, requests: 100, failed: 3, retried: 2 },
            { endpoint: "GET /y", requests: 20, failed: 0, retried: 0 },
          ],
          rate_limit: { limit: 1000, remaining: 880, reset_at: NOW },
          jobs_requested: 10,
          jobs_fetched: 9,
          parse_errors: 1,
        }),
        aJournalEntry({
          started_at: "2026-11-19T04:00:00Z",
          requests: [{ endpoint, requests: 120, failed: 0, retried: 0 }],
          rate_limit: { limit: 1000, remaining: 700, reset_at: NOW },
          jobs_requested: 10,
          jobs_fetched: 10,
          stopped: "reserve reached",
        }),
      ],
    });
    expect(days.map((day) => day.day)).toEqual(["2026-11-19", "2026-11-20"]);
    expect(days[0]).toMatchObject({
      syncs: 2,
      stopped: 1,
      requests: 240,
      failed: 3,
      retried: 2,
      limit_share: 0.01,
      least_remaining: 700,
      jobs_fetch: { part: 19, n: 20, value: 0.95 },
      parse_errors: 1,
    });
    expect(endpoints).toEqual([
      { endpoint, requests: 220, failed: 3, retried: 2 },
      { endpoint: "GET /y", requests: 20, failed: 0, retried: 0 },
    ]);
  });

  it("knows no share where limits are off", () => {
    const { days } = health({ journal: [aJournalEntry({ rate_limit: null })] });
    expect(days.at(-1)).toMatchObject({ limit_share: null, least_remaining: null });
  });

  it("counts what is stored, pending and given up, and keeps every run of the ledger", () => {
    const entry = { run_attempt: 1, day: "2026-11-19", missing: "jobs", message: "" } as const;
    const state = aState({
      pending: [
        {
          run_id: 1,
          run_attempt: 1,
          day: "2026-11-19",
          workflow_id: 11,
          needs: ["jobs", "artifacts"],
          tries: 0,
        },
      ],
      ledger: [
        { ...entry, run_id: 2, reason: "sampled" },
        { ...entry, run_id: 3, reason: "not_found" },
        { ...entry, run_id: 4, reason: "sampled" },
      ],
    });
    const { completeness } = health(
      {},
      [
        aRunRecord({ id: 5, jobs: [aJobRecord(), aJobRecord({ id: 2, duration_seconds: null })] }),
        aRunRecord({ id: 6, detail: "summary", jobs: null }),
        aRunRecord({ id: 7, detail: "pending", jobs: null, status: "in_progress", conclusion: null }),
      ],
      state,
    );
    expect(completeness).toMatchObject({
      attempts: { full: 1, pending: 1, summary: 1 },
      with_jobs: { part: 1, n: 2 },
      jobs: 2,
      steps: 2,
      untimed_jobs: 1,
      pending_by_need: { jobs: 1, artifacts: 1, attempts: 0 },
      ledger_by_reason: { sampled: 2, not_found: 1, forbidden: 0 },
    });
    expect(completeness.ledger).toHaveLength(3);
  });

  it("says how much of the history has been listed", () => {
    const covered = { from: "2026-11-10T12:00:00Z", to: NOW };
    const backfill = [{ from: "2026-10-11T12:00:00Z", to: "2026-11-10T12:00:00Z" }];
    expect(health({}, [], aState({ covered, backfill })).completeness).toMatchObject({
      backfill_days: 30,
      listed: 0.25,
    });
    expect(health({}, [], aState({ covered })).completeness.listed).toBe(1);
    expect(health({}, [], aState({ covered: null })).completeness.listed).toBeNull();
  });

  it("shows the largest files first and the newest syncs first", () => {
    const { files, syncs } = health({
      sizes: [
        { path: "a", bytes: 1 },
        { path: "b", bytes: 30 },
        { path: "c", bytes: 2 },
      ],
      journal: Array.from({ length: 60 }, (_, hour) =>
        aJournalEntry({
          started_at: `2026-11-${10 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, "0")}:00:00Z`,
        }),
      ),
    });
    expect(files).toMatchObject({
      count: 3,
      bytes: 33,
      largest: [{ path: "b" }, { path: "c" }, { path: "a" }],
    });
    expect(syncs).toHaveLength(24);
    expect(syncs[0]?.started_at).toBe("2026-11-12T11:00:00Z");
  });

  it("is whole when there is nothing at all", () => {
    const empty = health({ cron: null }, [], aState({ covered: null }));
    expect(empty).toMatchObject({
      last_sync: null,
      syncs: [],
      days: [],
      endpoints: [],
      freshness: { state: "unknown" },
    });
  });

  it("names the stored records that cannot be read, and how many there are", () => {
    const unreadable = Array.from({ length: 250 }, (_, index) => ({
      ...{ path: "runs/2026-11-20.json", line: index + 1, key: `${index}/1`, reason: "id: expected number" },
    }));
    const { unreadable: shown, unreadable_total } = health({ unreadable: () => unreadable });
    expect([shown.length, unreadable_total, shown[0]]).toEqual([200, 250, unreadable[0]]);
    expect(health()).toMatchObject({ unreadable: [], unreadable_total: 0 });
  });

  it("names a sync of which the journal could not tell everything", () => {
    const journal = [aJournalEntry({ not_believed: "not stored: waited_seconds: Too small" })];
    expect(health({ journal }).unreadable).toEqual([
      {
        ...{ path: "journal/2026-11.json", line: null, key: journal[0]?.started_at },
        reason: "not stored: waited_seconds: Too small",
      },
    ]);
  });
});
