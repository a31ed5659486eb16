import { groupBy } from "#core/attempts/grouped.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import {
  isLatest,
  numberAt,
  type RunTable,
  runPath,
  type TableWorkflow,
} from "#core/documents/runs/run-table.ts";
import { entry } from "#core/entry.ts";
import { roleOf } from "#core/outcome.ts";
import { type Distribution, distribution } from "#core/statistics/distribution.ts";
import { DAY_SECONDS, epoch, formatUtc, type Utc } from "#core/time.ts";

/** Another run, as a link says it. */
export type RunReference = {
  /** Below the site's root. */
  path: string;
  run_number: number;
  run_attempt: number;
  workflow: string;
  title: string | null;
  status: string | null;
  conclusion: string | null;
  started_at: Utc;
};

/** What a run can be compared with. */
export type RunRelations = {
  /** Whether the run has a page of its own; `404.html` shows the others. */
  hasPage(id: number): boolean;
  workflow(id: number): TableWorkflow | null;
  /** The runs of the same workflow before and after, at their latest attempts. */
  neighbours(id: number): { previous: RunReference | null; next: RunReference | null };
  /** Other runs of the same commit, newest first, at most ten, and how many there are. */
  sameCommit(id: number): { runs: RunReference[]; total: number };
  /** Attempts of the run's workflow that succeeded or failed in the last 30 days. */
  usual(id: number): { duration: Distribution; queue: Distribution };
};

const PAGES = 2000;
/** A page is 30 kB and a site on GitHub Pages 1 GB: of a repository that fails all day, the newest. */
const FAILURE_PAGES = 5000;
const FAILURE_DAYS = 90;
const USUAL_DAYS = 30;
const MOST_OF_COMMIT = 10;

export function runRelations(table: RunTable): RunRelations {
  const latest = Array.from({ length: table.rows }, (_, row) => row).filter((row) => isLatest(table, row));
  const place = new Map(latest.map((row) => [table.id[row], row]));
  const ofWorkflow = groupBy(latest, (row) => table.workflow.codes[row]);
  const ofCommit = groupBy(latest, (row) => table.sha.codes[row]);
  const pages = runsWithPages(table, latest);
  const usual = new Map<number, { duration: Distribution; queue: Distribution }>();
  const reference = (row: number | undefined) => (row === undefined ? null : referenceTo(table, row));

  return {
    hasPage: (id) => pages.has(id),
    workflow: (id) => valueAt(table.workflow, place.get(id) ?? -1) ?? null,
    neighbours(id) {
      const row = place.get(id);
      const rows = row === undefined ? [] : (ofWorkflow.get(table.workflow.codes[row]) ?? []);
      const at = row === undefined ? -1 : positionIn(rows, row);
      return { previous: reference(rows[at - 1]), next: at < 0 ? null : reference(rows[at + 1]) };
    },
    sameCommit(id) {
      const row = place.get(id);
      // Work outside of GitHub is of no commit that is known.
      const isOfCommit = row !== undefined && valueAt(table.sha, row) !== "";
      const rows = (isOfCommit ? (ofCommit.get(table.sha.codes[row]) ?? []) : []).filter(
        (other) => other !== row,
      );
      const newest = rows.slice(-MOST_OF_COMMIT).reverse();
      return { runs: newest.map((other) => referenceTo(table, other)), total: rows.length };
    },
    usual(id) {
      const row = place.get(id);
      const workflow = row === undefined ? -1 : (table.workflow.codes[row] ?? -1);
      const figures = entry(usual, workflow, () => usualOf(table, workflow));
      return figures;
    },
  };
}

function runsWithPages(table: RunTable, latest: readonly number[]): Set<number> {
  const pages = new Set(latest.slice(-PAGES).map((row) => table.id[row] ?? 0));
  const since = epoch(table.asOf) - FAILURE_DAYS * DAY_SECONDS;
  let failures = 0;
  for (let row = table.rows - 1; row >= 0 && failures < FAILURE_PAGES; row -= 1) {
    if (!hasRole(table, row, "failure") || (table.started[row] ?? 0) < since) continue;
    pages.add(table.id[row] ?? 0);
    failures += 1;
  }
  return pages;
}

function usualOf(table: RunTable, workflow: number): { duration: Distribution; queue: Distribution } {
  const since = epoch(table.asOf) - USUAL_DAYS * DAY_SECONDS;
  const durations: number[] = [];
  const queues: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (table.workflow.codes[row] !== workflow || (table.started[row] ?? 0) < since) continue;
    if (!hasRole(table, row, "success") && !hasRole(table, row, "failure")) continue;
    const duration = numberAt(table.duration, row);
    const queue = numberAt(table.queue, row);
    if (duration !== null) durations.push(duration);
    if (queue !== null) queues.push(queue);
  }
  return { duration: distribution(durations), queue: distribution(queues) };
}

function referenceTo(table: RunTable, row: number): RunReference {
  const state = valueAt(table.state, row);
  return {
    path: runPath(table, row),
    run_number: table.number[row] ?? 0,
    run_attempt: table.attempt[row] ?? 1,
    workflow: valueAt(table.workflow, row)?.name ?? "",
    title: valueAt(table.title, row) ?? null,
    status: state?.status ?? null,
    conclusion: state?.conclusion ?? null,
    started_at: formatUtc(table.started[row] ?? 0),
  };
}

function hasRole(table: RunTable, row: number, role: string): boolean {
  const state = valueAt(table.state, row);
  return state !== undefined && roleOf(state) === role;
}

/** Of a value that is there, in an ascending list. */
function positionIn(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
