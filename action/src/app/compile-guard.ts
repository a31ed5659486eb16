import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { guardTable } from "#core/documents/guard-table/document.ts";
import { configId } from "#core/documents/guard-table/guard-table.ts";
import { parseTable } from "#core/guard/parse-table.ts";

/** A month, what is usual of a workflow, and what circuits look back at. */
const DAYS = 35;

/**
 * Writes what the guard decides by, where it says something new: the records changed, or the configuration did.
 *
 * @param learned whether the records changed since the table was made
 * @returns whether it was written
 */
export async function compileGuard(
  { store, clock }: { store: Store; clock: Clock },
  options: DocumentOptions,
  learned: boolean,
): Promise<boolean> {
  const { config, repository } = options;
  const stored = parseTable(await store.readGuardTable(), repository).table;
  if (!learned && stored?.config === configId(config)) return false;
  // What workflow files declare is only asked for by policies.
  const reads =
    config.policies.length > 0 ? guardTable.reads : guardTable.reads.filter((read) => read !== "workflows");
  const { documents } = await buildDocuments({ store, clock }, options, "guard", {
    rows: [{ ...guardTable, reads }],
    days: Math.max(DAYS, ...config.budgets.map(({ period_days = 0 }) => period_days + 1)),
  });
  const table = documents.guardTable;
  if (table === null) return false;
  await store.writeGuardTable(table);
  return true;
}
