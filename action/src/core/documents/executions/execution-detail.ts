import { type Invocation, usageOf } from "#core/attempts/invocation.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import { type ExecutionPages, type ListedExecution, listed } from "#core/documents/executions/executions.ts";
import { type OperationUse, operationUse } from "#core/documents/executions/operations.ts";
import { type Turns, turnsOf } from "#core/documents/executions/turns.ts";
import type { UsageCost } from "#core/pricing/cost.ts";
import type { Execution } from "#core/records/execution.ts";
import { plus } from "#core/statistics/distribution.ts";

/** One execution, with everything its telemetry told and what it cost. */
export type ExecutionDetail = {
  execution: Execution;
  row: ExecutionRow;
  /** Address of its session's page; null when it belongs to none that has one. */
  session: string | null;
  /** Address of its agent's page. */
  agent: string | null;
  usage: readonly UsageCost[];
  /** Paid services that its tools called. */
  calls: readonly Line[];
  /** Null when no step can be placed. */
  turns: Turns | null;
  operations: OperationUse[];
  parent: ListedExecution | null;
  /** What it started, in order, and all of what that started. */
  children: ListedExecution[];
  /** Its own and its children's, each once; null when nothing is known. */
  with_children: { cost_nano_usd: number | null; tokens: number | null };
};

/**
 * @param siblings every invocation of the same attempt, this one included
 */
export function executionDetail(
  invocation: Invocation & { execution: Execution },
  siblings: readonly Invocation[],
  pages: ExecutionPages,
  links: { session: string | null; agent: string | null },
): ExecutionDetail {
  const { execution, lines } = invocation;
  const usage = usageOf(invocation);
  const row = executionRow(invocation);
  const rows = siblings.map((sibling) => listed(executionRow(sibling), pages));
  const children = descendantsOf(execution.execution_id, rows);
  const operations = operationUse();
  operations.add(invocation);
  const family = [row, ...children];
  return {
    execution,
    row,
    ...links,
    usage,
    calls: lines.filter(({ kind }) => kind === "calls"),
    turns: turnsOf(execution, usage),
    operations: operations.finish(),
    parent: rows.find(({ execution_id }) => isParent(execution_id, execution)) ?? null,
    children,
    with_children: {
      cost_nano_usd: family.reduce<number | null>((sum, one) => plus(sum, one.cost_nano_usd), null),
      tokens: family.reduce<number | null>((sum, one) => plus(sum, one.tokens_total), null),
    },
  };
}

function isParent(id: string | null, { parent_execution_id }: Execution): boolean {
  return id !== null && id === parent_execution_id;
}

/** Everything that it started, each once, however its records point at each other. */
function descendantsOf(id: string, rows: readonly ListedExecution[]): ListedExecution[] {
  const known = new Set([id]);
  const found: ListedExecution[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    for (const row of rows) {
      const { execution_id, parent_execution_id } = row;
      if (execution_id === null || parent_execution_id === null) continue;
      if (known.has(execution_id) || !known.has(parent_execution_id)) continue;
      known.add(execution_id);
      found.push(row);
      grown = true;
    }
  }
  return found;
}
