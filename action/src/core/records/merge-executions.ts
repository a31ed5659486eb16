import type { Execution } from "#core/records/execution.ts";
import { attemptKey } from "#core/records/run.ts";

/**
 * Adds executions to a day and replaces known ones by better tellings of the same: a better source beats a worse,
 * then a newer importer, then the one that tells more. Associative, commutative and idempotent. An id says nothing
 * outside of its attempt: no record replaces one of another run.
 */
export function mergeExecutions(
  stored: readonly Execution[],
  fresh: readonly Execution[],
): { executions: Execution[]; changed: boolean } {
  const merged = new Map(stored.map((execution) => [keyOf(execution), execution]));
  let changed = false;
  for (const execution of fresh) {
    const known = merged.get(keyOf(execution));
    if (known !== undefined && compare(execution, known) <= 0) continue;
    merged.set(keyOf(execution), execution);
    changed = true;
  }
  return { executions: [...merged.values()].sort(byExecutionKey), changed };
}

function keyOf(execution: Execution): string {
  return `${attemptKey(execution)}/${execution.execution_id}`;
}

function byExecutionKey(a: Execution, b: Execution): number {
  return (
    a.run_id - b.run_id ||
    a.run_attempt - b.run_attempt ||
    (a.execution_id < b.execution_id ? -1 : a.execution_id > b.execution_id ? 1 : 0)
  );
}

function compare(a: Execution, b: Execution): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return (
    a.source.rank - b.source.rank ||
    a.source.version - b.source.version ||
    b.truncated.length - a.truncated.length ||
    a.steps.length - b.steps.length ||
    (left < right ? -1 : left > right ? 1 : 0)
  );
}
