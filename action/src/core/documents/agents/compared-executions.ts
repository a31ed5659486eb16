import type { Invocation } from "#core/attempts/invocation.ts";
import { type Drift, driftOf } from "#core/documents/agents/drift.ts";
import { type ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import { executionValues } from "#core/documents/executions/values.ts";

/** Executions of a period beside those of the stretch before, and what changed between the two. */
export type ComparedExecutions = {
  current: ExecutionFigures;
  previous: ExecutionFigures | null;
  drift: Drift[];
};

/** @param comparable the stretch before the period is fully known */
export function comparedExecutions(comparable: boolean) {
  const [now, before] = [stretch(), stretch()];
  return {
    add: now.add,
    addPrevious: before.add,
    finish(): ComparedExecutions {
      const after = now.finish();
      if (!comparable) return { current: after.figures, previous: null, drift: [] };
      const earlier = before.finish();
      return { current: after.figures, previous: earlier.figures, drift: driftOf(after, earlier) };
    },
  };
}

function stretch() {
  const [figures, values] = [executionFigures(), executionValues()];
  return {
    add(invocation: Invocation) {
      figures.add(invocation);
      values.add(invocation);
    },
    finish: () => ({ figures: figures.finish(), values: values.finish() }),
  };
}
