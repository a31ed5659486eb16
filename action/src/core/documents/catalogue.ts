import { agentWorkflows } from "#core/documents/agent-workflows/document.ts";
import { agents } from "#core/documents/agents/document.ts";
import { alerts } from "#core/documents/alerts/document.ts";
import { audit } from "#core/documents/audit/document.ts";
import { budgets } from "#core/documents/budgets/document.ts";
import { compliance } from "#core/documents/compliance/document.ts";
import { conditions } from "#core/documents/conditions/document.ts";
import { costs } from "#core/documents/costs/document.ts";
import { entities } from "#core/documents/entities/document.ts";
import { errors } from "#core/documents/errors/document.ts";
import { events } from "#core/documents/events/document.ts";
import { executions } from "#core/documents/executions/document.ts";
import { failures } from "#core/documents/failures/document.ts";
import { focus } from "#core/documents/focus/document.ts";
import { forecast } from "#core/documents/forecast/document.ts";
import { health } from "#core/documents/health/document.ts";
import { inventory } from "#core/documents/inventory/document.ts";
import { metrics } from "#core/documents/metrics/document.ts";
import { models } from "#core/documents/models/document.ts";
import { operations } from "#core/documents/operations/document.ts";
import { outcomes } from "#core/documents/outcomes/document.ts";
import { overview } from "#core/documents/overview/document.ts";
import { policies } from "#core/documents/policies/document.ts";
import { product } from "#core/documents/product/document.ts";
import { recentRuns } from "#core/documents/recent-runs/document.ts";
import { recommendations } from "#core/documents/recommendations/document.ts";
import type { Place } from "#core/documents/row/places.ts";
import type { DocumentsOf, Navigation } from "#core/documents/row/row.ts";
import { runDays } from "#core/documents/run-days/document.ts";
import { runRelations } from "#core/documents/run-relations/document.ts";
import { runSteps } from "#core/documents/run-steps/document.ts";
import { runs } from "#core/documents/runs/document.ts";
import { sessions } from "#core/documents/sessions/document.ts";
import { site } from "#core/documents/site/document.ts";
import { statements } from "#core/documents/statements/document.ts";
import { stepTimes } from "#core/documents/step-times/document.ts";
import { steps } from "#core/documents/steps/document.ts";
import { tools } from "#core/documents/tools/document.ts";
import { users } from "#core/documents/users/document.ts";
import { usualCosts } from "#core/documents/usual-costs/document.ts";
import { workflowPages } from "#core/documents/workflow/document.ts";
import { workflows } from "#core/documents/workflows/document.ts";

/** Every document, in the order of the API's files. The last tells what all others had to do without. */
export const CATALOGUE = [
  site,
  overview,
  workflows,
  workflowPages,
  stepTimes,
  steps,
  failures,
  operations,
  errors,
  costs,
  focus,
  usualCosts,
  budgets,
  forecast,
  statements,
  conditions,
  alerts,
  inventory,
  policies,
  audit,
  compliance,
  executions,
  agents,
  sessions,
  agentWorkflows,
  models,
  tools,
  product,
  outcomes,
  recommendations,
  users,
  metrics,
  events,
  recentRuns,
  runs,
  runSteps,
  runDays,
  runRelations,
  entities,
  health,
] as const;

type Row = (typeof CATALOGUE)[number];

export type Documents = DocumentsOf<Row>;
export type DocumentName = Row["name"];

/** The pages that rows tell of, each function by its page file. */
type PlacesOf<Key extends "pages" | "dayPages" | "lastPages"> = Together<
  Row extends infer One ? (One extends { [Name in Key]: infer Pages } ? Pages : never) : never
>;
type Together<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer All) => void
  ? All
  : never;
type AllPlaces = PlacesOf<"pages"> & PlacesOf<"dayPages"> & PlacesOf<"lastPages">;

/** What each page shows, by its file in `site/src/pages`, without its ending. */
export type PageDocuments = {
  [Page in keyof AllPlaces]: AllPlaces[Page] extends (...made: never[]) => Iterable<Place<infer Document>>
    ? Document
    : never;
};
export type PageName = keyof PageDocuments;

/** The main navigation, in its order; every page it names exists. */
export const NAVIGATION: readonly Navigation[] = CATALOGUE.flatMap((row) =>
  "navigation" in row ? [row.navigation] : [],
).sort((a, b) => a.place - b.place);
