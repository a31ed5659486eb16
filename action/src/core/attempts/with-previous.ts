import type { Context } from "#core/attempts/context.ts";
import type { Folding } from "#core/attempts/fold.ts";
import { isListed, isWithin, type Period } from "#core/attempts/period.ts";
import type { Utc } from "#core/time.ts";

/** A figure of a period beside that of the equal stretch before it, which is null where that is not fully known. */
export type WithPrevious<Document> = { current: Document; previous: Document | null };

/** Folds the items of a period and of the stretch before apart; those outside both are passed over. */
export function withPrevious<Item extends { at: Utc }, Document>(
  period: Period,
  context: Context,
  make: () => Folding<Item, Document>,
): Folding<Item, WithPrevious<Document>> {
  const current = make();
  const previous = isListed(period.previousFrom, context) ? make() : null;
  return {
    add(item) {
      if (isWithin(period, item.at)) current.add(item);
      else if (item.at >= period.previousFrom && item.at < period.from) previous?.add(item);
    },
    finish: () => ({ current: current.finish(), previous: previous?.finish() ?? null }),
  };
}
