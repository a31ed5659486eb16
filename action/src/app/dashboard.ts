import { staticApi } from "#app/api.ts";
import { readDay } from "#app/day-facts.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Renderer, Report, SiteFile, SiteWriter, Store } from "#app/effects.ts";
import type { Documents, Sources } from "#core/documents/documents.ts";
import { redact, redactEvent, redactExecution, redactPull, redactReading } from "#core/documents/redact.ts";
import { closingRoutes, type Route, routes, runRoutes } from "#core/documents/routes.ts";
import { describe } from "#core/errors.ts";
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

export type DashboardResult = { files: number; bytes: number; pages: number; seconds: number };

/** Records → documents → pages → a site that replaces the old one as a whole. */
export async function dashboard(
  effects: DashboardEffects,
  options: DashboardOptions,
): Promise<DashboardResult> {
  const { clock, render, report, site } = effects;
  const store = options.config.privacy.publish === "redacted" ? redacted(effects.store) : effects.store;
  const started = clock.now();
  const { documents, sources } = await buildDocuments({ store, clock }, options, render.id);
  const build = { pages: 0, bytes: 0, seconds: 0 };

  async function* files(): AsyncIterable<SiteFile> {
    yield { path: ".nojekyll", content: "" };
    yield* render.assets();
    const catalogue = yield* staticApi(store, documents, sources.context);
    build.bytes += catalogue.files.reduce((sum, file) => sum + file.bytes, 0);
    for await (const route of everyRoute(store, documents, sources)) yield page(route);
    build.seconds = epoch(clock.now()) - epoch(started);
    for (const route of closingRoutes(documents, catalogue, build)) yield page(route);
  }

  async function page(route: Route): Promise<SiteFile> {
    const file = await renderRoute(render, route, documents, options.siteUrl);
    build.pages += 1;
    build.bytes += new TextEncoder().encode(file.content).length;
    report.progress("pages", build.pages, null);
    return file;
  }

  const written = await site.replace(files());
  return { ...written, pages: build.pages, seconds: epoch(clock.now()) - epoch(started) };
}

/** Every reader of runs and readings gets them redacted, so that no page or file can hold more. */
export function redacted(store: Store): Store {
  return {
    ...store,
    readRuns: async (day) => (await store.readRuns(day)).map(redact),
    readAnalyses: async (day) => (await store.readAnalyses(day)).map(redactReading),
    readExecutions: async (day) => (await store.readExecutions(day)).map(redactExecution),
    readPulls: async (month) => (await store.readPulls(month)).map(redactPull),
    readEvents: async (day) => (await store.readEvents(day)).map(redactEvent),
  };
}

/** Run pages need the runs themselves: a second pass, a day at a time, newest first. */
async function* everyRoute(store: Store, documents: Documents, sources: Sources): AsyncIterable<Route> {
  yield* routes(documents);
  for (const day of (await store.runDays()).reverse())
    yield* runRoutes(await readDay(store, day), documents, sources);
}

async function renderRoute(
  render: Renderer,
  { path, page, document }: Route,
  { site }: Documents,
  siteUrl: string | null,
): Promise<{ path: string; content: string }> {
  let html: string;
  try {
    html = visible(await render.render(page, path, { site, document }));
  } catch (cause) {
    throw new Error(`the page /${path} cannot be rendered: ${describe(cause)}`, { cause });
  }
  // The 404 page is served at any depth, so its addresses cannot be relative.
  if (page === "404") return { path, content: basedAddresses(html, basesOf(siteUrl, site.repository)) };
  return { path: `${path}index.html`, content: relativeAddresses(html, path) };
}

/** Where the site may live, likeliest first: a server of its own, or a project's Pages. */
function basesOf(siteUrl: string | null, repository: string): [string, ...string[]] {
  if (siteUrl !== null) return [new URL(siteUrl).pathname.replace(/\/?$/, "/")];
  return ["/", `/${repository.split("/").at(-1)}/`];
}
