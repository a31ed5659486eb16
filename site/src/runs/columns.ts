import type { Column, SortKey } from "#core/addresses/run-query.ts";

/** Headings; times are in UTC everywhere. */
export const COLUMN_LABELS: Readonly<Record<Column | SortKey, string>> = {
  status: "Status",
  run: "Run",
  category: "Category",
  workflow: "Workflow",
  agent: "Agent",
  branch: "Branch, pull request",
  event: "Event",
  actor: "Actor",
  started: "Started, UTC",
  queue: "Queue",
  duration: "Duration",
  cost: "Cost",
  sha: "Commit",
};

export const NUMERIC: ReadonlySet<Column> = new Set(["started", "queue", "duration", "cost"]);
