import { type Alert, alertKey } from "#core/records/alert.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import { BARE, type Condition } from "#core/records/condition.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { AgentStep, Execution, ToolCall } from "#core/records/execution.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Job, Run, Step } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import type { IssuedStatement } from "#core/records/statement.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
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
    from_fork: (overrides.head_repository ?? "octo-org/agent-fleet") !== "octo-org/agent-fleet",
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
    approval_seconds: 0,
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
    schema_version: SCHEMA_VERSION,
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
    schema_version: SCHEMA_VERSION,
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

export function anExecution(overrides: Partial<Execution> = {}): Execution {
  return {
    execution_id: "00000000000000e1",
    told_id: null,
    trust: "own",
    run_id: 1000,
    run_attempt: 1,
    job_id: null,
    session_id: null,
    trace_id: null,
    request_id: null,
    parent_execution_id: null,
    agent_id: "claude-code",
    agent_name: null,
    agent_type: null,
    agent_version: null,
    agent_workflow: null,
    workflow_version: null,
    prompt_version: null,
    environment: null,
    service_name: null,
    user_id: null,
    org_id: null,
    workspace_id: null,
    project_id: null,
    team: null,
    item: null,
    status: "success",
    error_type: null,
    error_message: null,
    error_message_hash: null,
    exceptions: [],
    started_at: "2026-11-20T10:00:00Z",
    completed_at: "2026-11-20T10:02:00Z",
    duration_ms: 120_000,
    llm_time_ms: null,
    model: "claude-sonnet-4-5",
    usage: [aUsage()],
    usage_approximate: false,
    turns: 3,
    retries: null,
    fallbacks: null,
    model_calls: null,
    api_calls: null,
    context: { max_prompt_tokens: null, window: null },
    steps: [],
    tools: [],
    tools_loaded: null,
    decisions: [],
    actions: [],
    evals: [],
    metrics: [],
    resources: null,
    query_preview: null,
    response_preview: null,
    truncated: [],
    redactions: {},
    source: {
      importer: "claude-execution",
      version: 1,
      rank: 90,
      file: "claude/claude-execution-output.json",
    },
    ...overrides,
  };
}

/** A request to a model that tells nothing more. */
export function anAgentStep(overrides: Partial<AgentStep> = {}): AgentStep {
  return {
    index: 0,
    turn: 1,
    kind: "thought",
    operation: "llm_request",
    name: null,
    parent: null,
    status: "success",
    error_type: null,
    started_at: null,
    time_estimated: false,
    duration_ms: null,
    model: null,
    prompt: null,
    completion: null,
    cache_read: null,
    tokens_estimated: false,
    reported_cost_usd: null,
    request_id: null,
    input_bytes: null,
    output_bytes: null,
    memory_bytes: null,
    context: null,
    content: null,
    ...overrides,
  };
}

/** A call of a shell that tells nothing more. */
export function aToolCall(overrides: Partial<ToolCall> = {}): ToolCall {
  return {
    name: "Bash",
    server: null,
    step: null,
    operation: "shell_command",
    calls: 1,
    status: "success",
    started_at: null,
    duration_ms: null,
    input_bytes: null,
    output_bytes: null,
    error: null,
    error_type: null,
    input_hash: null,
    external: null,
    input: null,
    output: null,
    ...overrides,
  };
}

export function aUsage(overrides: Partial<TokenUsage> = {}): TokenUsage {
  return {
    provider: "anthropic",
    model: "claude-sonnet-4-5",
    tier: null,
    component: null,
    fee: null,
    requests: 3,
    request_id: null,
    prompt: 12_000,
    completion: 900,
    total: null,
    cache_read: 8_000,
    cache_write_5m: 1_000,
    cache_write_1h: 0,
    reasoning: null,
    reported_cost_usd: 0.05,
    reported_ai_credits: null,
    reported_premium_requests: null,
    ...overrides,
  };
}

/** A deployment that a job told with `agentops emit custom.deployed`. */
export function anEvent(overrides: Partial<StoredEvent> = {}): StoredEvent {
  return {
    type: "custom.deployed",
    timestamp: "2026-11-20T10:00:00.000Z",
    attributes: { version: 3 },
    event_id: "00000000000000a1",
    trust: "own",
    own_step: false,
    run_id: 1000,
    run_attempt: 1,
    ...overrides,
  };
}

/** The reading of one attempt's logs that found one cause. */
export function aReading(overrides: Partial<StoredAnalysis> = {}): StoredAnalysis {
  return {
    run_id: 1000,
    run_attempt: 1,
    rules_version: 1,
    source: "read",
    trust: "log",
    inferred_from: null,
    fingerprint: null,
    findings: [aFinding()],
    tests: null,
    coverage: null,
    agents: [],
    metrics: {},
    pull_requests: [],
    branches: [],
    resources: {},
    slow_commands: [],
    truncated: [],
    redactions: {},
    ...overrides,
  };
}

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rank: 1,
    category: "test_failure",
    rule: "jest/failed-test",
    title: "Jest: a test failed",
    message: "● adds numbers",
    signature: "4be23730aeafa2ab",
    pattern: "● adds numbers",
    category_confidence: 0.9,
    confidence: 0.93,
    job: "test",
    job_id: 5000,
    step: "Run tests",
    step_number: 1,
    step_line: 17,
    file: "0_test.txt",
    line: 99,
    start_line: 98,
    end_line: 100,
    excerpt: [
      { line: 98, text: "FAIL src/sum.test.ts" },
      { line: 99, text: "● adds numbers" },
      { line: 100, text: "    expected 3, received 4" },
    ],
    advice: "Read the assertion below the name.",
    ...overrides,
  };
}

/** Merged two hours after it was opened, unless said otherwise. */
export function aPullRecord(overrides: Partial<Pull> = {}): Pull {
  const created = overrides.created_at ?? "2026-11-10T10:00:00Z";
  const merged = addSeconds(created, 7200);
  return {
    number: 101,
    state: "merged",
    created_at: created,
    updated_at: merged,
    merged_at: merged,
    closed_at: merged,
    head_branch: "claude/issue-7",
    head_repository: "octo-org/agent-fleet",
    author: "claude[bot]",
    is_draft: false,
    additions: 40,
    deletions: 2,
    changed_files: 3,
    reviews: { approved: 1, changes_requested: 0, commented: 2 },
    reactions: { up: 1, down: 0 },
    reverted_by: null,
    observed_on: "2026-11-20",
    ...overrides,
  };
}

export function aCondition(overrides: Partial<Condition> = {}): Condition {
  return {
    ...BARE,
    rule: "error-rate",
    subject: { kind: "workflow", id: "11", name: "CI" },
    value: 0.5,
    unit: "share",
    limit: 0.1,
    n: 50,
    ...overrides,
  };
}

export function anIssuedStatement(overrides: Partial<IssuedStatement> = {}): IssuedStatement {
  return {
    month: "2026-11",
    timezone: "UTC",
    issued_at: "2026-12-03T00:17:00Z",
    price_table: "genai-prices 0.1.8",
    complete: true,
    attempts: 1,
    tokens_nano_usd: 45_000_000,
    minutes_nano_usd: 12_000_000,
    calls_nano_usd: 0,
    lines: 2,
    unknown: 0,
    rows: [],
    ...overrides,
  };
}

export function anAlert(overrides: Partial<Alert> = {}): Alert {
  const condition = overrides.condition ?? aCondition();
  return {
    key: alertKey(condition),
    episode: 1,
    since: "2026-11-20T10:00:00Z",
    revision: 1,
    state: "pending",
    condition,
    held: 1,
    cleared: 0,
    transitions: [],
    issue: null,
    deliveries: [],
    ...overrides,
  };
}
