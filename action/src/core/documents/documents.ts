import { type CostDocuments, costsFold } from "#core/documents/costs/costs.ts";
import { type EntitiesDocument, entitiesFold } from "#core/documents/entities.ts";
import { type ErrorsDocument, errorsFold } from "#core/documents/errors/errors.ts";
import { failuresFold } from "#core/documents/errors/failures.ts";
import { type EventsDocument, eventsFold } from "#core/documents/events/events.ts";
import { NO_EVENTS, type ToldEvents } from "#core/documents/events/told-events.ts";
import { type AgentWork, agentWorkFold } from "#core/documents/executions/agent-work.ts";
import type { Context, Fold } from "#core/documents/fold.ts";
import { type HealthDocument, healthFold } from "#core/documents/health.ts";
import { type MetricsDocument, metricsFold } from "#core/documents/metrics/metrics.ts";
import { type ModelsDocument, modelsFold } from "#core/documents/models/models.ts";
import { type OperationsDocument, operationsFold } from "#core/documents/operations.ts";
import { type OutcomesDocument, outcomesFold } from "#core/documents/outcomes/outcomes.ts";
import { type OverviewDocument, overviewFold } from "#core/documents/overview.ts";
import type { PeriodName } from "#core/documents/period.ts";
import { type ProductDocument, productFold } from "#core/documents/product/product.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { recommendationsFold } from "#core/documents/recommendations/recommendations.ts";
import { type RunDays, runDaysFold } from "#core/documents/run-days.ts";
import { runIndexFold } from "#core/documents/run-index.ts";
import { type RunRelations, runRelations } from "#core/documents/run-relations.ts";
import { type RunRow, recentRunsFold } from "#core/documents/run-row.ts";
import { type RunSteps, runStepsFold } from "#core/documents/run-steps.ts";
import type { RunTable } from "#core/documents/run-table.ts";
import { type SiteDocument, siteFold } from "#core/documents/site.ts";
import { type StepsDocument, stepsFold } from "#core/documents/steps.ts";
import { type ToolsDocument, toolsFold } from "#core/documents/tools/tools.ts";
import { type UsersDocument, usersFold } from "#core/documents/users/users.ts";
import { type WorkflowDocument, workflowPagesFold } from "#core/documents/workflow.ts";
import { type WorkflowsDocument, workflowsFold } from "#core/documents/workflows.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";

/** Everything documents are made from, besides the runs that stream by. */
export type Sources = {
  context: Context;
  /** Oldest first. */
  journal: readonly JournalEntry[];
  /** Bytes of every stored file. */
  sizes: readonly { path: string; bytes: number }[];
  /** The schedule of the sync, e.g. `17 *\/2 * * *`. */
  cron: string | null;
  /** What the repository's people wrote about signatures; none when left out. */
  knownErrors?: KnownErrors;
  /** Those that agents touched; none when left out. */
  pulls?: readonly Pull[];
  /** What programs told besides what agents did; nothing when left out. */
  events?: ToldEvents;
  buildId: string;
};

/** Every document of the site but those of single runs, which `runRoutes` makes from a second pass. */
export type Documents = {
  site: SiteDocument;
  overview: Record<PeriodName, OverviewDocument>;
  workflows: Record<PeriodName, WorkflowsDocument>;
  /** One for each workflow. */
  workflowPages: WorkflowDocument[];
  steps: Record<PeriodName, StepsDocument>;
  operations: Record<PeriodName, OperationsDocument>;
  errors: ErrorsDocument;
  costs: CostDocuments;
  models: Record<PeriodName, ModelsDocument>;
  tools: Record<PeriodName, ToolsDocument>;
  product: ProductDocument;
  users: Record<PeriodName, UsersDocument>;
  metrics: Record<PeriodName, MetricsDocument>;
  events: EventsDocument;
  outcomes: OutcomesDocument;
  /** Largest saving first. */
  recommendations: Recommendation[];
  work: AgentWork;
  health: HealthDocument;
  entities: EntitiesDocument;
  /** Newest first. */
  recentRuns: RunRow[];
  /** Every attempt, for the Runs page and the links between runs. */
  runs: RunTable;
  runSteps: RunSteps;
  runDays: RunDays;
  runRelations: RunRelations;
};

/** One fold over the stored runs that makes every document. */
export function documentsFold(sources: Sources): Fold<Documents> {
  const { context } = sources;
  const site = siteFold(sources);
  const overview = overviewFold(context);
  const workflows = workflowsFold(context);
  const workflowPages = workflowPagesFold(context);
  const steps = stepsFold(context);
  const failures = failuresFold(context);
  const operations = operationsFold(context);
  const errors = errorsFold(context, sources.knownErrors ?? new Map());
  const costs = costsFold(context);
  const models = modelsFold(context);
  const tools = toolsFold(context);
  const product = productFold(context);
  const outcomes = outcomesFold(context, sources.pulls ?? []);
  const users = usersFold(context);
  const metrics = metricsFold(context, sources.events ?? NO_EVENTS);
  const events = eventsFold(context, sources.events ?? NO_EVENTS);
  const recommendations = recommendationsFold(context);
  const work = agentWorkFold(context);
  const health = healthFold(sources);
  const entities = entitiesFold(context);
  const runs = runIndexFold(sources);
  const runSteps = runStepsFold();
  const runDays = runDaysFold();
  const recentRuns = recentRunsFold(context);
  const folds = [
    site,
    overview,
    workflows,
    workflowPages,
    steps,
    failures,
    operations,
    errors,
    costs,
    models,
    tools,
    product,
    outcomes,
    users,
    metrics,
    events,
    recommendations,
    work,
    health,
    entities,
    recentRuns,
    runs,
    runSteps,
    runDays,
  ];
  return {
    add(run, facts) {
      for (const fold of folds) fold.add(run, facts);
    },
    finish() {
      const listed = workflows.finish();
      const stepped = steps.finish();
      const failed = failures.finish();
      const known = errors.finish(failed);
      const table = runs.finish();
      const answered = models.finish();
      const called = tools.finish();
      const compared = product.finish();
      const spent = costs.finish();
      const worked = work.finish();
      return {
        site: site.finish(),
        overview: overview.finish(listed, stepped, spent, worked.agents),
        workflows: listed,
        workflowPages: workflowPages.finish(),
        steps: stepped,
        operations: operations.finish(failed, known),
        errors: known,
        costs: spent,
        models: answered,
        tools: called,
        product: compared,
        outcomes: outcomes.finish(),
        users: users.finish(),
        metrics: metrics.finish(),
        events: events.finish(),
        recommendations: recommendations.finish({
          models: answered["30d"],
          tools: called["30d"],
          product: compared,
        }),
        work: worked,
        health: health.finish(),
        entities: entities.finish(),
        runs: table,
        runSteps: runSteps.finish(),
        runDays: runDays.finish(),
        runRelations: runRelations(table),
        recentRuns: recentRuns.finish(),
      };
    },
  };
}
