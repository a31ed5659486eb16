import * as z from "zod";
import { type Context, type Fold, isOwn, ownJobs, startedAt } from "#core/documents/fold.ts";
import { baseJobName } from "#core/documents/job-name.ts";
import type { Period } from "#core/documents/period.ts";
import type { NamedWorkflow } from "#core/documents/workflow-names.ts";
import { roleOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";
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
      /** One for each column. */
      cells: z.array(z.strictObject({ failures: z.number().int(), executions: z.number().int() })),
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
  /** By period and column. */
  failures: Int32Array[];
  executions: Int32Array[];
};
type Columns = { period: Period; starts: Utc[]; seconds: number };

export function heatmapFold(periods: readonly Period[], context: Context) {
  const columns = periods.map(columnsOf);
  const rows = new Map<string, Row>();
  /** The same by a job's full name, which is much faster to look up: there are many more steps than rows. */
  const ofJobs = new Map<number, Map<string, Map<string | null, Row>>>();

  function rowOf(run: Run, job: string, step: string | null): Row {
    const ofWorkflow = entry(ofJobs, run.workflow_id, () => new Map<string, Map<string | null, Row>>());
    const ofJob = entry(ofWorkflow, job, () => new Map<string | null, Row>());
    return entry(ofJob, step, () => {
      const base = baseJobName(job);
      const row = entry(rows, JSON.stringify([run.workflow_id, base, step]), () => ({
        workflow_id: run.workflow_id,
        job: base,
        step,
        variants: new Set<string>(),
        failures: columns.map(({ starts }) => new Int32Array(starts.length)),
        executions: columns.map(({ starts }) => new Int32Array(starts.length)),
      }));
      row.variants.add(job);
      return row;
    });
  }

  return {
    add(run) {
      if (isOwn(run, context)) return;
      const at = columns.map((column) => columnAt(column, startedAt(run)));
      if (at.every((index) => index < 0)) return;
      for (const job of ownJobs(run)) {
        for (const step of job.steps) count(rowOf(run, job.name, step.name), at, roleOf(step));
        const isSilent = job.steps.every((step) => roleOf(step) !== "failure");
        const role = roleOf(job) === "failure" && !isSilent ? "success" : roleOf(job);
        count(rowOf(run, job.name, null), at, role);
      }
    },
    /** In the order of the periods. */
    finish(workflows: ReadonlyMap<number, NamedWorkflow>): Heatmap[] {
      return columns.map(({ starts, seconds }, index) => {
        const failing = [...rows.values()]
          .map((row) => published(row, index, workflows))
          .filter(({ failures }) => failures > 0)
          .sort(byFailures);
        return {
          columns: starts,
          column_seconds: seconds,
          rows: failing.slice(0, MOST_ROWS),
          left_out: Math.max(0, failing.length - MOST_ROWS),
        };
      });
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish: (workflows: ReadonlyMap<number, NamedWorkflow>) => Heatmap[];
  };
}

function columnsOf(period: Period): Columns {
  const seconds = period.name === "24h" ? HOUR_SECONDS : period.name === "90d" ? WEEK_SECONDS : DAY_SECONDS;
  const hour = `${period.from.slice(0, 13)}:00:00Z`;
  const starts: Utc[] = [];
  for (
    let start = seconds === HOUR_SECONDS ? hour : startOfDay(dayOf(period.from));
    start < period.to;
    start = addSeconds(start, seconds)
  )
    starts.push(start);
  return { period, starts, seconds };
}

function columnAt({ period, starts, seconds }: Columns, at: Utc): number {
  const first = starts[0];
  if (first === undefined || at < period.from || at >= period.to) return -1;
  return Math.floor((epoch(at) - epoch(first)) / seconds);
}

function count(row: Row, at: readonly number[], role: string): void {
  if (role !== "success" && role !== "failure") return;
  at.forEach((column, period) => {
    if (column < 0) return;
    bump(row.executions[period], column);
    if (role === "failure") bump(row.failures[period], column);
  });
}

function bump(counts: Int32Array | undefined, index: number): void {
  if (counts !== undefined) counts[index] = (counts[index] ?? 0) + 1;
}

function published(row: Row, period: number, workflows: ReadonlyMap<number, NamedWorkflow>): HeatmapRow {
  const failures = [...(row.failures[period] ?? [])];
  const executions = [...(row.executions[period] ?? [])];
  const workflow = workflows.get(row.workflow_id);
  return {
    workflow: workflow?.name ?? String(row.workflow_id),
    workflow_slug: workflow?.slug ?? "",
    job: row.job,
    variants: [...row.variants].sort(),
    step: row.step,
    failures: sum(failures),
    executions: sum(executions),
    cells: failures.map((failed, index) => ({ failures: failed, executions: executions[index] ?? 0 })),
  };
}

function byFailures(a: HeatmapRow, b: HeatmapRow): number {
  return b.failures - a.failures || b.failures / b.executions - a.failures / a.executions;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
