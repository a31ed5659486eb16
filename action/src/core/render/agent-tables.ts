import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Session } from "#core/documents/sessions/sessions.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { FIGURES } from "#core/render/columns/agents.ts";
import { filed, within } from "#core/render/columns/column.ts";
import type { CsvColumn } from "#core/render/csv.ts";

/** Exact dollars with nine decimals; empty where unknown. */
const usd = (nano: number | null) => (nano === null ? null : decimalUsd(nano));

export const EXECUTION_COLUMNS: readonly CsvColumn<ExecutionRow>[] = [
  { name: "execution_id", value: (row) => row.execution_id },
  { name: "parent_execution_id", value: (row) => row.parent_execution_id },
  { name: "trust", value: (row) => row.trust },
  { name: "run_id", value: (row) => row.run_id },
  { name: "run_attempt", value: (row) => row.run_attempt },
  { name: "job_id", value: (row) => row.job_id },
  { name: "session_id", value: (row) => row.session_id },
  { name: "started_at", value: (row) => row.started_at },
  { name: "agent", value: (row) => row.agent },
  { name: "workflow", value: (row) => row.workflow },
  { name: "title", value: (row) => row.title },
  { name: "status", value: (row) => row.status },
  { name: "error_type", value: (row) => row.error_type },
  { name: "models", value: (row) => row.models.join(" · ") },
  { name: "duration_seconds", value: (row) => row.duration_seconds },
  { name: "tokens_prompt", value: (row) => row.tokens_prompt },
  { name: "tokens_completion", value: (row) => row.tokens_completion },
  { name: "tokens_cache_read", value: (row) => row.tokens_cache_read },
  { name: "tokens_total", value: (row) => row.tokens_total },
  { name: "tokens_approximate", value: (row) => row.tokens_approximate },
  { name: "cost", value: (row) => usd(row.cost_nano_usd) },
  { name: "currency", value: () => "USD" },
  { name: "cost_source", value: (row) => row.cost_source },
  { name: "cost_complete", value: (row) => row.cost_complete },
  { name: "turns", value: (row) => row.turns },
  { name: "tool_calls", value: (row) => row.tool_calls },
  { name: "tool_failures", value: (row) => row.tool_failures },
  { name: "user", value: (row) => row.user_id },
  { name: "item", value: (row) => row.item?.number ?? null },
];

export const SESSION_COLUMNS: readonly CsvColumn<Session>[] = [
  { name: "session", value: (row) => row.slug },
  { name: "kind", value: (row) => row.kind },
  { name: "session_id", value: (row) => row.session_id },
  { name: "number", value: (row) => row.number },
  { name: "title", value: (row) => row.title },
  { name: "started_at", value: (row) => row.started_at },
  { name: "ended_at", value: (row) => row.ended_at },
  { name: "seconds", value: (row) => row.seconds },
  { name: "working_seconds", value: (row) => row.working_seconds },
  { name: "active", value: (row) => row.active },
  { name: "agents", value: (row) => row.agents.join(" · ") },
  { name: "models", value: (row) => row.models.join(" · ") },
  { name: "users", value: (row) => row.users.join(" · ") },
  ...filed(within<Session, ExecutionFigures>(FIGURES, (row) => row.figures)),
];
