import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { type Figures, figuresFold } from "#core/documents/figures.ts";
import type { Period } from "#core/documents/period.ts";
import { compareRates, compareValues, Difference } from "#core/statistics/compare.ts";

/** Whether attempts succeed as often and are as fast as in the stretch before. */
export const Changes = z.strictObject({ success: Difference, duration: Difference });
export type Changes = z.infer<typeof Changes>;

/** Figures of a period and of the equal stretch before it, and what changed; null where that is not known whole. */
export type Comparison = { current: Figures; previous: Figures | null; changes: Changes | null };

/** Sorts attempts into the period and the stretch before; those outside both are passed over. */
export function comparisonFold(period: Period, context: Context): Fold<Comparison> {
  const current = figuresFold();
  const previous = figuresFold();
  // Half a stretch looks like a collapse or a boom: compare only with what has been listed whole.
  const { covered } = context.state;
  const comparable = covered !== null && covered.from <= period.previousFrom;
  return {
    add(attempt) {
      const { at } = attempt;
      if (at >= period.to) return;
      if (at >= period.from) current.add(attempt);
      else if (comparable && at >= period.previousFrom) previous.add(attempt);
    },
    finish() {
      const [now, before] = [current.finish(), previous.finish()];
      if (!comparable) return { current: now, previous: null, changes: null };
      const success = compareRates(before.success, now.success, "higher");
      const duration = compareValues(previous.durations, current.durations, "lower");
      return { current: now, previous: before, changes: { success, duration } };
    },
  };
}
