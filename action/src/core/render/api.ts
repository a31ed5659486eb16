import * as z from "zod";
import { CatalogueDocument } from "#core/documents/catalogue.ts";
import { DIMENSIONS } from "#core/documents/costs/breakdown.ts";
import { Calendar } from "#core/documents/costs/calendar.ts";
import { CostsDocument } from "#core/documents/costs/costs.ts";
import { LedgerLine } from "#core/documents/costs/ledger.ts";
import type { Documents } from "#core/documents/documents.ts";
import { EntitiesDocument } from "#core/documents/entities.ts";
import { ErrorsDocument } from "#core/documents/errors/errors.ts";
import { HealthDocument } from "#core/documents/health.ts";
import { OperationsDocument } from "#core/documents/operations.ts";
import { OverviewDocument } from "#core/documents/overview.ts";
import { PERIODS } from "#core/documents/period.ts";
import { RunRow } from "#core/documents/run-row.ts";
import type { SiteDocument } from "#core/documents/site.ts";
import { StepsDocument } from "#core/documents/steps.ts";
import { WorkflowsDocument } from "#core/documents/workflows.ts";
import { Run } from "#core/records/run.ts";
import { AnalysisShard, type StoredAnalysis } from "#core/records/shard.ts";
import {
  ERROR_COLUMNS,
  FAILING_STEP_COLUMNS,
  HEALTH_COLUMNS,
  RUN_COLUMNS,
  STEP_COLUMNS,
  WORKFLOW_COLUMNS,
} from "#core/render/api-tables.ts";
import { calendarRows, LEDGER_COLUMNS, SPEND_COLUMNS } from "#core/render/cost-tables.ts";
import { type CsvColumn, csv } from "#core/render/csv.ts";
import { runFiles } from "#core/render/run-files.ts";
import { type Day, Day as DaySchema, Utc } from "#core/time.ts";

/** A file of the static API before it is weighed; `path` is below `api/v1/`. */
export type ApiFile = {
  path: string;
  text: string;
  about: string;
  rows: number | null;
  schema: string | null;
};

const byPeriod = <Document extends z.ZodType>(document: Document) => z.record(z.enum(PERIODS), document);

const Meta = z.strictObject({
  generator: z.literal("agentops"),
  next_sync_at: Utc.nullable(),
  stale_at: Utc.nullable(),
  pending: z.number().int(),
  runs: z.number().int(),
  attempts: z.number().int(),
});

/** What each kind of file holds under `data`; the name is its schema's. */
const DATA = {
  index: CatalogueDocument,
  meta: Meta,
  overview: OverviewDocument,
  workflows: byPeriod(WorkflowsDocument),
  steps: byPeriod(StepsDocument),
  operations: OperationsDocument,
  errors: ErrorsDocument,
  "costs-summary": z.strictObject({ periods: byPeriod(CostsDocument), calendar: Calendar }),
  "costs-ledger": z.strictObject({ month: z.string(), lines: z.array(LedgerLine) }),
  "runs-recent": z.array(RunRow),
  "runs-day": z.strictObject({
    day: DaySchema,
    runs: z.array(Run),
    readings: AnalysisShard.shape.analyses,
  }),
  health: HealthDocument,
  entities: EntitiesDocument,
} as const;
type Kind = keyof typeof DATA;

/** Said in every file, so that no reader has to guess. */
const UNITS = {
  time: "UTC, ISO 8601, whole seconds",
  duration: "seconds unless the name says minutes",
  share: "0 to 1",
  money: "integer nano-dollars in JSON (1 USD = 1,000,000,000), decimal dollars in CSV",
  size: "bytes",
  unknown: "null, never 0",
} as const;

/** Every file of the API that is made in one pass; days and the catalogue follow (`dayFile`, `indexFile`). */
export function* apiFiles(documents: Documents): Iterable<ApiFile> {
  const { site, overview, workflows, steps, operations, errors, recentRuns, health, entities } = documents;
  const { next_sync_at, stale_at, pending, runs, attempts } = site;
  const json = (path: string, kind: Kind, about: string, data: unknown, rows: number | null = null) =>
    jsonFile(site, path, kind, about, data, rows);

  const meta = { generator: "agentops", next_sync_at, stale_at, pending, runs, attempts };
  yield json("meta.json", "meta", "Which build this is, how old its data are and when the next is due", meta);
  for (const period of PERIODS)
    yield json(`overview/${period}.json`, "overview", `The Overview page, ${period}`, overview[period]);
  const workflowRows = PERIODS.flatMap((period) =>
    workflows[period].workflows.map((row) => ({ period, row })),
  );
  yield json(
    "workflows.json",
    "workflows",
    "The Workflows page, every period",
    workflows,
    workflowRows.length,
  );
  yield table("workflows.csv", "The same as a table", withPeriod(WORKFLOW_COLUMNS), workflowRows);
  const stepRows = PERIODS.flatMap((period) => steps[period].steps.map((row) => ({ period, row })));
  yield json("steps.json", "steps", "The Steps page, every period", steps, stepRows.length);
  yield table("steps.csv", "The same as a table", withPeriod(STEP_COLUMNS), stepRows);
  for (const period of PERIODS)
    yield json(
      `operations/${period}.json`,
      "operations",
      `The Operations page, ${period}`,
      operations[period],
      operations[period].heatmap.rows.length,
    );
  const failing = PERIODS.flatMap((period) =>
    operations[period].heatmap.rows.map((row) => ({ period, row })),
  );
  yield table("operations/steps.csv", "The steps that failed", withPeriod(FAILING_STEP_COLUMNS), failing);
  yield json("errors.json", "errors", "The error knowledge base", errors, errors.errors.length);
  yield table("errors.csv", "The same as a table", ERROR_COLUMNS, errors.errors);
  yield* costFiles(documents, json);
  yield json("runs/recent.json", "runs-recent", "The newest attempts", recentRuns, recentRuns.length);
  yield table("runs/recent.csv", "The same as a table", RUN_COLUMNS, recentRuns);
  yield* runFiles(documents);
  yield json("health.json", "health", "The Data health page", health, health.days.length);
  yield table("health.csv", "What the syncs of each day did", HEALTH_COLUMNS, health.days);
  const named = entities.agents.length + entities.workflows.length;
  yield json("entities.json", "entities", "Agents and workflows with their colours", entities, named);
  for (const kind of Object.keys(DATA) as Kind[]) yield schemaFile(kind);
}

type JsonFile = (path: string, kind: Kind, about: string, data: unknown, rows?: number | null) => ApiFile;

/** What was spent, and the ledger that all of it is a sum of, month by month. */
function* costFiles({ costs: { periods, calendar, ledger } }: Documents, json: JsonFile): Iterable<ApiFile> {
  yield json("costs/summary.json", "costs-summary", "The Costs page, every period", { periods, calendar });
  for (const period of PERIODS)
    yield table(
      `costs/summary-${period}.csv`,
      `Spend by everything, ${period}`,
      SPEND_COLUMNS,
      DIMENSIONS.flatMap((by) => periods[period].by[by].map((row) => ({ by, ...row }))),
    );
  const { days, weeks, months } = calendar;
  const rows = [
    ...calendarRows("day", days),
    ...calendarRows("week", weeks),
    ...calendarRows("month", months),
  ];
  yield table("costs/calendar.csv", "Spend by day, week and month", SPEND_COLUMNS, rows);
  for (const { month, lines } of ledger) {
    const path = `costs/ledger-${month}`;
    yield json(`${path}.json`, "costs-ledger", `Every amount of ${month}`, { month, lines }, lines.length);
    yield table(`${path}.csv`, "The same as a table", LEDGER_COLUMNS, lines);
  }
}

/** The records of a day's runs and the readings of their logs, as they are stored (redacted, if the site is). */
export function dayFile(
  site: SiteDocument,
  day: Day,
  runs: readonly Run[],
  readings: readonly StoredAnalysis[],
): ApiFile {
  const about = `Runs created on ${day} with their jobs and steps, and what their logs say`;
  return jsonFile(site, `runs/${day}.json`, "runs-day", about, { day, runs, readings }, runs.length);
}

/** The catalogue itself, last because it tells every other file's size and hash. */
export function indexFile(site: SiteDocument, catalogue: CatalogueDocument): ApiFile {
  return jsonFile(site, "index.json", "index", "This catalogue", catalogue, catalogue.files.length);
}

function jsonFile(
  { repository, as_of, build_id }: SiteDocument,
  path: string,
  kind: Kind,
  about: string,
  data: unknown,
  rows: number | null,
): ApiFile {
  const schema = `schema/${kind}.json`;
  const text = `${JSON.stringify({ schema, repository, as_of, build_id, units: UNITS, data })}\n`;
  return { path, text, about, rows, schema };
}

function table<Row>(
  path: string,
  about: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): ApiFile {
  return { path, text: csv(columns, rows), about, rows: rows.length, schema: null };
}

function schemaFile(kind: Kind): ApiFile {
  const file = z.strictObject({
    schema: z.literal(`schema/${kind}.json`),
    repository: z.string(),
    as_of: Utc,
    build_id: z.string(),
    units: z.record(z.string(), z.string()),
    data: DATA[kind],
  });
  const text = `${JSON.stringify(z.toJSONSchema(file), null, 2)}\n`;
  return { path: `schema/${kind}.json`, text, about: `JSON Schema of ${kind}`, rows: null, schema: null };
}

function withPeriod<Row>(columns: readonly CsvColumn<Row>[]): CsvColumn<{ period: string; row: Row }>[] {
  const rest = columns.map(({ name, value }) => ({ name, value: ({ row }: { row: Row }) => value(row) }));
  return [{ name: "period", value: ({ period }) => period }, ...rest];
}
