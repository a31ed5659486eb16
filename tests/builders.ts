import type { JournalEntry } from "#core/records/journal.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Job, Run, Step } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import { addSeconds } from "#core/time.ts";

/** Valid records, so that a test only says what matters to it. Times follow from `created_at`. */

export function aRunRecord(overrides: Partial<Run> = {}): Run {
  const created = overrides.created_at ?? "2026-11-20T10:00:00Z";
  const started = overrides.run_started_at ?? created;
  const id = overrides.id ?? 1000;
  return {
    id,
    run_number: 7,
    run_attempt: 1,
    workflow_id: 11,
    workflow_name: "CI",
    workflow_file: ".github/workflows/ci.yml",
    display_title: "Fix the parser",
    event: "push",
    status: "completed",
    conclusion: "success",
    head_branch: "main",
    head_sha: "4f2c1d0e9b8a7f6e5d4c3b2a190807060504030201",
    head_commit: { message: "Fix the parser", author: "Mona" },
    head_repository: "octo-org/agent-fleet",
    referenced_workflows: [],
    actor: "mona",
    triggering_actor: "mona",
    created_at: created,
    run_started_at: started,
    updated_at: addSeconds(started, 120),
    duration_seconds: 120,
    html_url: `https://github.com/octo-org/agent-fleet/actions/runs/${id}`,
    pull_requests: [],
    artifacts: [],
    detail: "full",
    jobs: [aJobRecord({ created_at: started })],
    ...overrides,
  };
}

export function aJobRecord(overrides: Partial<Job> = {}): Job {
  const created = overrides.created_at ?? "2026-11-20T10:00:00Z";
  const started = addSeconds(created, 5);
  return {
    id: 5000,
    run_attempt: 1,
    name: "test",
    status: "completed",
    conclusion: "success",
    created_at: created,
    started_at: started,
    completed_at: addSeconds(started, 110),
    duration_seconds: 110,
    queued_seconds: 5,
    labels: ["ubuntu-latest"],
    runner_name: "GitHub Actions 1",
    runner_group_name: "GitHub Actions",
    steps: [aStepRecord({ started_at: started })],
    ...overrides,
  };
}

export function aStepRecord(overrides: Partial<Step> = {}): Step {
  const started = overrides.started_at ?? "2026-11-20T10:00:05Z";
  return {
    number: 1,
    name: "Run tests",
    status: "completed",
    conclusion: "success",
    started_at: started,
    completed_at: addSeconds(started, 100),
    duration_seconds: 100,
    ...overrides,
  };
}

export function aRepositoryRecord(overrides: Partial<Repository> = {}): Repository {
  return {
    schema_version: 1,
    full_name: "octo-org/agent-fleet",
    visibility: "public",
    default_branch: "main",
    html_url: "https://github.com/octo-org/agent-fleet",
    workflows: [{ id: 11, name: "CI", path: ".github/workflows/ci.yml", state: "active" }],
    ...overrides,
  };
}

export function aState(overrides: Partial<State> = {}): State {
  return {
    schema_version: 1,
    covered: { from: "2026-01-01T00:00:00Z", to: "2026-11-20T12:00:00Z" },
    backfill: [],
    pending: [],
    ledger: [],
    own_workflow_id: null,
    ...overrides,
  };
}

export function aJournalEntry(overrides: Partial<JournalEntry> = {}): JournalEntry {
  return {
    started_at: "2026-11-20T11:59:00Z",
    duration_seconds: 60,
    trigger: "schedule",
    run_id: 900,
    requests: [{ endpoint: "GET /repos/{owner}/{repo}/actions/runs", requests: 2, failed: 0, retried: 0 }],
    rate_limit: { limit: 1000, remaining: 990, reset_at: "2026-11-20T12:30:00Z" },
    waited_seconds: 0,
    runs_added: 3,
    runs_updated: 0,
    runs_total: 3,
    jobs_requested: 3,
    jobs_fetched: 3,
    artifacts_added: 0,
    parse_errors: 0,
    runs_with_missing_fields: 0,
    pending: 0,
    stopped: null,
    ...overrides,
  };
}
