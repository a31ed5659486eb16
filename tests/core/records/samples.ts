import fc from "fast-check";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Job, Run } from "#core/records/run.ts";
import type { LedgerEntry, PendingRun, State } from "#core/records/state.ts";
import { addSeconds, dayOf, formatUtc } from "#core/time.ts";

/** Valid records with overrides, and arbitrary ones for properties. */

export function storedJob(overrides: Partial<Job> = {}): Job {
  return {
    id: 501,
    run_attempt: 1,
    name: "build (20, ubuntu-latest)",
    status: "completed",
    conclusion: "success",
    created_at: "2026-11-20T10:00:00Z",
    started_at: "2026-11-20T10:00:04Z",
    completed_at: "2026-11-20T10:01:04Z",
    duration_seconds: 60,
    queued_seconds: 4,
    labels: ["ubuntu-latest"],
    runner_name: "GitHub Actions 7",
    runner_group_name: "GitHub Actions",
    steps: [
      {
        number: 1,
        name: "Set up job",
        status: "completed",
        conclusion: "success",
        started_at: "2026-11-20T10:00:04Z",
        completed_at: "2026-11-20T10:00:06Z",
        duration_seconds: 2,
      },
    ],
    ...overrides,
  };
}

export function storedRun(overrides: Partial<Run> = {}): Run {
  const id = overrides.id ?? 101;
  return {
    id,
    run_number: 7,
    run_attempt: 1,
    workflow_id: 11,
    workflow_name: "CI",
    workflow_file: ".github/workflows/ci.yml",
    display_title: "Fix <b>the</b> parser @everyone",
    event: "push",
    status: "completed",
    conclusion: "success",
    head_branch: "main",
    head_sha: "0123456789abcdef0123456789abcdef01234567",
    head_commit: { message: "Fix the parser", author: "Ann" },
    head_repository: "octo-org/agent-fleet",
    referenced_workflows: [],
    actor: "ann",
    triggering_actor: "ann",
    created_at: "2026-11-20T10:00:00Z",
    run_started_at: "2026-11-20T10:00:00Z",
    updated_at: "2026-11-20T10:01:10Z",
    duration_seconds: 64,
    html_url: `https://github.com/octo-org/agent-fleet/actions/runs/${id}`,
    pull_requests: [],
    artifacts: [],
    detail: "full",
    jobs: [storedJob()],
    ...overrides,
  };
}

export function journalEntry(overrides: Partial<JournalEntry> = {}): JournalEntry {
  return {
    started_at: "2026-11-20T12:17:00Z",
    duration_seconds: 3.2,
    trigger: "schedule",
    run_id: 900,
    requests: [{ endpoint: "GET /repos/{owner}/{repo}/actions/runs", requests: 2, failed: 0, retried: 0 }],
    rate_limit: { limit: 1000, remaining: 990, reset_at: "2026-11-20T13:00:00Z" },
    waited_seconds: 0,
    runs_added: 1,
    runs_updated: 0,
    runs_total: 1,
    jobs_requested: 1,
    jobs_fetched: 1,
    artifacts_added: 0,
    parse_errors: 0,
    runs_with_missing_fields: 0,
    pending: 0,
    stopped: null,
    ...overrides,
  };
}

export function storedState(overrides: Partial<State> = {}): State {
  return {
    schema_version: 1,
    covered: null,
    backfill: [],
    pending: [],
    ledger: [],
    own_workflow_id: null,
    ...overrides,
  };
}

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
    detail: fc.constant("full"),
    jobs: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.option(instant))
        .map(([id, completed_at]) => storedJob({ id, completed_at })),
      { maxLength: 2 },
    ),
  }),
);

/** An observation of one of few attempts, so that observations of the same are common. */
export const anyObservation: fc.Arbitrary<Run> = fc
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
  .map(([row, detail]) => storedRun({ ...row, ...detail } as Partial<Run>));

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
  .map((state) => storedState(state));

export const DAY = dayOf(formatUtc(NOON));
