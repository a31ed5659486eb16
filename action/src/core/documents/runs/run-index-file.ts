import type { Coded } from "#core/documents/runs/coded.ts";
import type { RunTable, TableMonth, TableState, TableWorkflow } from "#core/documents/runs/run-table.ts";
import type { Category } from "#core/records/category.ts";

/**
 * `api/v1/runs/index.json`: the table without its texts, about fifteen bytes a row once compressed. Whole
 * numbers only; `id` and `created` are differences from the row before, `number` from the workflow's last,
 * `started` from the row's own `created`; coded columns are positions in the list of the same name.
 */
export type RunIndexFile = {
  version: 3;
  as_of: string;
  build_id: string;
  omitted: number;
  rows: number;
  months: readonly TableMonth[];
  values: {
    workflow: TableWorkflow[];
    state: TableState[];
    event: string[];
    agents: (readonly string[])[];
    branch: (string | null)[];
    actor: (string | null)[];
    pulls: (readonly number[] | null)[];
    category: (Category | null)[];
    signature: (string | null)[];
  };
  columns: Record<NumberColumn, number[]> &
    Record<MeasureColumn, (number | null)[]> &
    Record<CodedColumn, number[]>;
};

type NumberColumn = "id" | "number" | "attempt" | "created" | "started";
type MeasureColumn = "duration" | "queue" | "cost_nano_usd";
type CodedColumn = keyof RunIndexFile["values"];

export function encodeRunIndex(table: RunTable): RunIndexFile {
  const { workflow, state, event, agents, branch, actor, pulls, category, signature } = table;
  return {
    version: 3,
    as_of: table.asOf,
    build_id: table.buildId,
    omitted: table.omitted,
    rows: table.rows,
    months: table.months,
    values: {
      workflow: workflow.values,
      state: state.values,
      event: event.values,
      agents: agents.values,
      branch: branch.values,
      actor: actor.values,
      pulls: pulls.values,
      category: category.values,
      signature: signature.values,
    },
    columns: {
      id: differences(table.id),
      number: groupDifferences(table.number, workflow.codes),
      attempt: [...table.attempt],
      created: differences(table.created),
      started: Array.from(table.started, (value, row) => value - (table.created[row] ?? 0)),
      duration: Array.from(table.duration, known),
      queue: Array.from(table.queue, known),
      cost_nano_usd: Array.from(table.cost, known),
      workflow: [...workflow.codes],
      state: [...state.codes],
      event: [...event.codes],
      agents: [...agents.codes],
      branch: [...branch.codes],
      actor: [...actor.codes],
      pulls: [...pulls.codes],
      category: [...category.codes],
      signature: [...signature.codes],
    },
  };
}

/** Throws when the file is not one of ours: another version, or columns of different lengths. */
export function decodeRunIndex(file: RunIndexFile): RunTable {
  const { columns, rows, values } = file;
  if (file.version !== 3) throw new Error(`the run index has version ${file.version}; this page reads 3`);
  for (const [name, column] of Object.entries(columns))
    if (column.length !== rows)
      throw new Error(`the run index is damaged: ${name} has ${column.length} of ${rows} rows`);
  const created = sums(columns.created);
  const coded = <Value>(list: Value[], codes: readonly number[]): Coded<Value> => ({
    values: list,
    codes: Int32Array.from(codes),
  });
  const workflow = coded(values.workflow, columns.workflow);
  return {
    asOf: file.as_of,
    buildId: file.build_id,
    omitted: file.omitted,
    rows,
    months: file.months,
    id: sums(columns.id),
    number: groupSums(columns.number, workflow.codes),
    attempt: Int32Array.from(columns.attempt),
    created,
    started: Float64Array.from(columns.started, (value, row) => value + (created[row] ?? 0)),
    duration: Float64Array.from(columns.duration, (value) => value ?? Number.NaN),
    queue: Float64Array.from(columns.queue, (value) => value ?? Number.NaN),
    cost: Float64Array.from(columns.cost_nano_usd, (value) => value ?? Number.NaN),
    workflow,
    state: coded(values.state, columns.state),
    event: coded(values.event, columns.event),
    agents: coded(values.agents, columns.agents),
    branch: coded(values.branch, columns.branch),
    actor: coded(values.actor, columns.actor),
    pulls: coded(values.pulls, columns.pulls),
    category: coded(values.category, columns.category),
    signature: coded(values.signature, columns.signature),
    title: { values: [], codes: new Int32Array(rows).fill(-1) },
    sha: { values: [], codes: new Int32Array(rows).fill(-1) },
  };
}

function differences(column: Float64Array): number[] {
  return Array.from(column, (value, row) => value - (column[row - 1] ?? 0));
}

function sums(differences: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(differences, (difference) => {
    sum += difference;
    return sum;
  });
}

/** From each value's predecessor in its group: run numbers count by workflow. */
function groupDifferences(column: Int32Array, groups: Int32Array): number[] {
  const last = new Map<number | undefined, number>();
  return Array.from(column, (value, row) => {
    const before = last.get(groups[row]) ?? 0;
    last.set(groups[row], value);
    return value - before;
  });
}

function groupSums(differences: readonly number[], groups: Int32Array): Int32Array {
  const last = new Map<number | undefined, number>();
  return Int32Array.from(differences, (difference, row) => {
    const value = (last.get(groups[row]) ?? 0) + difference;
    last.set(groups[row], value);
    return value;
  });
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
