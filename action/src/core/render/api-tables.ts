import type { ErrorEntry } from "#core/documents/errors/entry.ts";
import type { HeatmapRow } from "#core/documents/operations/heatmap.ts";
import type { RunRow } from "#core/documents/recent-runs/run-row.ts";
import type { StepRow } from "#core/documents/steps/step-row.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import type { CsvColumn } from "#core/render/csv.ts";

/** The columns of the published tables: ids first, times in UTC, durations in seconds, shares from 0 to 1. */

export const RUN_COLUMNS: readonly CsvColumn<RunRow>[] = [
  { name: "run_id", value: (row) => row.id },
  { name: "run_attempt", value: (row) => row.run_attempt },
  { name: "created_at", value: (row) => row.created_at },
  { name: "started_at", value: (row) => row.started_at },
  { name: "workflow", value: (row) => row.workflow },
  { name: "workflow_file", value: (row) => row.workflow_file },
  { name: "run_number", value: (row) => row.run_number },
  { name: "title", value: (row) => row.title },
  { name: "event", value: (row) => row.event },
  { name: "status", value: (row) => row.status },
  { name: "conclusion", value: (row) => row.conclusion },
  { name: "agents", value: (row) => row.agents.join(" · ") },
  { name: "agent_evidence", value: (row) => row.agent_evidence },
  { name: "branch", value: (row) => row.branch },
  { name: "sha", value: (row) => row.sha },
  { name: "actor", value: (row) => row.actor },
  { name: "duration_seconds", value: (row) => row.duration_seconds },
  { name: "jobs", value: (row) => row.jobs },
  { name: "failed_jobs", value: (row) => row.failed_jobs },
  { name: "pull_requests", value: (row) => row.pull_requests?.join(" ") ?? null },
  { name: "mentions", value: (row) => row.mentions.join(" ") },
  { name: "category", value: (row) => row.category },
  { name: "signature", value: (row) => row.signature },
  { name: "html_url", value: (row) => row.html_url },
];

export const WORKFLOW_COLUMNS: readonly CsvColumn<WorkflowRow>[] = [
  { name: "workflow_id", value: (row) => row.id },
  { name: "workflow", value: (row) => row.name },
  { name: "file", value: (row) => row.file },
  { name: "state", value: (row) => row.state },
  { name: "agents", value: (row) => row.agents.join(" · ") },
  { name: "last_started_at", value: (row) => row.last_started_at },
  { name: "runs", value: (row) => row.current.runs },
  { name: "attempts", value: (row) => row.current.attempts },
  { name: "reruns", value: (row) => row.current.reruns },
  { name: "successes", value: (row) => row.current.outcomes.success },
  { name: "failures", value: (row) => row.current.outcomes.failure },
  { name: "success_rate", value: (row) => row.current.success.value },
  { name: "duration_mean_seconds", value: (row) => row.current.duration.mean },
  { name: "duration_p50_seconds", value: (row) => row.current.duration.p50 },
  { name: "duration_p90_seconds", value: (row) => row.current.duration.p90 },
  { name: "duration_p95_seconds", value: (row) => row.current.duration.p95 },
  { name: "duration_p99_seconds", value: (row) => row.current.duration.p99 },
  { name: "queue_p50_seconds", value: (row) => row.current.queue.p50 },
  { name: "queue_p95_seconds", value: (row) => row.current.queue.p95 },
  { name: "approval_p50_seconds", value: (row) => row.current.approval.p50 },
  { name: "approval_p95_seconds", value: (row) => row.current.approval.p95 },
  { name: "concurrency_p95_seconds", value: (row) => row.current.concurrency.p95 },
  { name: "job_minutes", value: (row) => row.current.job_minutes },
];

export const STEP_COLUMNS: readonly CsvColumn<StepRow>[] = [
  { name: "workflow_id", value: (row) => row.workflow_id },
  { name: "workflow", value: (row) => row.workflow },
  { name: "job", value: (row) => row.job },
  { name: "step", value: (row) => row.step },
  { name: "variants", value: (row) => row.variants.length },
  { name: "runner_step", value: (row) => row.runner },
  { name: "attempts", value: (row) => row.attempts },
  { name: "n", value: (row) => row.duration.n },
  { name: "mean_seconds", value: (row) => row.duration.mean },
  { name: "p50_seconds", value: (row) => row.duration.p50 },
  { name: "p95_seconds", value: (row) => row.duration.p95 },
  { name: "max_seconds", value: (row) => row.duration.max },
  { name: "previous_p50_seconds", value: (row) => row.change?.before ?? null },
  { name: "failures", value: (row) => row.failures.part },
  { name: "failure_rate", value: (row) => row.failures.value },
  { name: "total_seconds", value: (row) => row.total_seconds },
  { name: "share", value: (row) => row.share },
  { name: "critical_share", value: (row) => row.critical.value },
  { name: "exclusive_seconds", value: (row) => row.exclusive_seconds },
  { name: "slower_since", value: (row) => row.slower?.since ?? null },
  { name: "slower_sha", value: (row) => row.slower?.sha ?? null },
];

export const ERROR_COLUMNS: readonly CsvColumn<ErrorEntry>[] = [
  { name: "signature", value: (row) => row.signature },
  { name: "domain", value: (row) => row.domain },
  { name: "category", value: (row) => row.category },
  { name: "title", value: (row) => row.title },
  { name: "pattern", value: (row) => row.pattern },
  { name: "rule", value: (row) => row.rule },
  { name: "state", value: (row) => row.state },
  { name: "first_seen", value: (row) => row.first_seen },
  { name: "last_seen", value: (row) => row.last_seen },
  { name: "runs", value: (row) => row.runs },
  { name: "attempts", value: (row) => row.attempts },
  { name: "inferred", value: (row) => row.inferred },
  { name: "secondary", value: (row) => row.secondary },
  { name: "passed_anyway", value: (row) => row.flaky.part },
  { name: "default_branch", value: (row) => row.default_branch },
  { name: "other_branches", value: (row) => row.other_branches },
  { name: "attempts_14d", value: (row) => row.recent.attempts },
  { name: "attempts_previous_14d", value: (row) => row.recent.previous_attempts },
  { name: "minutes_lost", value: (row) => row.minutes_lost },
  { name: "cost_usd", value: (row) => (row.cost_nano_usd === null ? null : decimalUsd(row.cost_nano_usd)) },
  { name: "confidence", value: (row) => row.newest.confidence },
  { name: "workflows", value: (row) => row.workflows.map(({ name }) => name).join(" · ") },
  { name: "agents", value: (row) => row.agents.map(({ name }) => name).join(" · ") },
  { name: "fix_run_id", value: (row) => row.fix?.run_id ?? null },
  { name: "fix_sha", value: (row) => row.fix?.head_sha ?? null },
  { name: "known_cause", value: (row) => row.known?.title ?? null },
];

export const FAILING_STEP_COLUMNS: readonly CsvColumn<HeatmapRow>[] = [
  { name: "workflow", value: (row) => row.workflow },
  { name: "job", value: (row) => row.job },
  { name: "step", value: (row) => row.step },
  { name: "failures", value: (row) => row.failures },
  { name: "executions", value: (row) => row.executions },
];
