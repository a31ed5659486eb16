import type { Attempt } from "#core/attempts/attempt.ts";
import { CATALOGUE, type DocumentName, type Documents } from "#core/documents/catalogue.ts";
import type { AnyRow } from "#core/documents/row/row.ts";
import type { Sources } from "#core/documents/sources/sources.ts";

/** The rows of these documents and of all that they need, each after those that it needs. */
export function rowsOf(names: readonly DocumentName[]): readonly AnyRow[] {
  const rows = new Set<AnyRow>();
  function put(row: AnyRow): void {
    row.needs.forEach(put);
    rows.add(row);
  }
  for (const row of CATALOGUE) if (names.includes(row.name)) put(row);
  return [...rows];
}

/** Folds these documents, and what they need, and no others. A record that breaks one of them breaks it all. */
export function build<Name extends DocumentName>(
  names: readonly Name[],
  attempts: Iterable<Attempt>,
  sources: Sources,
): Pick<Documents, Name> {
  const folds = rowsOf(names).map(({ name, fold }) => ({ name, fold: fold(sources) }));
  for (const attempt of attempts) for (const { fold } of folds) fold.add(attempt);
  const made = {};
  // Each finds what it needs among those before it: `declare` holds its fold to its list of needs.
  for (const { name, fold } of folds) Object.assign(made, { [name]: fold.finish(made as never) });
  return made as Pick<Documents, Name>;
}
