import { staticApi } from "#app/api.ts";
import { readAttempts } from "#app/day-facts.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Renderer, Report, SiteFile, SiteWriter, Store } from "#app/effects.ts";
import { shownStore } from "#app/shown-store.ts";
import { CATALOGUE, type Documents, NAVIGATION } from "#core/documents/catalogue.ts";
import type { SiteBuild } from "#core/documents/health/health.ts";
import { dayRoutes, lastRoutes, type Route, routes } from "#core/documents/site/routes.ts";
import { type FailedPart, reasonOf } from "#core/documents/sources/left-out.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { plural } from "#core/format.ts";
import { failedPage } from "#core/render/failed-page.ts";
import { basedAddresses, relativeAddresses } from "#core/render/relative.ts";
import { visible } from "#core/text/visible.ts";
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

export type DashboardResult = {
  files: number;
  bytes: number;
  pages: number;
  seconds: number;
  /** Pages and files that could not be made. */
  failed: readonly FailedPart[];
  /** Records that documents are made without. */
  leftOut: number;
};

const MOST_WARNINGS = 10;

/** Records → documents → pages → a site that replaces the old one as a whole. */
export async function dashboard(
  effects: DashboardEffects,
  options: DashboardOptions,
): Promise<DashboardResult> {
  const { clock, render, report, site } = effects;
  const store = await shownStore(effects.store, options.config.privacy);
  const started = clock.now();
  const { documents, sources } = await buildDocuments({ store, clock }, options, render.id, {
    rows: CATALOGUE,
  });
  const leftOut = documents.health.left_out_total;
  if (leftOut > 0) report.warn(`${plural(leftOut, "record")} left out of documents: see Data health`);
  const build: SiteBuild = { pages: 0, bytes: 0, seconds: 0, failed: [] };
  let rendered = 0;

  async function* files(): AsyncIterable<SiteFile> {
    yield { path: ".nojekyll", content: "" };
    yield* render.assets();
    const catalogue = yield* staticApi(store, documents, sources.context, fail);
    build.bytes += catalogue.files.reduce((sum, file) => sum + file.bytes, 0);
    for await (const route of everyRoute(store, documents, sources)) yield page(route);
    build.seconds = epoch(clock.now()) - epoch(started);
    for (const route of lastRoutes(documents, { catalogue, build })) yield page(route);
    if (rendered === 0) throw new Error(`no page can be rendered: ${build.failed[0]?.reason}`);
  }

  function fail(failed: FailedPart): void {
    build.failed.push(failed);
    if (build.failed.length <= MOST_WARNINGS) report.warn(`/${failed.path} cannot be made: ${failed.reason}`);
  }

  async function page(route: Route): Promise<SiteFile> {
    let html: string;
    try {
      const locals = {
        site: documents.site,
        navigation: NAVIGATION,
        documents: { [route.page]: route.document() },
      };
      html = visible(await render.render(route.page, route.path, locals));
      rendered += 1;
    } catch (thrown) {
      fail({ path: route.path, reason: reasonOf(thrown) });
      html = failedPage(documents.site.repository);
    }
    const file = fileOf(route, html, documents, options.siteUrl);
    build.pages += 1;
    build.bytes += file.content.length;
    report.progress("pages", build.pages, null);
    return file;
  }

  const written = await site.replace(files());
  const { failed, pages } = build;
  return { ...written, pages, failed, leftOut, seconds: epoch(clock.now()) - epoch(started) };
}

/** Run pages need the runs themselves: a second pass, a day at a time, newest first. */
async function* everyRoute(store: Store, documents: Documents, sources: Sources): AsyncIterable<Route> {
  yield* routes(documents);
  for (const day of (await store.days("runs")).reverse())
    yield* dayRoutes(await readAttempts(store, day, sources.context), documents, sources.context);
}

function fileOf(
  { path, page }: Route,
  html: string,
  { site }: Documents,
  siteUrl: string | null,
): { path: string; content: Uint8Array } {
  // The 404 page is served at any depth, so its addresses cannot be relative.
  if (page === "404")
    return { path, content: bytesOf(basedAddresses(html, basesOf(siteUrl, site.repository))) };
  return { path: `${path}index.html`, content: bytesOf(relativeAddresses(html, path)) };
}

const encoder = new TextEncoder();
/** Once: as bytes a page is counted, and written. */
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Where the site may live, likeliest first: a server of its own, or a project's Pages. */
function basesOf(siteUrl: string | null, repository: string): [string, ...string[]] {
  if (siteUrl !== null) return [new URL(siteUrl).pathname.replace(/\/?$/, "/")];
  return ["/", `/${repository.split("/").at(-1)}/`];
}
