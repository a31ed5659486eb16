import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { books } from "#core/documents/books/document.ts";
import { readBill } from "#core/reconcile/bill.ts";
import { type Reconciliation, reconcile } from "#core/reconcile/reconcile.ts";

/**
 * Compares a bill with what the records have of it.
 *
 * @param text a usage report of GitHub's or a provider's table of costs, as CSV
 * @throws UserError naming line and column of what cannot be read
 */
export async function reconcileBill(
  effects: { store: Store; clock: Clock },
  options: DocumentOptions,
  text: string,
): Promise<Reconciliation> {
  const bill = readBill(text, options.config.reconcile);
  const { documents, sources } = await buildDocuments(effects, options, "reconcile", { rows: [books] });
  const { repository } = sources.context;
  return reconcile(bill, documents.books, { repository: repository.full_name, now: effects.clock.now() });
}
