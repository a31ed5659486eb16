import { PERIODS } from "#core/attempts/period.ts";
import type { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import type { Documents } from "#core/documents/documents.ts";
import type { SiteDocument } from "#core/documents/site/site.ts";
import { agentFiles } from "#core/render/agent-files.ts";
import { type ApiFile, inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { type JsonFile, jsonFile, schemaFiles } from "#core/render/api-json.ts";
import {
  ERROR_COLUMNS,
  FAILING_STEP_COLUMNS,
  RUN_COLUMNS,
  STEP_COLUMNS,
  WORKFLOW_COLUMNS,
} from "#core/render/api-tables.ts";
import { filed } from "#core/render/columns/column.ts";
import { HEALTH_DAYS } from "#core/render/columns/health-days.ts";
import { costFiles } from "#core/render/cost-files.ts";
import { modelFiles } from "#core/render/model-files.ts";
import { runFiles } from "#core/render/run-files.ts";
import { userFiles } from "#core/render/user-files.ts";

type Part = (documents: Documents, json: JsonFile) => Iterable<ApiFile>;

/** Everything of the API that is made in one pass, part by part; days and the catalogue follow (`dayFile`, `indexFile`). */
export const API_PARTS: Readonly<Record<string, Part>> = {
  *meta({ site }, json) {
    const { next_sync_at, stale_at, pending, runs, attempts } = site;
    const meta = { generator: "agentops", next_sync_at, stale_at, pending, runs, attempts };
    yield json(
      "meta.json",
      "meta",
      "Which build this is, how old its data are and when the next is due",
      meta,
    );
  },
  *overview({ overview }, json) {
    for (const period of PERIODS)
      yield json(`overview/${period}.json`, "overview", `The Overview page, ${period}`, overview[period]);
  },
  *workflows({ workflows }, json) {
    const rows = inEveryPeriod((period) => workflows[period].workflows);
    yield json("workflows.json", "workflows", "The Workflows page, every period", workflows, rows.length);
    yield table("workflows.csv", "The same as a table", withPeriod(WORKFLOW_COLUMNS), rows);
  },
  *steps({ steps }, json) {
    const rows = inEveryPeriod((period) => steps[period].steps);
    yield json("steps.json", "steps", "The Steps page, every period", steps, rows.length);
    yield table("steps.csv", "The same as a table", withPeriod(STEP_COLUMNS), rows);
  },
  *operations({ operations }, json) {
    for (const period of PERIODS)
      yield json(
        `operations/${period}.json`,
        "operations",
        `The Operations page, ${period}`,
        operations[period],
        operations[period].heatmap.rows.length,
      );
    const failing = inEveryPeriod((period) => operations[period].heatmap.rows);
    yield table("operations/steps.csv", "The steps that failed", withPeriod(FAILING_STEP_COLUMNS), failing);
  },
  *errors({ errors }, json) {
    yield json("errors.json", "errors", "The error knowledge base", errors, errors.errors.length);
    yield table("errors.csv", "The same as a table", ERROR_COLUMNS, errors.errors);
  },
  costs: costFiles,
  agents: agentFiles,
  models: modelFiles,
  users: userFiles,
  *recent({ recentRuns }, json) {
    yield json("runs/recent.json", "runs-recent", "The newest attempts", recentRuns, recentRuns.length);
    yield table("runs/recent.csv", "The same as a table", RUN_COLUMNS, recentRuns);
  },
  runs: runFiles,
  *health({ health }, json) {
    yield json("health.json", "health", "The Data health page", health, health.days.length);
    yield table("health.csv", "What the syncs of each day did", filed(HEALTH_DAYS), health.days);
  },
  *entities({ entities }, json) {
    const named = entities.agents.length + entities.workflows.length;
    yield json("entities.json", "entities", "Agents and workflows with their colours", entities, named);
  },
  schema: schemaFiles,
};

/** The catalogue itself, last because it tells every other file's size and hash. */
export function indexFile(site: SiteDocument, catalogue: CatalogueDocument): ApiFile {
  return jsonFile(site, "index.json", "index", "This catalogue", catalogue, catalogue.files.length);
}
