import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Period } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { type Figures, figuresFold } from "#core/documents/figures/figures.ts";
import { compareRates, compareValues, Difference } from "#core/statistics/compare.ts";

/** Whether attempts succeed as often and are as fast as in the stretch before. */
export const Changes = z.strictObject({ success: Difference, duration: Difference });
export type Changes = z.infer<typeof Changes>;

/** Figures of a period and of the equal stretch before it, and what changed; null where that is not known whole. */
export type Comparison = { current: Figures; previous: Figures | null; changes: Changes | null };

/** Sorts attempts into the period and the stretch before; those outside both are passed over. */
export function comparisonFold(period: Period, context: Context): Fold<Comparison> {
  const { add, finish } = withPrevious(period, context, sideFold);
  return {
    add,
    finish() {
      const { current, previous } = finish();
      if (previous === null) return { current: current.figures, previous, changes: null };
      const success = compareRates(previous.figures.success, current.figures.success, "higher");
      const duration = compareValues(previous.durations, current.durations, "lower");
      return { current: current.figures, previous: previous.figures, changes: { success, duration } };
    },
  };
}

function sideFold(): Fold<{ figures: Figures; durations: readonly number[] }> {
  const { add, finish, durations } = figuresFold();
  return { add, finish: () => ({ figures: finish(), durations }) };
}
