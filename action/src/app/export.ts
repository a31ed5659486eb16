import { staticApi } from "#app/api.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Report, SiteFile, Store } from "#app/effects.ts";
import { shownStore } from "#app/shown-store.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import type { FailedPart } from "#core/documents/sources/left-out.ts";
import { SITE_MARK } from "#core/ownership.ts";
import { API_ROOT } from "#core/render/api-root.ts";

/** The files of the static API in one format and the one that says whose they are, anonymised where the site would be. Paths are below the export's folder. */
export async function* exportFiles(
  { store: all, clock, report }: { store: Store; clock: Clock; report: Report },
  options: DocumentOptions & { format: "json" | "csv" },
): AsyncGenerator<SiteFile> {
  const store = await shownStore(all, options.config.privacy);
  const { documents, sources } = await buildDocuments({ store, clock }, options, "export", {
    rows: CATALOGUE,
  });
  const fail = ({ path, reason }: FailedPart) => report.warn(`${path} cannot be made: ${reason}`);
  for await (const { path, content } of staticApi(store, documents, sources.context, fail))
    if (path.endsWith(`.${options.format}`) || path === SITE_MARK)
      yield { path: path.slice(API_ROOT.length), content };
}
