import { agentPath, errorPath, executionPath, runLink, sessionPath } from "#core/addresses/paths.ts";
import { DEFAULT_PERIOD, periodPath } from "#core/addresses/period-path.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import { PERIODS, type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import type { CostsPage } from "#core/documents/costs/page.ts";
import type { Documents, Sources } from "#core/documents/documents.ts";
import { type Markers, markersOf } from "#core/documents/events/markers.ts";
import { executionDetail } from "#core/documents/executions/execution-detail.ts";
import type { SiteBuild } from "#core/documents/health/health.ts";
import type { MetricsPage } from "#core/documents/metrics/page.ts";
import type { OverviewDocument } from "#core/documents/overview/overview.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { runDetail } from "#core/documents/runs/run-detail.ts";
import { sessionLink, sessionSlug } from "#core/documents/sessions/session-link.ts";
import {
  MOST_TOOL_PAGES,
  TOOL_PAGE_PERIOD,
  type ToolPage,
  type ToolsPage,
  toolPath,
} from "#core/documents/tools/page.ts";

/** One HTML file of the site. */
export type Route = {
  /** Below the site's root, ending in `/`: `""`, `workflows/ci/`. `404.html` alone is a file's name. */
  path: string;
  /** The page file in `site/src/pages`, without its ending: `workflows/[slug]`. */
  page: string;
  /** Makes what the page finds in `Astro.locals.document`; made when it is rendered, so that it breaks no other. */
  document: () => unknown;
};

/** What the Overview shows: its document, the recommendations that save most, and what happened meanwhile. */
export type OverviewPage = OverviewDocument & { recommendations: Recommendation[]; markers: Markers };

/** The pages whose documents are made in one pass. */
export function* routes(documents: Documents): Iterable<Route> {
  const { overview, workflows, costs, events, work, recommendations, site } = documents;
  const markers = (period: PeriodName) => markersOf(events, periodAt(period, site.as_of));
  yield* periodRoutes("", (period): OverviewPage => {
    const first = recommendations.slice(0, 3);
    return { ...overview[period], recommendations: first, markers: markers(period) };
  });
  yield* periodRoutes("workflows/", (period) => workflows[period]);
  yield* periodRoutes("steps/", (period) => documents.steps[period]);
  yield* periodRoutes("operations/", (period) => documents.operations[period]);
  yield* periodRoutes(
    "costs/",
    (period): CostsPage => ({
      costs: costs.periods[period],
      calendar: costs.calendar,
      workflows: workflows[period].workflows,
      markers: markers(period),
    }),
  );
  yield* periodRoutes("users/", (period) => documents.users[period]);
  yield* periodRoutes(
    "metrics/",
    (period): MetricsPage => ({ metrics: documents.metrics[period], events, markers: markers(period) }),
  );
  yield* periodRoutes("agents/", (period) => work.agents.periods[period]);
  for (const page of work.agents.pages)
    yield {
      path: periodPath(agentPath(page.agent.slug), page.period.name),
      page: page.period.name === DEFAULT_PERIOD ? "agents/[slug]/index" : "agents/[slug]/[period]",
      document: () => page,
    };
  yield { path: "executions/", page: "executions/index", document: () => work.executions };
  yield { path: "sessions/", page: "sessions/index", document: () => work.sessions.list };
  for (const page of work.sessions.pages)
    yield { path: sessionPath(page.session.slug), page: "sessions/[slug]", document: () => page };
  yield* periodRoutes("models/", (period) => documents.models[period]);
  yield* toolRoutes(documents);
  yield {
    path: "product/",
    page: "product/index",
    document: () => ({ ...documents.product, outcomes: documents.outcomes }),
  };
  yield { path: "recommendations/", page: "recommendations/index", document: () => recommendations };
  for (const workflow of documents.workflowPages)
    yield { path: `workflows/${workflow.slug}/`, page: "workflows/[slug]", document: () => workflow };
  yield { path: "errors/", page: "errors/index", document: () => documents.errors };
  for (const error of documents.errors.errors)
    yield { path: errorPath(error.signature), page: "errors/[signature]", document: () => error };
  yield { path: "runs/", page: "runs/index", document: () => documents.runs };
  yield { path: "404.html", page: "404", document: () => null };
}

/** A page that there is once for every period. */
function* periodRoutes(path: string, documentOf: (period: PeriodName) => unknown): Iterable<Route> {
  for (const period of PERIODS)
    yield { path: periodPath(path, period), page: `${path}index`, document: () => documentOf(period) };
}

/** The Tools page, and one for each tool that was called in the last 30 days. */
function* toolRoutes({ tools, recommendations }: Documents): Iterable<Route> {
  const { tools: rows, period } = tools[TOOL_PAGE_PERIOD];
  const paged = rows.slice(0, MOST_TOOL_PAGES);
  const linked = paged.map(({ slug }) => slug);
  const advice = recommendations.filter(({ area }) => area === "tools" || area === "caching").slice(0, 5);
  yield* periodRoutes(
    "tools/",
    (name): ToolsPage => ({ document: tools[name], linked, recommendations: advice }),
  );
  for (const tool of paged) {
    const path = toolPath(tool.slug);
    const about = recommendations.filter(({ link }) => link === path);
    yield {
      path,
      page: "tools/[slug]",
      document: () => ({ tool, period, recommendations: about }) satisfies ToolPage,
    };
  }
}

/**
 * The pages of one day's runs, from a second pass over the store so that they are never all held at once.
 *
 * @param day every attempt of the runs created on one day
 */
export function* runRoutes(
  day: readonly Attempt[],
  { runRelations: relations, errors, work }: Pick<Documents, "runRelations" | "errors" | "work">,
  { context }: Sources,
): Iterable<Route> {
  const attempts = new Map<number, Attempt[]>();
  const histories = new Map(errors.errors.map((entry) => [entry.signature, entry]));
  const history = (signature: string) => histories.get(signature) ?? null;
  for (const attempt of day) attempts.set(attempt.run.id, [...(attempts.get(attempt.run.id) ?? []), attempt]);
  for (const attempt of day) yield* executionRoutes(attempt, work);
  for (const [id, ofRun] of attempts) {
    if (!relations.hasPage(id)) continue;
    const runs = ofRun.map(({ run }) => run);
    const latest = Math.max(...runs.map((run) => run.run_attempt));
    for (const attempt of ofRun) {
      const { run } = attempt;
      const isLatest = run.run_attempt === latest;
      yield {
        path: runLink(id, isLatest ? null : run.run_attempt),
        page: isLatest ? "runs/[id]/index" : "runs/[id]/attempts/[attempt]",
        document: () => runDetail(attempt, runs, relations, context, history, work.pages),
      };
    }
  }
}

/** The pages of one attempt's executions. */
function* executionRoutes(attempt: Attempt, work: Documents["work"]): Iterable<Route> {
  const invocations = [...attempt.invocations, ...attempt.foreign];
  for (const invocation of invocations) {
    const { execution, agent } = invocation;
    if (execution === null || !work.pages.has(execution.execution_id)) continue;
    const link = sessionLink(invocation, invocations);
    const slug = link === null ? null : sessionSlug(link);
    const agentSlug = work.agents.slugs.get(agent);
    yield {
      path: executionPath(execution.execution_id),
      page: "executions/[id]",
      document: () =>
        executionDetail({ ...invocation, execution }, invocations, work.pages, {
          session: slug !== null && work.sessions.slugs.has(slug) ? sessionPath(slug) : null,
          agent: agentSlug === undefined ? null : agentPath(agentSlug),
        }),
    };
  }
}

/** The pages about the site itself, written last, when there is something to tell. */
export function* closingRoutes(
  { health }: Documents,
  catalogue: CatalogueDocument,
  build: SiteBuild,
): Iterable<Route> {
  yield { path: "api/", page: "api/index", document: () => catalogue };
  yield { path: "health/", page: "health", document: () => ({ ...health, build }) };
}
