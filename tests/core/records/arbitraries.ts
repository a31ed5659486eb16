import fc from "fast-check";
import { jobTimeOf } from "#core/records/job-time.ts";
import type { KindName, Stored } from "#core/records/kinds.ts";
import type { Run } from "#core/records/run.ts";
import type { LedgerEntry, PendingRun, State } from "#core/records/state.ts";
import { addSeconds, formatUtc } from "#core/time.ts";
import {
  aJobRecord,
  aJournalEntry,
  anAlert,
  anEvent,
  anExecution,
  anIssuedStatement,
  aPullRecord,
  aReading,
  aRunRecord,
  aState,
} from "../../builders.ts";

/** Arbitrary records for properties: few keys and few values, so that two observations of the same are common. */

export function pendingRun(overrides: Partial<PendingRun> = {}): PendingRun {
  return {
    run_id: 101,
    run_attempt: 1,
    day: "2026-11-20",
    workflow_id: 11,
    needs: ["jobs"],
    tries: 0,
    ...overrides,
  };
}

export function ledgerEntry(overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    run_id: 101,
    run_attempt: 1,
    day: "2026-11-20",
    missing: "jobs",
    reason: "not_found",
    message: "404",
    ...overrides,
  };
}

const NOON = 1_795_176_000; // 2026-11-20T12:00:00Z
const instant = fc.integer({ min: 0, max: 3 }).map((hours) => formatUtc(NOON + hours * 3600));

const anyPulls = fc.option(
  fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 1, max: 3 }), source: fc.constantFrom("run", "commit") }),
    { selector: (pull) => pull.number, maxLength: 3 },
  ),
);

const anyArtifacts = fc.option(
  fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom("log", "report"),
      size_in_bytes: fc.constantFrom(0, 10),
      url: fc.constant("https://api.github.com/a/1"),
      digest: fc.constantFrom(null, "sha256:00"),
      created_at: fc.option(instant),
      expires_at: fc.constant(null),
      expired: fc.boolean(),
    }),
    { selector: (artifact) => artifact.id, maxLength: 3 },
  ),
);

const anyDetail = fc.oneof(
  fc.record({ detail: fc.constantFrom("pending", "summary"), jobs: fc.constant(null) }),
  fc.record({
    detail: fc.constant("summary"),
    jobs: fc.constant(null),
    job_times: fc.array(
      fc.integer({ min: 1, max: 2 }).map((id) => jobTimeOf(aJobRecord({ id }))),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    detail: fc.constant("full"),
    jobs: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.option(instant))
        .map(([id, completed_at]) => aJobRecord({ id, completed_at })),
      { maxLength: 2 },
    ),
  }),
);

/** An observation of one of few attempts, so that observations of the same are common. */
const anyObservation: fc.Arbitrary<Run> = fc
  .tuple(
    fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      run_attempt: fc.integer({ min: 1, max: 2 }),
      status: fc.constantFrom("queued", "in_progress", "completed", null),
      conclusion: fc.constantFrom(null, "success", "failure"),
      display_title: fc.constantFrom(null, "a", "b"),
      updated_at: fc.option(instant),
      duration_seconds: fc.option(fc.integer({ min: 0, max: 3 })),
      pull_requests: anyPulls,
      artifacts: anyArtifacts,
    }),
    anyDetail,
  )
  .map(([row, detail]) => aRunRecord({ ...row, ...detail } as Partial<Run>));

const anyPending = fc.uniqueArray(
  fc
    .record({
      run_id: fc.integer({ min: 1, max: 4 }),
      needs: fc.uniqueArray(fc.constantFrom("jobs", "artifacts", "completion"), {
        minLength: 1,
        maxLength: 3,
      }),
      tries: fc.integer({ min: 0, max: 2 }),
    })
    .map((run) => pendingRun(run as Partial<PendingRun>)),
  { selector: (run) => run.run_id, maxLength: 4 },
);

const anyWindow = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 }))
  .map(([from, length]) => ({
    from: formatUtc(NOON + from),
    to: addSeconds(formatUtc(NOON + from), length),
  }));

export const anyState: fc.Arbitrary<State> = fc
  .record({
    covered: fc.option(anyWindow),
    backfill: fc.uniqueArray(anyWindow, { selector: (window) => window.from + window.to, maxLength: 3 }),
    pending: anyPending,
    ledger: fc.uniqueArray(
      fc.integer({ min: 1, max: 4 }).map((run_id) => ledgerEntry({ run_id })),
      { selector: (entry) => entry.run_id },
    ),
  })
  .map((state) => aState(state));

const ids = (letter: string) => [1, 2].map((digit) => `00000000000000${letter}${digit}`);

/** Observations of each kind: few things, told in several ways, all of one day or month. */
export const OBSERVATIONS: { readonly [Name in KindName]: fc.Arbitrary<Stored[Name]> } = {
  runs: anyObservation,
  analyses: fc
    .record({
      run_id: fc.integer({ min: 1, max: 3 }),
      run_attempt: fc.integer({ min: 1, max: 2 }),
      rules_version: fc.integer({ min: 1, max: 3 }),
      source: fc.constantFrom("read" as const, "inferred" as const, "record" as const),
      coverage: fc.constantFrom(null, 50, 80),
      truncated: fc.constantFrom<string[]>([], ["0_test.txt: checksum differs"]),
    })
    .map((reading) => aReading({ findings: [], ...reading })),
  executions: fc
    .record({
      execution_id: fc.constantFrom(...ids("e")),
      run_id: fc.integer({ min: 1, max: 2 }),
      turns: fc.constantFrom(null, 3),
      truncated: fc.constantFrom<string[]>([], ["steps: 12 more"]),
      source: fc.record({
        importer: fc.constant("codex-rollout"),
        version: fc.integer({ min: 1, max: 2 }),
        rank: fc.constantFrom(10, 90),
        file: fc.constant(null),
      }),
    })
    .map(anExecution),
  events: fc
    .record({
      event_id: fc.constantFrom(...ids("f")),
      run_id: fc.integer({ min: 1, max: 2 }),
      timestamp: fc.constantFrom("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"),
    })
    .map(anEvent),
  pulls: fc
    .record({
      number: fc.integer({ min: 1, max: 2 }),
      observed_on: fc.constantFrom("2026-11-19", "2026-11-20"),
      updated_at: fc.constantFrom("2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z"),
      reverted_by: fc.constantFrom(null, 9),
    })
    .map((over) => aPullRecord(over)),
  alerts: fc
    .record({
      key: fc.constantFrom("00000000000000a1", "00000000000000a2"),
      episode: fc.integer({ min: 1, max: 2 }),
      revision: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom("pending" as const, "firing" as const),
      issue: fc.constantFrom(null, 7, 8),
    })
    .map(anAlert),
  statements: fc
    .record({
      month: fc.constant("2026-11"),
      issued_at: fc.constantFrom("2026-12-03T00:17:00Z", "2026-12-03T02:17:00Z"),
      minutes_nano_usd: fc.constantFrom(0, 12_000_000),
    })
    .map(anIssuedStatement),
  journal: fc
    .record({
      started_at: fc.constantFrom("2026-11-20T10:17:00Z", "2026-11-20T12:17:00Z"),
      run_id: fc.constantFrom(null, 901, 902),
      runs_added: fc.integer({ min: 0, max: 1 }),
    })
    .map(aJournalEntry),
};
