import type { CatalogueDocument } from "#core/documents/catalogue.ts";
import type { CostsPage } from "#core/documents/costs/page.ts";
import type { Documents, Sources } from "#core/documents/documents.ts";
import { type Facts, NO_FACTS } from "#core/documents/fold.ts";
import type { SiteBuild } from "#core/documents/health.ts";
import { PERIODS, periodPath } from "#core/documents/period.ts";
import { runDetail } from "#core/documents/run-detail.ts";
import { errorPath, runLink } from "#core/documents/run-links.ts";
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
    yield { path: periodPath("steps/", period), page: "steps/index", document: documents.steps[period] };
    yield {
      path: periodPath("operations/", period),
      page: "operations/index",
      document: documents.operations[period],
    };
    yield {
      path: periodPath("costs/", period),
      page: "costs/index",
      document: {
        costs: documents.costs.periods[period],
        calendar: documents.costs.calendar,
        workflows: documents.workflows[period].workflows,
      } satisfies CostsPage,
    };
  }
  for (const workflow of documents.workflowPages)
    yield { path: `workflows/${workflow.slug}/`, page: "workflows/[slug]", document: workflow };
  yield { path: "errors/", page: "errors/index", document: documents.errors };
  for (const error of documents.errors.errors)
    yield { path: errorPath(error.signature), page: "errors/[signature]", document: error };
  yield { path: "runs/", page: "runs/index", document: documents.runs };
  yield { path: "404.html", page: "404", document: null };
}

/**
 * The pages of one day's runs, from a second pass over the store so that they are never all held at once.
 *
 * @param day every attempt of the runs created on one day
 */
export function* runRoutes(
  day: readonly { run: Run; facts: Facts }[],
  { runRelations: relations, errors }: Pick<Documents, "runRelations" | "errors">,
  { context }: Sources,
): Iterable<Route> {
  const attempts = new Map<number, Run[]>();
  const factsOf = new Map(day.map(({ run, facts }) => [run, facts]));
  const histories = new Map(errors.errors.map((entry) => [entry.signature, entry]));
  const history = (signature: string) => histories.get(signature) ?? null;
  for (const { run } of day) attempts.set(run.id, [...(attempts.get(run.id) ?? []), run]);
  for (const [id, ofRun] of attempts) {
    if (!relations.hasPage(id)) continue;
    const latest = Math.max(...ofRun.map((run) => run.run_attempt));
    for (const run of ofRun) {
      const isLatest = run.run_attempt === latest;
      yield {
        path: runLink(id, isLatest ? null : run.run_attempt),
        page: isLatest ? "runs/[id]/index" : "runs/[id]/attempts/[attempt]",
        document: runDetail(run, factsOf.get(run) ?? NO_FACTS, ofRun, relations, context, history),
      };
    }
  }
}

/** The pages about the site itself, written last, when there is something to tell. */
export function* closingRoutes(
  { health }: Documents,
  catalogue: CatalogueDocument,
  build: SiteBuild,
): Iterable<Route> {
  yield { path: "api/", page: "api/index", document: catalogue };
  yield { path: "health/", page: "health", document: { ...health, build } };
}
