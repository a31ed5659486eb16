/** The selected rows as files and text: what is exported is what the filters say, all of it. */

import { formatRunQuery, type RunQuery } from "#core/addresses/run-query.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import { numberAt, type RunTable } from "#core/documents/runs/run-table.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { type CsvColumn, csv } from "#core/render/csv.ts";
import { escapeMarkdown, table } from "#core/render/markdown.ts";
import { formatUtc } from "#core/time.ts";

type ExportColumn = CsvColumn<number> & {
  /** Which column of the page shows it; null: ids, always there. */ of: string | null;
};

/**
 * Ids and times first; names as in the API's tables.
 *
 * @param github null: the runs were on a developer's machine, and have no address
 */
export function exportColumns(runs: RunTable, github: RepositoryLinks | null): ExportColumn[] {
  const at = (column: Float64Array, row: number) => formatUtc(column[row] ?? 0);
  const state = (row: number) => valueAt(runs.state, row);
  const addressOf = (row: number) => github?.run(runs.id[row] ?? 0, runs.attempt[row]) ?? null;
  return [
    { of: null, name: "run_id", value: (row) => numberAt(runs.id, row) },
    { of: null, name: "run_attempt", value: (row) => numberAt(runs.attempt, row) },
    { of: "started", name: "created_at", value: (row) => at(runs.created, row) },
    { of: "started", name: "started_at", value: (row) => at(runs.started, row) },
    { of: "workflow", name: "workflow", value: (row) => valueAt(runs.workflow, row)?.name ?? null },
    { of: "run", name: "run_number", value: (row) => numberAt(runs.number, row) },
    { of: "run", name: "title", value: (row) => valueAt(runs.title, row) ?? null },
    { of: "event", name: "event", value: (row) => valueAt(runs.event, row) ?? null },
    { of: "status", name: "status", value: (row) => state(row)?.status ?? null },
    { of: "status", name: "conclusion", value: (row) => state(row)?.conclusion ?? null },
    { of: "category", name: "category", value: (row) => valueAt(runs.category, row) ?? null },
    { of: "category", name: "signature", value: (row) => valueAt(runs.signature, row) ?? null },
    { of: "agent", name: "agents", value: (row) => valueAt(runs.agents, row)?.join(" · ") ?? null },
    { of: "branch", name: "branch", value: (row) => valueAt(runs.branch, row) ?? null },
    { of: "branch", name: "pull_requests", value: (row) => valueAt(runs.pulls, row)?.join(" ") ?? null },
    { of: "sha", name: "sha", value: (row) => valueAt(runs.sha, row) ?? null },
    { of: "actor", name: "actor", value: (row) => valueAt(runs.actor, row) ?? null },
    { of: "queue", name: "queue_seconds", value: (row) => numberAt(runs.queue, row) },
    { of: "duration", name: "duration_seconds", value: (row) => numberAt(runs.duration, row) },
    { of: "cost", name: "cost", value: (row) => decimal(numberAt(runs.cost, row)) },
    { of: "cost", name: "currency", value: () => "USD" },
    { of: null, name: "html_url", value: addressOf },
  ];
}

/** Millionths as decimal dollars. */
function decimal(nano: number | null): string | null {
  return nano === null ? null : decimalUsd(nano);
}

export function shownColumns(columns: readonly ExportColumn[], query: RunQuery): ExportColumn[] {
  return columns.filter(({ of }) => of === null || query.columns.some((column) => column === of));
}

export function asCsv(columns: readonly ExportColumn[], rows: Iterable<number>): string {
  return csv(columns, rows);
}

export function asJson(columns: readonly ExportColumn[], rows: Iterable<number>): string {
  const objects = Array.from(rows, (row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]))),
  );
  return `[\n${objects.join(",\n")}\n]\n`;
}

export function asMarkdown(columns: readonly ExportColumn[], rows: Iterable<number>): string {
  const cells = (row: number) => columns.map(({ value }) => escapeMarkdown(String(value(row) ?? "")));
  return `${table(
    columns.map(({ name }) => name),
    Array.from(rows, cells),
  )}\n`;
}

/** `agentops_runs_2026-11-13_2026-11-20_wf-ci_as-of-20261120T1405Z`, without an ending. */
export function exportName(runs: RunTable, query: RunQuery, from: number, to: number): string {
  const { search } = formatRunQuery({ ...query, period: "7d", from: null, to: null });
  const filter = decodeURIComponent(search)
    .replaceAll(/[^A-Za-z0-9.]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
  const asOf = runs.asOf.replaceAll(/[-:]|\d\dZ$/g, "");
  const day = (at: number) => formatUtc(at).slice(0, 10);
  return ["agentops_runs", day(from), day(to), filter, `as-of-${asOf}Z`].filter(Boolean).join("_");
}
