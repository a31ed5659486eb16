import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Renderer, Report, SiteFile, SiteWriter, Store } from "#app/effects.ts";
import type { Documents, Sources } from "#core/documents/documents.ts";
import { type Route, routes, runRoutes } from "#core/documents/routes.ts";
import { describe } from "#core/errors.ts";
import { basedAddresses, relativeAddresses } from "#core/render/relative.ts";
import { epoch } from "#core/time.ts";

export type DashboardEffects = {
  store: Store;
  clock: Clock;
  report: Report;
  site: SiteWriter;
  render: Renderer;
};

/** `siteUrl`: where the site will live, e.g. `https://octo-org.github.io/agent-fleet/`; null when unknown. */
export type DashboardOptions = DocumentOptions & { siteUrl: string | null };

export type DashboardResult = { files: number; bytes: number; pages: number; seconds: number };

/** Records → documents → pages → a site that replaces the old one as a whole. */
export async function dashboard(
  effects: DashboardEffects,
  options: DashboardOptions,
): Promise<DashboardResult> {
  const { clock, render, report, site, store } = effects;
  const started = clock.now();
  const { documents, sources } = await buildDocuments({ store, clock }, options, render.id);
  let pages = 0;

  async function* files(): AsyncIterable<SiteFile> {
    yield { path: ".nojekyll", content: "" };
    yield* render.assets();
    for await (const route of everyRoute(store, documents, sources)) {
      yield await renderRoute(render, route, documents, options.siteUrl);
      pages += 1;
      report.progress("pages", pages, null);
    }
  }

  const written = await site.replace(files());
  return { ...written, pages, seconds: epoch(clock.now()) - epoch(started) };
}

/** Run pages need the runs themselves: a second pass, a day at a time, newest first. */
async function* everyRoute(store: Store, documents: Documents, sources: Sources): AsyncIterable<Route> {
  yield* routes(documents);
  for (const day of (await store.runDays()).reverse())
    yield* runRoutes(await store.readRuns(day), documents, sources);
}

async function renderRoute(
  render: Renderer,
  { path, page, document }: Route,
  { site }: Documents,
  siteUrl: string | null,
): Promise<SiteFile> {
  let html: string;
  try {
    html = await render.render(page, path, { site, document });
  } catch (cause) {
    throw new Error(`the page /${path} cannot be rendered: ${describe(cause)}`, { cause });
  }
  // The 404 page is served at any depth, so its addresses cannot be relative.
  if (page === "404")
    return { path, content: basedAddresses(html, siteUrl === null ? "/" : new URL(siteUrl).pathname) };
  return { path: `${path}index.html`, content: relativeAddresses(html, path) };
}
