import { declare } from "#core/documents/row/row.ts";
import { booksFold } from "#core/reconcile/booked.ts";

/** For `reconcile` alone: no page and no file shows it. */
export const books = declare({ name: "books", needs: [], fold: () => booksFold() });
