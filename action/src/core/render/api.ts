import * as z from "zod";
import { AgentsDocument } from "#core/documents/agents/agents.ts";
import { CatalogueDocument } from "#core/documents/catalogue.ts";
import { DIMENSIONS } from "#core/documents/costs/breakdown.ts";
import { Calendar } from "#core/documents/costs/calendar.ts";
import { CostsDocument } from "#core/documents/costs/costs.ts";
import { LedgerLine } from "#core/documents/costs/ledger.ts";
import type { Documents } from "#core/documents/documents.ts";
import { EntitiesDocument } from "#core/documents/entities.ts";
import { ErrorsDocument } from "#core/documents/errors/errors.ts";
import { EventsDocument } from "#core/documents/events/events.ts";
import { ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import { ExecutionsDocument } from "#core/documents/executions/executions.ts";
import { invocationsOf } from "#core/documents/executions/invocation.ts";
import type { Context, Facts } from "#core/documents/fold.ts";
import { HealthDocument } from "#core/documents/health.ts";
import { MetricsDocument } from "#core/documents/metrics/metrics.ts";
import { ModelsDocument } from "#core/documents/models/models.ts";
import { OperationsDocument } from "#core/documents/operations.ts";
import { OutcomesDocument } from "#core/documents/outcomes/outcomes.ts";
import { OverviewDocument } from "#core/documents/overview.ts";
import { PERIODS } from "#core/documents/period.ts";
import { ProductDocument } from "#core/documents/product/product.ts";
import { VersionComparison } from "#core/documents/product/versions.ts";
import { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { RunRow } from "#core/documents/run-row.ts";
import { SessionsDocument } from "#core/documents/sessions/sessions.ts";
import type { SiteDocument } from "#core/documents/site.ts";
import { StepsDocument } from "#core/documents/steps.ts";
import { ToolsDocument } from "#core/documents/tools/tools.ts";
import { UsersDocument } from "#core/documents/users/users.ts";
import { WorkflowsDocument } from "#core/documents/workflows.ts";
import { Execution } from "#core/records/execution.ts";
import { Run } from "#core/records/run.ts";
import { AnalysisShard } from "#core/records/shard.ts";
import { AGENT_COLUMNS, EXECUTION_COLUMNS, SESSION_COLUMNS } from "#core/render/agent-tables.ts";
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
import {
  COMPARISON_COLUMNS,
  comparisonRows,
  MODEL_COLUMNS,
  RECOMMENDATION_COLUMNS,
  TOOL_COLUMNS,
} from "#core/render/model-tables.ts";
import { OUTCOME_COLUMNS, outcomeRows } from "#core/render/outcome-table.ts";
import { runFiles } from "#core/render/run-files.ts";
import { EVENT_COLUMNS, METRIC_COLUMNS, USER_COLUMNS, userRows } from "#core/render/user-tables.ts";
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
  executions: ExecutionsDocument,
  "executions-day": z.strictObject({
    day: DaySchema,
    rows: z.array(ExecutionRow),
    executions: z.array(Execution),
  }),
  agents: byPeriod(AgentsDocument),
  sessions: SessionsDocument,
  users: byPeriod(UsersDocument),
  metrics: byPeriod(MetricsDocument),
  events: EventsDocument,
  models: byPeriod(ModelsDocument),
  tools: byPeriod(ToolsDocument),
  "comparison-models": z.array(VersionComparison),
  product: ProductDocument,
  outcomes: OutcomesDocument,
  recommendations: z.array(Recommendation),
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
  yield* agentFiles(documents, json);
  yield* modelFiles(documents, json);
  yield* userFiles(documents, json);
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

/** What agents did. */
function* agentFiles(
  { work: { executions, agents, sessions } }: Documents,
  json: JsonFile,
): Iterable<ApiFile> {
  const { rows } = executions;
  yield json("executions.json", "executions", "The newest executions of agents", executions, rows.length);
  yield table("executions.csv", "The same as a table", EXECUTION_COLUMNS, rows);
  const agentRows = PERIODS.flatMap((period) =>
    agents.periods[period].agents.map((row) => ({ period, row })),
  );
  yield json("agents.json", "agents", "The Agents pages, every period", agents.periods, agentRows.length);
  yield table("agents.csv", "The same as a table", withPeriod(AGENT_COLUMNS), agentRows);
  const { list } = sessions;
  yield json("sessions.json", "sessions", "The Sessions page", list, list.sessions.length);
  yield table("sessions.csv", "The same as a table", SESSION_COLUMNS, list.sessions);
}

/** Who used agents, and what users themselves measured and told. */
function* userFiles({ users, metrics, events }: Documents, json: JsonFile): Iterable<ApiFile> {
  const rows = PERIODS.flatMap((period) => userRows(users[period]).map((row) => ({ period, row })));
  yield json("users.json", "users", "The Users page, every period", users, rows.length);
  yield table("users.csv", "People, apps and teams as a table", withPeriod(USER_COLUMNS), rows);
  const measured = PERIODS.flatMap((period) => metrics[period].metrics.map((row) => ({ period, row })));
  yield json("metrics.json", "metrics", "The users' own metrics, every period", metrics, measured.length);
  yield table("metrics.csv", "The same as a table", withPeriod(METRIC_COLUMNS), measured);
  const { length } = events.events;
  yield json("events.json", "events", "The users' own events of the last 90 days", events, length);
  yield table("events.csv", "The same as a table", EVENT_COLUMNS, events.events);
}

/** What agents worked with, and what to make of it. */
function* modelFiles(documents: Documents, json: JsonFile): Iterable<ApiFile> {
  const { models, tools, product, recommendations } = documents;
  const answered = PERIODS.flatMap((period) => models[period].models.map((row) => ({ period, row })));
  yield json("models.json", "models", "The Models page, every period", models, answered.length);
  yield table("models.csv", "The same as a table", withPeriod(MODEL_COLUMNS), answered);
  const called = PERIODS.flatMap((period) => tools[period].tools.map((row) => ({ period, row })));
  yield json("tools.json", "tools", "The Tools pages, every period", tools, called.length);
  yield table("tools.csv", "The same as a table", withPeriod(TOOL_COLUMNS), called);
  const { comparisons } = product;
  const switches = comparisons.filter(({ dimension }) => dimension === "model");
  const about = "Models before and after a switch, with intervals";
  yield json("comparison/models.json", "comparison-models", about, switches, switches.length);
  const compared = comparisonRows(switches);
  yield table("comparison/models.csv", "The same as a table", COMPARISON_COLUMNS, compared);
  const { outcomes } = documents;
  yield json(
    "outcomes.json",
    "outcomes",
    "What became of pull requests that agents touched",
    outcomes,
    outcomes.agents.length,
  );
  yield table("outcomes.csv", "The same by agent, as a table", OUTCOME_COLUMNS, outcomeRows(outcomes));
  yield json("product.json", "product", "The Product page", product, comparisons.length);
  yield table(
    "product/versions.csv",
    "Its comparisons of versions",
    COMPARISON_COLUMNS,
    comparisonRows(comparisons),
  );
  const { length } = recommendations;
  yield json("recommendations.json", "recommendations", "What to do, with evidence", recommendations, length);
  yield table("recommendations.csv", "The same as a table", RECOMMENDATION_COLUMNS, recommendations);
}

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
  attempts: readonly { run: Run; facts: Facts }[],
): ApiFile {
  const runs = attempts.map(({ run }) => run);
  const readings = attempts.flatMap(({ facts }) => facts.reading ?? []);
  const about = `Runs created on ${day} with their jobs and steps, and what their logs say`;
  return jsonFile(site, `runs/${day}.json`, "runs-day", about, { day, runs, readings }, runs.length);
}

/** What the agents of a day's runs did, and the records it comes from; no files for a day without any. */
export function executionDayFiles(
  site: SiteDocument,
  day: Day,
  attempts: readonly { run: Run; facts: Facts }[],
  context: Context,
): ApiFile[] {
  const invocations = attempts.flatMap(({ run, facts }) => invocationsOf(run, facts, context));
  if (invocations.length === 0) return [];
  const rows = invocations.map(executionRow);
  const executions = attempts.flatMap(({ facts }) => facts.executions);
  const path = `executions/${day}`;
  const about = `What the agents of the runs created on ${day} did, and its records`;
  return [
    jsonFile(site, `${path}.json`, "executions-day", about, { day, rows, executions }, rows.length),
    table(`${path}.csv`, "Its rows as a table", EXECUTION_COLUMNS, rows),
  ];
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
