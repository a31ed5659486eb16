import { Blame } from "#app/blame.ts";
import { type Attempts, feed, type Made, Maker } from "#app/document-maker.ts";
import { attemptReader } from "#core/attempts/attempt.ts";
import type { AnyRow } from "#core/documents/row/row.ts";
import type { Sources } from "#core/documents/sources/sources.ts";

/**
 * Makes the documents of these rows, in one pass over the attempts as long as nothing breaks. A document that breaks on
 * a record is made again without it, and says so; all others are what they would have been.
 *
 * @param rows each after those that it needs
 */
export async function containedDocuments(
  rows: readonly AnyRow[],
  sources: Sources,
  attempts: Attempts,
): Promise<Made> {
  const blame = new Blame();
  const read = attemptReader(sources.context);
  const whole = { ...sources, leftOut: () => blame.leftOut };
  const makers = rows.map((row) => new Maker(row, whole, read, blame));
  await feed(makers, attempts);
  const made: Record<string, unknown> = {};
  for (const maker of makers) made[maker.name] = await maker.finish(made, attempts);
  return made;
}
