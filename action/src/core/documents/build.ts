import type { Attempt } from "#core/attempts/attempt.ts";
import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import type { AnyRow, DocumentsOf } from "#core/documents/row/row.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { entry } from "#core/entry.ts";

/**
 * These rows and those of all that they need, each after those that it needs, folding no other periods than those
 * that are asked for or looked at.
 */
export function inOrder(
  rows: readonly AnyRow[],
  periods: readonly PeriodName[] = PERIODS,
): readonly AnyRow[] {
  const asked = new Map<AnyRow, Set<PeriodName>>();
  function ask(row: AnyRow, of: readonly PeriodName[]): void {
    for (const need of row.needs) ask(need, row.looksAt ?? of);
    const known = entry(asked, row, () => new Set());
    for (const name of of) known.add(name);
  }
  for (const row of rows) ask(row, periods);
  return [...asked].map(([row, of]) => ({
    ...row,
    fold: ({ context, ...sources }) => row.fold({ ...sources, context: { ...context, periods: [...of] } }),
  }));
}

/** Folds these documents, and what they need, and no others. A record that breaks one of them breaks it all. */
export function build<Row extends AnyRow>(
  rows: readonly Row[],
  attempts: Iterable<Attempt>,
  sources: Sources,
): DocumentsOf<Row> {
  const folds = inOrder(rows).map(({ name, fold }) => ({ name, fold: fold(sources) }));
  for (const attempt of attempts) for (const { fold } of folds) fold.add(attempt);
  const made = {};
  // Each finds what it needs among those before it: `declare` holds its fold to its list of needs.
  for (const { name, fold } of folds) Object.assign(made, { [name]: fold.finish(made as never) });
  return made as DocumentsOf<Row>;
}
