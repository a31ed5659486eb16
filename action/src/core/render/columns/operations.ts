import { errorPath, runLink } from "#core/addresses/paths.ts";
import { failingRuns } from "#core/addresses/step-links.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { Heatmap, HeatmapRow } from "#core/documents/operations/heatmap.ts";
import type { Recovery } from "#core/documents/operations/recovery.ts";
import type { DomainRow } from "#core/documents/operations/taxonomy.ts";
import { count, duration, percent, plural } from "#core/format.ts";
import { type Column, figure, type Heat } from "#core/render/columns/column.ts";
import { placeOf } from "#core/render/columns/steps.ts";
import { printableLine } from "#core/render/printable.ts";
import { addSeconds } from "#core/time.ts";

/** How long workflows stay broken on the default branch. */
export const RECOVERIES: readonly Column<Recovery>[] = [
  {
    heading: "Workflow",
    kind: "name",
    value: (row) => row.workflow,
    link: (row) => `workflows/${row.workflow_slug}/`,
  },
  {
    heading: "Now",
    kind: "status",
    value: (row) => (row.broken_since === null ? "passing" : "broken"),
    ended: (row) => ({ status: "completed", conclusion: row.broken_since === null ? "success" : "failure" }),
  },
  { heading: "Broken since", kind: "time", value: (row) => row.broken_since },
  figure("Mended", (row) => row.recoveries),
  figure("Mean time", (row) => row.mean_seconds, duration),
  figure("Longest", (row) => row.longest_seconds, duration),
];

type Found = DomainRow["categories"][number]["signatures"][number];

/** The errors of one category. */
export const CATEGORY_ERRORS: readonly Column<Found>[] = [
  {
    heading: "Error",
    kind: "name",
    value: (row) => row.title,
    link: (row) => (row.listed ? errorPath(row.signature) : null),
    below: (row) => [{ text: printableLine(row.pattern), mono: true }],
  },
  figure("Attempts", (row) => row.attempts),
  {
    heading: "Newest runs",
    kind: "words",
    value: (row) => row.newest[0]?.run_number ?? null,
    parts: (row) =>
      row.newest.map(({ run_id, run_attempt, run_number, latest }) => ({
        text: `#${run_number}${run_attempt > 1 ? `, attempt ${run_attempt}` : ""}`,
        link: runLink(run_id, latest ? null : run_attempt),
      })),
  },
  figure("Workflows", (row) => row.workflows),
  figure("Job time lost", (row) => (row.minutes_lost === null ? null : row.minutes_lost * 60), duration),
  { heading: "First seen here", kind: "time", value: (row) => row.first_seen },
  { heading: "Last seen", kind: "time", value: (row) => row.last_seen },
];

/** The lower ends of the six shades of failing, as shares of executions. */
const SHADES = [0, 0.05, 0.1, 0.2, 0.4, 0.7];

function heatOf({ failures, executions, few }: HeatmapRow["cells"][number]): Heat | null {
  if (executions === 0) return null;
  const about = `${failures} of ${plural(executions, "execution")} failed`;
  if (failures === 0) return { shade: 0, few: false, about };
  return { shade: SHADES.findLastIndex((least) => failures / executions >= least) + 1, few, about };
}

/** What a column of the heatmap is: its start in full and in a few letters. */
type Slot = { full: string; brief: string };

/** Steps against time: every cell with its numbers and the way to its runs. */
export function heatmapColumns(
  { columns, column_seconds }: Heatmap,
  slots: readonly Slot[],
  period: PeriodName,
): Column<HeatmapRow>[] {
  return [
    {
      heading: "Step",
      kind: "name",
      value: (row) => row.step ?? row.job,
      text: (row) => row.step ?? "The job itself",
      title: (row) => row.step,
      below: placeOf,
    },
    {
      heading: "Failed",
      kind: "figure",
      value: (row) => row.failures,
      text: (row) => count(row.failures),
      title: (row) => `${row.failures} of ${row.executions}`,
      link: (row) => failingRuns(row, { period }),
    },
    {
      heading: "Rate",
      kind: "figure",
      value: ({ rate }) => (rate.enough ? rate.value : null),
      text: ({ rate, executions }) => (rate.enough ? percent(rate.value) : `of ${executions}`),
      tone: ({ rate }) => (rate.enough ? null : "muted"),
    },
    ...columns.map((start, index): Column<HeatmapRow> => {
      const cell = ({ cells }: HeatmapRow) => cells[index] ?? { failures: 0, executions: 0, few: false };
      const { full, brief } = slots[index] ?? { full: start, brief: start };
      return {
        heading: full,
        brief,
        kind: "heat",
        value: (row) => cell(row).failures,
        heat: (row) => heatOf(cell(row)),
        link: (row) =>
          cell(row).failures === 0
            ? null
            : failingRuns(row, { from: start, to: addSeconds(start, column_seconds) }),
      };
    }),
  ];
}
