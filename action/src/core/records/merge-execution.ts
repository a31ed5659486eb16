import type { Execution } from "#core/records/execution.ts";
import { compareText, greater } from "#core/records/order.ts";

/** The better telling of the same work: a better source beats a worse, then a newer importer, then the one that tells more. */
export function mergeExecution(a: Execution, b: Execution): Execution {
  return greater(a, b, compareTellings);
}

function compareTellings(a: Execution, b: Execution): number {
  return (
    a.source.rank - b.source.rank ||
    a.source.version - b.source.version ||
    b.truncated.length - a.truncated.length ||
    a.steps.length - b.steps.length ||
    compareText(a, b)
  );
}
