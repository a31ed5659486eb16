import { staticApi } from "#app/api.ts";
import { redacted } from "#app/dashboard.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, SiteFile, Store } from "#app/effects.ts";
import { SITE_MARK } from "#core/ownership.ts";
import { API_ROOT } from "#core/render/api-root.ts";

/** The files of the static API in one format and the one that says whose they are, redacted where the site would be. Paths are below the export's folder. */
export async function* exportFiles(
  { store: all, clock }: { store: Store; clock: Clock },
  options: DocumentOptions & { format: "json" | "csv" },
): AsyncGenerator<SiteFile> {
  const store = options.config.privacy.publish === "redacted" ? redacted(all) : all;
  const { documents, sources } = await buildDocuments({ store, clock }, options, "export");
  for await (const { path, content } of staticApi(store, documents, sources.context))
    if (path.endsWith(`.${options.format}`) || path === SITE_MARK)
      yield { path: path.slice(API_ROOT.length), content };
}
