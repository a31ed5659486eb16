import type { CatalogueFile } from "#core/documents/api/api-catalogue.ts";
import type { HealthDocument } from "#core/documents/health/health.ts";
import { requestsOf } from "#core/documents/health/health-day.ts";
import { bytes, count, duration, moment } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";

const explained = ({ readings }: JournalEntry) =>
  readings === undefined ? null : readings.read + readings.inferred + readings.recorded;
const executions = ({ telemetry }: JournalEntry) => telemetry?.executions ?? null;

/** A sync that looked at none says nothing; attempts that wait for the next are told apart. */
const withRest = (n: number | null, pending = 0) =>
  pending === 0 ? count(n) : `${count(n)}, ${count(pending)} wait`;

/** Single syncs. */
export function syncColumns(github: RepositoryLinks): Column<JournalEntry>[] {
  return [
    {
      heading: "Started",
      kind: "moment",
      value: (row) => row.started_at,
      text: (row) => moment(row.started_at),
      link: (row) => (row.run_id === null ? null : github.run(row.run_id)),
    },
    words("By", (row) => row.trigger.replaceAll("_", " ")),
    figure("Requests", (row) => requestsOf(row).requests),
    figure("Failed", (row) => requestsOf(row).failed),
    figure("Limit left", (row) => row.rate_limit?.remaining ?? null),
    figure("Runs added", (row) => row.runs_added),
    figure("Updated", (row) => row.runs_updated),
    {
      heading: "Jobs",
      kind: "figure",
      value: (row) => row.jobs_fetched,
      text: (row) => `${count(row.jobs_fetched)} of ${count(row.jobs_requested)}`,
    },
    {
      heading: "Failures explained",
      kind: "figure",
      value: explained,
      text: (row) => withRest(explained(row), row.readings?.pending),
    },
    {
      heading: "Executions",
      kind: "figure",
      value: executions,
      text: (row) => withRest(executions(row), row.telemetry?.pending),
    },
    figure("Pending", (row) => row.pending),
    figure("Took", (row) => row.duration_seconds, duration),
    words("Ended", (row) => (row.stopped === null ? "complete" : `stopped: ${row.stopped}`), "prose"),
  ];
}

export const ENDPOINTS: readonly Column<HealthDocument["endpoints"][number]>[] = [
  words("Endpoint", (row) => row.endpoint, "code"),
  figure("Requests", (row) => row.requests),
  figure("Failed", (row) => row.failed),
  figure("Retried", (row) => row.retried),
];

export const STORED_FILES: readonly Column<HealthDocument["files"]["largest"][number]>[] = [
  words("File", (row) => row.path, "code"),
  figure("Size", (row) => row.bytes, bytes),
];

/** Files of the static API. */
export const CATALOGUE: readonly Column<CatalogueFile>[] = [
  { ...words<CatalogueFile>("File", (row) => row.path, "code"), link: (row) => `api/v1/${row.path}` },
  words("Holds", (row) => row.about, "prose"),
  figure("Rows", (row) => row.rows),
  figure("Size", (row) => row.bytes, bytes),
  {
    ...words<CatalogueFile>("Schema", (row) => row.schema?.replace(/^schema\//, "") ?? null, "code"),
    link: (row) => row.schema && `api/v1/${row.schema}`,
  },
  {
    ...words<CatalogueFile>("SHA-256", (row) => row.sha256.slice(0, 12), "code"),
    title: (row) => row.sha256,
  },
];
