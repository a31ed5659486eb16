import type { Context } from "#core/attempts/context.ts";
import type { InvocationFold } from "#core/attempts/fold.ts";
import type { Period } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { type Drift, driftOf, type Stretch } from "#core/documents/agents/drift.ts";
import { type ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import { executionValues } from "#core/documents/executions/values.ts";

/** Executions of a period beside those of the stretch before, and what changed between the two. */
export type ComparedExecutions = {
  current: ExecutionFigures;
  previous: ExecutionFigures | null;
  drift: Drift[];
};

/** Folds the executions of both; those outside of them are passed over. */
export function comparedExecutions(period: Period, context: Context): InvocationFold<ComparedExecutions> {
  const { add, finish } = withPrevious(period, context, stretch);
  return {
    add,
    finish() {
      const { current, previous } = finish();
      return {
        current: current.figures,
        previous: previous?.figures ?? null,
        drift: driftOf(current, previous),
      };
    },
  };
}

function stretch(): InvocationFold<Stretch> {
  const [figures, values] = [executionFigures(), executionValues()];
  return {
    add(invocation) {
      figures.add(invocation);
      values.add(invocation);
    },
    finish: () => ({ figures: figures.finish(), values: values.finish() }),
  };
}
