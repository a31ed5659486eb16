import type { Fold } from "#core/attempts/fold.ts";
import { dictionary } from "#core/documents/runs/coded.ts";
import type { RunTable, TableMonth } from "#core/documents/runs/run-table.ts";
import { monthOfFile } from "#core/documents/runs/run-texts.ts";
import { jobBegan, stepBegan } from "#core/documents/runs/timeline.ts";
import { roleOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";

/** A null step is the job itself. */
type ExecutionName = readonly [job: string, step: string | null];

/**
 * `api/v1/runs/steps/2026-11.json`: which jobs and steps began in each attempt, for the filters by job and step.
 * `columns` has one entry an execution, the rows' one after another; `entries` counts them by row, null where
 * the jobs are not known.
 */
export type RunStepsFile = {
  version: 1;
  build_id: string;
  month: string;
  names: ExecutionName[];
  entries: (number | null)[];
  columns: { name: number[]; failed: (0 | 1)[]; seconds: (number | null)[] };
};

/** The executions of all attempts, in the order of the runs that were added. */
export type RunSteps = {
  names: ExecutionName[];
  /** Row `n` has the executions `starts[n]` to `starts[n + 1] - 1`. */
  starts: number[];
  /** Rows whose jobs are not known. */
  unknown: ReadonlySet<number>;
  name: number[];
  failed: (0 | 1)[];
  /** NaN for unknown. */
  seconds: number[];
};

export function runStepsFold(): Fold<RunSteps> {
  const names = dictionary(nameKey);
  const starts = [0];
  const unknown = new Set<number>();
  const name: number[] = [];
  const failed: (0 | 1)[] = [];
  const seconds: number[] = [];
  type Execution = Pick<Run, "conclusion" | "status" | "duration_seconds">;
  const push = (execution: Execution, job: string, step: string | null) => {
    name.push(names.code([job, step]));
    failed.push(roleOf(execution) === "failure" ? 1 : 0);
    seconds.push(execution.duration_seconds ?? Number.NaN);
  };
  return {
    add({ run, jobs }) {
      if (run.jobs === null) unknown.add(starts.length - 1);
      for (const job of jobs.filter(jobBegan)) {
        push(job, job.name, null);
        for (const step of job.steps.filter(stepBegan)) push(step, job.name, step.name);
      }
      starts.push(name.length);
    },
    finish: () => ({ names: names.values, starts, unknown, name, failed, seconds }),
  };
}

/** @param table made from the same runs as `steps` */
export function encodeRunSteps(
  steps: RunSteps,
  table: RunTable,
  { month, first, rows }: TableMonth,
): RunStepsFile {
  const from = table.omitted + first;
  const names = dictionary(nameKey);
  const entries: (number | null)[] = [];
  for (let row = from; row < from + rows; row += 1)
    entries.push(steps.unknown.has(row) ? null : (steps.starts[row + 1] ?? 0) - (steps.starts[row] ?? 0));
  const [start, end] = [steps.starts[from], steps.starts[from + rows]];
  return {
    version: 1,
    build_id: table.buildId,
    month,
    entries,
    columns: {
      name: steps.name.slice(start, end).map((code) => names.code(steps.names[code] ?? ["", null])),
      failed: steps.failed.slice(start, end),
      seconds: steps.seconds.slice(start, end).map((value) => (Number.isNaN(value) ? null : value)),
    },
    names: names.values,
  };
}

/** A month's executions, as a browser searches them; rows are the table's. Throws when of another build. */
export type MonthSteps = { first: number; starts: Int32Array; known: boolean[]; file: RunStepsFile };

export function decodeRunSteps(table: RunTable, file: RunStepsFile): MonthSteps {
  const { first } = monthOfFile(table, file);
  let sum = 0;
  const starts = Int32Array.from([0, ...file.entries], (entries) => {
    sum += entries ?? 0;
    return sum;
  });
  return { first, starts, known: file.entries.map((entries) => entries !== null), file };
}

function nameKey([job, step]: ExecutionName): string {
  return step === null ? job : `${job}\u0000${step}`;
}
