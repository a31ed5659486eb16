import { runLink } from "#core/addresses/paths.ts";
import type { Sample } from "#core/documents/errors/entry.ts";
import type { RecentRun } from "#core/documents/workflow/workflow.ts";
import { bytes, duration, moment, UNKNOWN } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Artifact } from "#core/records/run.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import type { Utc } from "#core/time.ts";

type Run = { run_number: number; run_attempt: number; latest: boolean; title: string | null };

/** A run by its title or number, with the way to its page; titles are text of strangers and are cut by CSS only. */
function named<Row extends Run>(idOf: (row: Row) => number): Column<Row> {
  return {
    heading: "Run",
    kind: "name",
    value: (row) => row.title || `Run ${row.run_number}`,
    title: (row) => row.title,
    link: (row) => runLink(idOf(row), row.latest ? null : row.run_attempt),
    note: (row) => `#${row.run_number}${row.run_attempt > 1 ? `, attempt ${row.run_attempt}` : ""}`,
  };
}

const ended = <Row extends { status: string | null; conclusion: string | null }>(): Column<Row> => ({
  heading: "Status",
  kind: "status",
  value: (row) => row.conclusion ?? row.status,
  ended: (row) => row,
});

const branch = <Row extends { branch: string | null }>(): Column<Row> => ({
  ...words<Row>("Branch", (row) => row.branch),
  mono: true,
  title: (row) => row.branch,
});

/** The newest attempts of a workflow. */
export const RECENT_RUNS: readonly Column<RecentRun>[] = [
  ended(),
  named((row) => row.id),
  words("Agent", (row) => row.agents.map((name) => printableLine(name)).join(", ")),
  words("Event", (row) => row.event),
  branch(),
  words("Actor", (row) => row.actor),
  figure("Duration", (row) => row.duration_seconds, duration),
  { heading: "Started", kind: "time", value: (row) => row.started_at },
];

/** The newest attempts of an error, each with the way to its line in the log. */
export function sampleColumns(github: RepositoryLinks): Column<Sample>[] {
  return [
    ended(),
    named((row) => row.run_id),
    words("Workflow", (row) => row.workflow),
    words("Job / step", (row) => [row.job, row.step].filter(Boolean).join(" / ") || UNKNOWN),
    {
      heading: "Log on GitHub",
      kind: "words",
      value: ({ line }) => line?.step_line ?? null,
      text: ({ line }) =>
        line === null ? UNKNOWN : line.step_line === null ? "the step's log" : `line ${line.step_line}`,
      link: ({ run_id, line }) => {
        if (line === null) return null;
        const { job_id, step_number, step_line } = line;
        return step_line === null
          ? github.step(run_id, job_id, step_number)
          : github.line(run_id, job_id, step_number, step_line);
      },
      tags: (row) => (row.inferred ? ["inferred"] : []),
    },
    branch(),
    words("Agent", (row) => row.agents.map((name) => printableLine(name)).join(", ") || UNKNOWN),
    { heading: "Started", kind: "time", value: (row) => row.at },
  ];
}

/** @param now what is kept until then is gone */
export function artifactColumns(github: RepositoryLinks, runId: number, now: Utc): Column<Artifact>[] {
  const isGone = ({ expired, expires_at }: Artifact) => expired || (expires_at !== null && expires_at <= now);
  return [
    {
      heading: "Name",
      kind: "name",
      value: (row) => row.name,
      link: (row) => (isGone(row) ? null : github.artifact(runId, row.id)),
    },
    figure("Size", (row) => row.size_in_bytes, bytes),
    words("Created", (row) => moment(row.created_at)),
    words("Kept until", (row) => (isGone(row) ? "expired" : moment(row.expires_at))),
    words("Digest", (row) => row.digest?.slice(0, 19) ?? null, "code"),
  ];
}
