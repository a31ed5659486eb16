import type { Context, Fold } from "#core/documents/fold.ts";
import type { SiteDocument } from "#core/documents/site.ts";
import { siteFold } from "#core/documents/site.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Run } from "#core/records/run.ts";

/** Everything documents are made from, besides the runs that stream by. */
export type Sources = {
  context: Context;
  /** Oldest first. */
  journal: readonly JournalEntry[];
  /** Bytes of every stored file. */
  sizes: readonly { path: string; bytes: number }[];
  /** The schedule of the sync, e.g. `17 *\/2 * * *`. */
  cron: string | null;
  buildId: string;
};

/** Every document of the site but those of single runs, which `runRoutes` makes from a second pass. */
export type Documents = {
  site: SiteDocument;
};

/** One fold over the stored runs that makes every document. */
export function documentsFold(sources: Sources): Fold<Documents> {
  return all({
    site: siteFold(sources),
  });
}

function all<T extends Record<string, unknown>>(folds: { [K in keyof T]: Fold<T[K]> }): Fold<T> {
  const list: Fold<unknown>[] = Object.values(folds);
  return {
    add(run: Run) {
      for (const fold of list) fold.add(run);
    },
    finish: () => Object.fromEntries(Object.entries(folds).map(([name, fold]) => [name, fold.finish()])) as T,
  };
}
