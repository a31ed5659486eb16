import { type Figures, figuresFold } from "#core/documents/figures.ts";
import { type Context, type Fold, startedAt } from "#core/documents/fold.ts";
import type { Period } from "#core/documents/period.ts";
import type { Run } from "#core/records/run.ts";

/** Figures of a period and of the equal stretch before it. */
export type Comparison = { current: Figures; previous: Figures | null };

/** Sorts attempts into the period and the stretch before; those outside both are passed over. */
export function comparisonFold(period: Period, context: Context): Fold<Comparison> {
  const current = figuresFold();
  const previous = figuresFold();
  // Half a stretch looks like a collapse or a boom: compare only with what has been listed whole.
  const { covered } = context.state;
  const comparable = covered !== null && covered.from <= period.previousFrom;
  return {
    add(run: Run) {
      const at = startedAt(run);
      if (at >= period.to) return;
      if (at >= period.from) current.add(run);
      else if (comparable && at >= period.previousFrom) previous.add(run);
    },
    finish: () => ({ current: current.finish(), previous: comparable ? previous.finish() : null }),
  };
}
