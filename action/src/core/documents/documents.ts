import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import { type CostDocuments, costsFold } from "#core/documents/costs/costs.ts";
import { type EntitiesDocument, entitiesFold } from "#core/documents/entities/entities.ts";
import { type ErrorsDocument, errorsFold } from "#core/documents/errors/errors.ts";
import { type EventsDocument, eventsFold } from "#core/documents/events/events.ts";
import { NO_EVENTS, type ToldEvents } from "#core/documents/events/told-events.ts";
import { type AgentWork, agentWorkFold } from "#core/documents/executions/agent-work.ts";
import { type Failures, failuresFold } from "#core/documents/failures/failures.ts";
import { type HealthDocument, healthFold } from "#core/documents/health/health.ts";
import { type MetricsDocument, metricsFold } from "#core/documents/metrics/metrics.ts";
import { type ModelsDocument, modelsFold } from "#core/documents/models/models.ts";
import { type OperationsDocument, operationsFold } from "#core/documents/operations/operations.ts";
import { type OutcomesDocument, outcomesFold } from "#core/documents/outcomes/outcomes.ts";
import { type OverviewDocument, overviewFold } from "#core/documents/overview/overview.ts";
import { type ProductDocument, productFold } from "#core/documents/product/product.ts";
import { type RunRow, recentRunsFold } from "#core/documents/recent-runs/run-row.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { recommendationsFold } from "#core/documents/recommendations/recommendations.ts";
import { type RunDays, runDaysFold } from "#core/documents/run-days/run-days.ts";
import { type RunRelations, runRelations } from "#core/documents/run-relations/run-relations.ts";
import { type RunSteps, runStepsFold } from "#core/documents/run-steps/run-steps.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { type SiteDocument, siteFold } from "#core/documents/site/site.ts";
import type { LeftOut } from "#core/documents/sources/left-out.ts";
import { type StepsDocument, stepsFold } from "#core/documents/steps/steps.ts";
import { type ToolsDocument, toolsFold } from "#core/documents/tools/tools.ts";
import { type UsersDocument, usersFold } from "#core/documents/users/users.ts";
import { type WorkflowDocument, workflowPagesFold } from "#core/documents/workflow/workflow.ts";
import { type WorkflowsDocument, workflowsFold } from "#core/documents/workflows/workflows.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Unreadable } from "#core/records/unreadable.ts";

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
  /** Asked when all has been read: what could not be. Nothing when left out. */
  unreadable?: () => readonly Unreadable[];
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

/** What documents are made from that were made before them, besides what they fold themselves. */
export type Made = Documents & {
  /** What `operations` and `errors` both conclude from. */
  failures: Failures;
  /** What the others had to do without. */
  leftOut: readonly LeftOut[];
};

export type DocumentName = keyof Omit<Made, "leftOut">;

type Making<Document> = { add(attempt: Attempt): void; finish(made: Made): Document };

/** How each document is made, in an order in which each finds those that it needs. */
export const FOLDS: { readonly [Name in DocumentName]: (sources: Sources) => Making<Made[Name]> } = {
  site: siteFold,
  workflows: ({ context }) => workflowsFold(context),
  workflowPages: ({ context }) => workflowPagesFold(context),
  steps: ({ context }) => stepsFold(context),
  failures: ({ context }) => failuresFold(context),
  errors: ({ context, knownErrors }) =>
    after(errorsFold(context, knownErrors ?? new Map()), ({ finish }, { failures }) => finish(failures)),
  operations: ({ context }) =>
    after(operationsFold(context), ({ finish }, { failures, errors }) => finish(failures, errors)),
  costs: ({ context }) => costsFold(context),
  models: ({ context }) => modelsFold(context),
  tools: ({ context }) => toolsFold(context),
  product: ({ context }) => productFold(context),
  outcomes: ({ context, pulls }) => outcomesFold(context, pulls ?? []),
  users: ({ context }) => usersFold(context),
  metrics: ({ context, events }) => metricsFold(context, events ?? NO_EVENTS),
  events: ({ context, events }) => eventsFold(context, events ?? NO_EVENTS),
  work: ({ context }) => agentWorkFold(context),
  overview: ({ context }) =>
    after(overviewFold(context), ({ finish }, { workflows, steps, costs, work }) =>
      finish(workflows, steps, costs, work.agents),
    ),
  recommendations: ({ context }) =>
    after(recommendationsFold(context), ({ finish }, { models, tools, product }) =>
      finish({ models: models["30d"], tools: tools["30d"], product }),
    ),
  entities: ({ context }) => entitiesFold(context),
  recentRuns: () => recentRunsFold(),
  runs: (sources) => runIndexFold(sources),
  runSteps: () => runStepsFold(),
  runDays: () => runDaysFold(),
  runRelations: () => ({ add: () => undefined, finish: ({ runs }) => runRelations(runs) }),
  health: (sources) => after(healthFold(sources), ({ finish }, { leftOut }) => finish(leftOut)),
};

/** A fold whose end needs other documents. */
function after<F extends { add: Making<unknown>["add"] }, Document>(
  fold: F,
  finish: (fold: F, made: Made) => Document,
): Making<Document> {
  return { add: fold.add, finish: (made) => finish(fold, made) };
}

export const DOCUMENT_NAMES = Object.keys(FOLDS) as DocumentName[];

/** One fold over the stored runs that makes every document. A record that breaks one of them breaks it all. */
export function documentsFold(sources: Sources): Fold<Documents> {
  const folds = DOCUMENT_NAMES.map((name) => ({ name, fold: FOLDS[name](sources) }));
  return {
    add(attempt) {
      for (const { fold } of folds) fold.add(attempt);
    },
    finish() {
      const made = { leftOut: [] as readonly LeftOut[] } as Made;
      for (const { name, fold } of folds) Object.assign(made, { [name]: fold.finish(made) });
      return made;
    },
  };
}
