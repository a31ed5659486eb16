import type { Attempt } from "#core/attempts/attempt.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import type { Line } from "#core/attempts/ledger.ts";

/**
 * Concludes something from items that stream by, each seen once; `finish` is called once. A fold keeps figures and not
 * what it saw, so that 100,000 runs stream through without being held.
 */
export type Folding<Item, Document> = { add(item: Item): void; finish(): Document };

/** A document is a fold over the stored attempts, oldest day first. */
export type Fold<Document> = Folding<Attempt, Document>;

/** Over what agents did, invocation by invocation. */
export type InvocationFold<Document> = Folding<Invocation, Document>;

/** Feeds a fold the lines of each attempt's ledger. */
export function overLines<Document>({ add, finish }: Folding<Line, Document>): Fold<Document> {
  return { add: ({ lines }) => lines.forEach(add), finish };
}
