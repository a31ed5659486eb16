import type { Documents, Sources } from "#core/documents/documents.ts";
import { DEFAULT_PERIOD, PERIODS, type PeriodName } from "#core/documents/period.ts";
import type { Run } from "#core/records/run.ts";

/** One HTML file of the site. */
export type Route = {
  /** Below the site's root, ending in `/`: `""`, `workflows/ci/`. `404.html` alone is a file's name. */
  path: string;
  /** The page file in `site/src/pages`, without its ending: `workflows/[slug]`. */
  page: string;
  /** What the page finds in `Astro.locals.document`. */
  document: unknown;
};

/** The pages whose documents are made in one pass. */
export function* routes(documents: Documents): Iterable<Route> {
  for (const period of PERIODS) {
    yield { path: periodPath("", period), page: "index", document: documents.overview[period] };
    yield {
      path: periodPath("workflows/", period),
      page: "workflows/index",
      document: documents.workflows[period],
    };
  }
  for (const workflow of documents.workflowPages)
    yield { path: `workflows/${workflow.slug}/`, page: "workflows/[slug]", document: workflow };
}

/**
 * The pages of one day's runs, from a second pass over the store so that they are never all held at once.
 *
 * @param runs every attempt of the runs created on one day
 */
export function* runRoutes(
  _runs: readonly Run[],
  _documents: Documents,
  _sources: Sources,
): Iterable<Route> {}

/** Where a page's variant for a period lives: the default one at the page itself. */
export function periodPath(page: string, period: PeriodName): string {
  return period === DEFAULT_PERIOD ? page : `${page}${period}/`;
}
