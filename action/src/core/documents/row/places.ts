import { periodPath } from "#core/addresses/period-path.ts";
import { PERIODS, type PeriodName } from "#core/attempts/period.ts";

/** Where a page stands, and what it shows there. */
export type Place<Document> = {
  /** Below the site's root, ending in `/`: `""`, `workflows/ci/`. `404.html` alone is a file's name. */
  path: string;
  /** Made when the page is rendered, so that what breaks it breaks no other. */
  document: () => Document;
};

/** A page that there is once for every period. */
export function inPeriods<Document>(
  path: string,
  documentOf: (period: PeriodName) => Document,
): Place<Document>[] {
  return PERIODS.map((period) => ({ path: periodPath(path, period), document: () => documentOf(period) }));
}

/** A page that there is once. */
export function alone<Document>(path: string, document: () => Document): Place<Document>[] {
  return [{ path, document }];
}

/** A page for each of these. */
export function each<Item, Document>(
  items: readonly Item[],
  pathOf: (item: Item) => string,
  documentOf: (item: Item) => Document,
): Place<Document>[] {
  return items.map((item) => ({ path: pathOf(item), document: () => documentOf(item) }));
}
