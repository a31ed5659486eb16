import type { HeatmapRow } from "#core/documents/operations/heatmap.ts";
import type { RunRow } from "#core/documents/recent-runs/run-row.ts";
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

export const FAILING_STEP_COLUMNS: readonly CsvColumn<HeatmapRow>[] = [
  { name: "workflow", value: (row) => row.workflow },
  { name: "job", value: (row) => row.job },
  { name: "step", value: (row) => row.step },
  { name: "failures", value: (row) => row.failures },
  { name: "executions", value: (row) => row.executions },
];
