/** Which rows of the table a query selects, and what each facet would offer: one pass over the columns. */

import { FACETS, type Facet, NONE, type RunQuery, type StepChoice } from "#core/addresses/run-query.ts";
import { periodAt } from "#core/attempts/period.ts";
import type { MonthSteps } from "#core/documents/run-steps/run-steps.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { baseJobName } from "#core/documents/step-times/job-name.ts";
import { stateOf } from "#core/outcome.ts";
import { epoch } from "#core/time.ts";
import { textMatcher } from "./text-search.ts";

export type Selection = {
  /** Ascending. */
  rows: Int32Array;
  /** In the order of `facetValues`: how many rows each has among those that every other filter lets through. */
  counts: Record<Facet, Int32Array>;
  /** Epoch seconds: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
};

const COLUMN = {
  wf: "workflow",
  agent: "agents",
  branch: "branch",
  event: "event",
  status: "state",
  category: "category",
  actor: "actor",
} as const satisfies Record<Facet, keyof RunTable>;

/** The values of a facet as addresses say them; by code, but for agents, of whom a row may have several. */
export function facetValues(table: RunTable, facet: Facet): string[] {
  return facet === "agent"
    ? [...new Set(valuesByCode(table, facet).flat())]
    : valuesByCode(table, facet).flat();
}

/** What rows of each code are found by. */
function valuesByCode(table: RunTable, facet: Facet): string[][] {
  if (facet === "agent") return table.agents.values.map((list) => (list.length === 0 ? [NONE] : [...list]));
  return singleValues(table, facet).map((value) => [value]);
}

function singleValues(table: RunTable, facet: Exclude<Facet, "agent">): string[] {
  if (facet === "wf") return table.workflow.values.map(({ slug }) => slug);
  if (facet === "status") return table.state.values.map(stateOf);
  if (facet === "event") return table.event.values;
  return table[facet].values.map((value) => value ?? NONE);
}

/** @param steps of the months that are there; rows of others do not pass a filter by job or step */
export function selectRuns(table: RunTable, query: RunQuery, steps: readonly MonthSteps[]): Selection {
  const [from, to] = stretchOf(table, query);
  const passes = otherFilters(table, query, steps);
  const columns = FACETS.map((facet) => ({
    facet,
    codes: table[COLUMN[facet]].codes,
    allowed: allowedCodes(table, facet, query),
    counts: new Int32Array(table[COLUMN[facet]].values.length),
  }));
  const filtering = columns.filter(({ allowed }) => allowed !== null);
  const buffer = new Int32Array(table.rows);
  let selected = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const at = table.started[row] ?? 0;
    if (at < from || at >= to) continue;
    let missed: (typeof columns)[number] | null = null;
    let misses = 0;
    for (const column of filtering)
      if (column.allowed?.[column.codes[row] ?? 0] === 0) {
        missed = column;
        misses += 1;
      }
    if (misses > 1 || !passes.every((pass) => pass(row))) continue;
    if (missed !== null) increment(missed.counts, missed.codes[row]);
    else {
      buffer[selected] = row;
      selected += 1;
    }
  }
  const rows = buffer.subarray(0, selected);
  // Column by column: five times as fast as row by row.
  for (const { counts, codes } of columns) for (const row of rows) increment(counts, codes[row]);
  return {
    rows,
    counts: Object.fromEntries(
      columns.map(({ facet, counts }) => [facet, facet === "agent" ? countsByAgent(table, counts) : counts]),
    ) as Selection["counts"],
    from,
    to,
  };
}

/** The stretch of time that a query means, in epoch seconds; open ends reach as far as there are runs. */
export function stretchOf(table: RunTable, { from, to, period }: RunQuery): [from: number, to: number] {
  if (from === null && to === null) {
    const { from: start, to: end } = periodAt(period, table.asOf);
    return [epoch(start), epoch(end)];
  }
  return [from === null ? (table.created[0] ?? 0) : epoch(from), to === null ? epoch(table.asOf) : epoch(to)];
}

function otherFilters(table: RunTable, query: RunQuery, steps: readonly MonthSteps[]) {
  const { shortest, longest, reruns, text, step } = query;
  const filters: ((row: number) => boolean)[] = [];
  if (reruns) filters.push((row) => (table.attempt[row] ?? 1) > 1);
  // Comparisons with the unknown, NaN, are false.
  if (shortest !== null) filters.push((row) => (table.duration[row] ?? Number.NaN) >= shortest);
  if (longest !== null) filters.push((row) => (table.duration[row] ?? Number.NaN) <= longest);
  if (choosesSteps(step)) {
    const matching = rowsWithStep(table.rows, step, steps);
    filters.push((row) => matching[row] === 1);
  }
  if (query.signatures.length > 0) {
    const wanted = Uint8Array.from(table.signature.values, (value) =>
      Number(value !== null && query.signatures.includes(value)),
    );
    filters.push((row) => wanted[table.signature.codes[row] ?? -1] === 1);
  }
  if (text !== "") filters.push(textMatcher(table, text));
  return filters;
}

export function choosesSteps({ jobs, steps, failed, slowerThan }: StepChoice): boolean {
  return jobs.length > 0 || steps.length > 0 || failed || slowerThan !== null;
}

function rowsWithStep(rows: number, choice: StepChoice, months: readonly MonthSteps[]): Uint8Array {
  const matching = new Uint8Array(rows);
  const { failed, slowerThan } = choice;
  for (const { first, starts, file } of months) {
    const wanted = Uint8Array.from(file.names, ([job, step]) => Number(isChosen(choice, job, step)));
    const { columns } = file;
    for (let row = 0; row + 1 < starts.length; row += 1)
      for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1)
        if (
          wanted[columns.name[entry] ?? 0] === 1 &&
          (!failed || columns.failed[entry] === 1) &&
          (slowerThan === null || (columns.seconds[entry] ?? 0) > slowerThan)
        ) {
          matching[first + row] = 1;
          break;
        }
  }
  return matching;
}

/** Without a step's name the job itself is meant. A job may be named as all variants of a matrix share it. */
function isChosen({ jobs, steps }: StepChoice, job: string, step: string | null): boolean {
  const named = jobs.length === 0 || jobs.includes(job) || jobs.includes(baseJobName(job));
  if (steps.length === 0) return named && (step === null || jobs.length === 0);
  return named && step !== null && steps.includes(step);
}

function allowedCodes(table: RunTable, facet: Facet, { facets }: RunQuery): Uint8Array | null {
  const { include, exclude } = facets[facet];
  if (include.length + exclude.length === 0) return null;
  const included = new Set(include);
  const excluded = new Set(exclude);
  return Uint8Array.from(valuesByCode(table, facet), (values) =>
    Number(
      (included.size === 0 || values.some((value) => included.has(value))) &&
        !values.some((value) => excluded.has(value)),
    ),
  );
}

/** @param counts by code, that is by list of agents */
function countsByAgent(table: RunTable, counts: Int32Array): Int32Array {
  const places = new Map(facetValues(table, "agent").map((value, place) => [value, place]));
  const sums = new Int32Array(places.size);
  for (const [code, values] of valuesByCode(table, "agent").entries())
    for (const value of values) {
      const place = places.get(value) ?? 0;
      sums[place] = (sums[place] ?? 0) + (counts[code] ?? 0);
    }
  return sums;
}

function increment(counts: Int32Array, code: number | undefined): void {
  if (code !== undefined) counts[code] = (counts[code] ?? 0) + 1;
}
