import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

/** So many of the newest are listed, and so many have a page. */
const MOST_ROWS = 2000;
const MOST_PAGES = 1000;

/** A row as lists show it. `page`: the execution has one of its own; else its run's tells of it. */
export const ListedExecution = ExecutionRow.extend({ page: z.boolean() });
export type ListedExecution = z.infer<typeof ListedExecution>;

/** The list of executions, whatever their period. */
export const ExecutionsDocument = z.strictObject({
  /** All that are stored, children included. */
  total: z.number().int(),
  /** Whose tokens, and whose whole cost, are known; of all. */
  tokens_known: Rate,
  cost_known: Rate,
  children: z.number().int(),
  /** Of forks' runs: among the rows, marked, and in no figure. */
  foreign: z.number().int(),
  /** The newest first. */
  rows: z.array(ListedExecution),
  /** Older ones, which only the files of their days have. */
  left_out: z.number().int(),
});
export type ExecutionsDocument = z.infer<typeof ExecutionsDocument>;

/** The newest executions, and which of all have a page. */
export type ExecutionDocuments = { list: ExecutionsDocument; pages: ExecutionPages };

/** Holds the newest rows only; forks' are listed and not counted. */
export function executionsFold(): Fold<ExecutionDocuments> {
  const n = { foreign: 0, total: 0, children: 0, tokens: 0, cost: 0 };
  let kept: ExecutionRow[] = [];
  const newest = () => kept.sort(byNewest).slice(0, MOST_ROWS);
  function keep(row: ExecutionRow): void {
    kept.push(row);
    if (kept.length >= 2 * MOST_ROWS) kept = newest();
  }
  function count(invocation: Invocation): void {
    const row = executionRow(invocation);
    n.total += 1;
    if (isChild(invocation)) n.children += 1;
    if (row.tokens_total !== null) n.tokens += 1;
    if (row.cost_complete) n.cost += 1;
    keep(row);
  }
  return {
    add({ invocations, foreign }) {
      invocations.forEach(count);
      n.foreign += foreign.length;
      for (const invocation of foreign) keep(executionRow(invocation));
    },
    finish() {
      const rows = newest();
      const pages = pagesOf(rows);
      const list = {
        total: n.total,
        tokens_known: rate(n.tokens, n.total),
        cost_known: rate(n.cost, n.total),
        children: n.children,
        rows: rows.map((row) => listed(row, pages)),
        foreign: n.foreign,
        left_out: n.total + n.foreign - rows.length,
      };
      return { list, pages };
    },
  };
}

/** The executions that have a page. */
export type ExecutionPages = ReadonlySet<string>;

/** @param rows the newest first: pages are for those at the front */
function pagesOf(rows: readonly Pick<ExecutionRow, "execution_id">[]): ExecutionPages {
  return new Set(rows.flatMap(({ execution_id }) => execution_id ?? []).slice(0, MOST_PAGES));
}

/** The row, with whether it has a page. */
export function listed(row: ExecutionRow, pages: ExecutionPages): ListedExecution {
  return { ...row, page: row.execution_id !== null && pages.has(row.execution_id) };
}

/** Newest first; the same start in the order of runs, then of ids, so that the order never hangs on luck. */
export function byNewest(a: ExecutionRow, b: ExecutionRow): number {
  if (a.started_at !== b.started_at) return a.started_at > b.started_at ? -1 : 1;
  if (a.run_id !== b.run_id) return b.run_id - a.run_id;
  return (a.execution_id ?? "") < (b.execution_id ?? "") ? -1 : 1;
}
