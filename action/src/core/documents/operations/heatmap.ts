import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import type { Period } from "#core/attempts/period.ts";
import { baseJobName } from "#core/documents/step-times/job-name.ts";
import type { NamedWorkflow } from "#core/documents/workflows/workflow-names.ts";
import { entry } from "#core/entry.ts";
import { roleOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";
import { sum } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { addSeconds, DAY_SECONDS, dayOf, epoch, HOUR_SECONDS, startOfDay, Utc } from "#core/time.ts";

/** Where things fail: a row for each step that failed, a column for each day (24h: hour, 90d: week). */
export const Heatmap = z.strictObject({
  /** Starts of the columns; the first may be cut by the period, the last is still filling. */
  columns: z.array(Utc),
  column_seconds: z.number().int(),
  /** Most failures first. */
  rows: z.array(
    z.strictObject({
      workflow: z.string(),
      workflow_slug: z.string(),
      /** The base name that a matrix's variants share. */
      job: z.string(),
      /** Full names of the jobs behind it, sorted. */
      variants: z.array(z.string()),
      /** Null: the job failed, but none of its steps did (the runner was lost, the job timed out). */
      step: z.string().nullable(),
      failures: z.number().int(),
      /** Executions that succeeded or failed. */
      executions: z.number().int(),
      /** The one of the other. */
      rate: Rate,
      /** One for each column. */
      cells: z.array(
        z.strictObject({
          failures: z.number().int(),
          executions: z.number().int(),
          /** So few executions that the share of failures may be chance. */
          few: z.boolean(),
        }),
      ),
    }),
  ),
  /** Steps that failed too, but less often than all those listed. */
  left_out: z.number().int(),
});
export type Heatmap = z.infer<typeof Heatmap>;
export type HeatmapRow = Heatmap["rows"][number];

const MOST_ROWS = 30;
const WEEK_SECONDS = 7 * DAY_SECONDS;

type Row = {
  workflow_id: number;
  job: string;
  step: string | null;
  variants: Set<string>;
  /** The columns of all periods, one period after the other. */
  failures: Int32Array;
  executions: Int32Array;
};
type Columns = { period: Period; starts: Utc[]; seconds: number; offset: number };

export function heatmapFold(periods: readonly Period[]) {
  const columns = columnsOf(periods);
  const slots = columns.reduce((sum, { starts }) => sum + starts.length, 0);
  const rows = new Map<string, Row>();
  /** The same by a job's full name, which is much faster to look up: there are many more steps than rows. */
  const ofJobs = new Map<number, Map<string, Map<string | null, Row>>>();

  function rowsOf(run: Run, job: string): Map<string | null, Row> {
    const ofWorkflow = entry(ofJobs, run.workflow_id, () => new Map<string, Map<string | null, Row>>());
    return entry(ofWorkflow, job, () => new Map<string | null, Row>());
  }

  function newRow({ workflow_id }: Run, job: string, step: string | null): Row {
    const base = baseJobName(job);
    const row = entry(rows, JSON.stringify([workflow_id, base, step]), () => {
      const counts = { failures: new Int32Array(slots), executions: new Int32Array(slots) };
      return { workflow_id, job: base, step, variants: new Set<string>(), ...counts };
    });
    row.variants.add(job);
    return row;
  }

  return {
    add({ run, at: started, own, jobs }) {
      if (own) return;
      const at = slotsAt(columns, started);
      if (at.length === 0) return;
      for (const job of jobs) {
        const ofJob = rowsOf(run, job.name);
        const rowOf = (step: string | null) => entry(ofJob, step, () => newRow(run, job.name, step));
        let hasFailed = false;
        for (const step of job.steps) {
          const role = roleOf(step);
          hasFailed ||= role === "failure";
          count(rowOf(step.name), at, role);
        }
        const role = roleOf(job);
        count(rowOf(null), at, role === "failure" && hasFailed ? "success" : role);
      }
    },
    /** In the order of the periods. */
    finish(workflows: ReadonlyMap<number, NamedWorkflow>): Heatmap[] {
      return columns.map(({ starts, seconds, offset }) => {
        const end = offset + starts.length;
        const failing = mostFailing([...rows.values()], offset, end);
        return {
          columns: starts,
          column_seconds: seconds,
          rows: failing.slice(0, MOST_ROWS).map(({ row }) => published(row, offset, end, workflows)),
          left_out: Math.max(0, failing.length - MOST_ROWS),
        };
      });
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish: (workflows: ReadonlyMap<number, NamedWorkflow>) => Heatmap[];
  };
}

function columnsOf(periods: readonly Period[]): Columns[] {
  let offset = 0;
  return periods.map((period) => {
    const seconds = period.name === "24h" ? HOUR_SECONDS : period.name === "90d" ? WEEK_SECONDS : DAY_SECONDS;
    const hour = `${period.from.slice(0, 13)}:00:00Z`;
    const first = seconds === HOUR_SECONDS ? hour : startOfDay(dayOf(period.from));
    const starts: Utc[] = [];
    for (let start = first; start < period.to; start = addSeconds(start, seconds)) starts.push(start);
    offset += starts.length;
    return { period, starts, seconds, offset: offset - starts.length };
  });
}

/** The columns, of all periods, that an attempt belongs to. */
function slotsAt(columns: readonly Columns[], at: Utc): number[] {
  const slots: number[] = [];
  for (const { period, starts, seconds, offset } of columns) {
    const first = starts[0];
    if (first === undefined || at < period.from || at >= period.to) continue;
    slots.push(offset + Math.floor((epoch(at) - epoch(first)) / seconds));
  }
  return slots;
}

function count({ executions, failures }: Row, at: readonly number[], role: string): void {
  if (role !== "success" && role !== "failure") return;
  for (const slot of at) {
    executions[slot] = (executions[slot] ?? 0) + 1;
    if (role === "failure") failures[slot] = (failures[slot] ?? 0) + 1;
  }
}

function published(
  row: Row,
  offset: number,
  end: number,
  workflows: ReadonlyMap<number, NamedWorkflow>,
): HeatmapRow {
  const failures = [...row.failures.subarray(offset, end)];
  const executions = [...row.executions.subarray(offset, end)];
  const workflow = workflows.get(row.workflow_id);
  const failed = rate(sum(failures), sum(executions));
  return {
    workflow: workflow?.name ?? String(row.workflow_id),
    workflow_slug: workflow?.slug ?? "",
    job: row.job,
    variants: [...row.variants].sort(),
    step: row.step,
    failures: failed.part,
    executions: failed.n,
    rate: failed,
    cells: failures.map((part, index) => cellOf(part, executions[index] ?? 0)),
  };
}

function cellOf(failures: number, executions: number): HeatmapRow["cells"][number] {
  return { failures, executions, few: !rate(failures, executions).enough };
}

/** Those that failed between two slots, most failures first: cells are made of those that are shown. */
function mostFailing(rows: readonly Row[], from: number, to: number): (Failing & { row: Row })[] {
  const total = (slots: Int32Array) => slots.subarray(from, to).reduce((all, one) => all + one, 0);
  return rows
    .map((row) => ({ row, failures: total(row.failures), executions: total(row.executions) }))
    .filter(({ failures }) => failures > 0)
    .sort(byFailures);
}

type Failing = Pick<HeatmapRow, "failures" | "executions">;

function byFailures(a: Failing, b: Failing): number {
  return b.failures - a.failures || b.failures / b.executions - a.failures / a.executions;
}
