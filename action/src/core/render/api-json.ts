import * as z from "zod";
import { LedgerLine } from "#core/attempts/ledger.ts";
import { PERIODS } from "#core/attempts/period.ts";
import { AgentsDocument } from "#core/documents/agents/agents.ts";
import { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import { Calendar } from "#core/documents/costs/calendar.ts";
import { CostsDocument } from "#core/documents/costs/costs.ts";
import { EntitiesDocument } from "#core/documents/entities/entities.ts";
import { ErrorsDocument } from "#core/documents/errors/errors.ts";
import { EventsDocument } from "#core/documents/events/events.ts";
import { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { ExecutionsDocument } from "#core/documents/executions/executions.ts";
import { HealthDocument } from "#core/documents/health/health.ts";
import { MetricsDocument } from "#core/documents/metrics/metrics.ts";
import { ModelsDocument } from "#core/documents/models/models.ts";
import { OperationsDocument } from "#core/documents/operations/operations.ts";
import { OutcomesDocument } from "#core/documents/outcomes/outcomes.ts";
import { OverviewDocument } from "#core/documents/overview/overview.ts";
import { ProductDocument } from "#core/documents/product/product.ts";
import { VersionComparison } from "#core/documents/product/versions.ts";
import { RunRow } from "#core/documents/recent-runs/run-row.ts";
import { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { SessionsDocument } from "#core/documents/sessions/sessions.ts";
import type { SiteDocument } from "#core/documents/site/site.ts";
import { StepsDocument } from "#core/documents/steps/steps.ts";
import { ToolsDocument } from "#core/documents/tools/tools.ts";
import { UsersDocument } from "#core/documents/users/users.ts";
import { WorkflowsDocument } from "#core/documents/workflows/workflows.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import { Execution } from "#core/records/execution.ts";
import { Run } from "#core/records/run.ts";
import type { ApiFile } from "#core/render/api-file.ts";
import { Day as DaySchema, Utc } from "#core/time.ts";

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
    readings: z.array(StoredAnalysis),
  }),
  health: HealthDocument,
  entities: EntitiesDocument,
} as const;
/** What a file holds; also the name of its schema. */
export type ApiKind = keyof typeof DATA;

/** Said in every file, so that no reader has to guess. */
const UNITS = {
  time: "UTC, ISO 8601, whole seconds",
  duration: "seconds unless the name says minutes",
  share: "0 to 1",
  money:
    "integer nano-dollars in JSON, in fields named *_nano_usd (1 USD = 1,000,000,000), decimal dollars in CSV",
  size: "bytes",
  unknown: "null, never 0",
} as const;

/** Makes files of one build (`jsonFile`). */
export type JsonFile = (
  path: string,
  kind: ApiKind,
  about: string,
  data: unknown,
  rows?: number | null,
) => ApiFile;

/** A document below the envelope that all files share: the build, the units and the schema of what it holds. */
export function jsonFile(
  { repository, as_of, build_id }: SiteDocument,
  path: string,
  kind: ApiKind,
  about: string,
  data: unknown,
  rows: number | null,
): ApiFile {
  const schema = `schema/${kind}.json`;
  const text = `${JSON.stringify({ schema, repository, as_of, build_id, units: UNITS, data })}\n`;
  return { path, text, about, rows, schema };
}

/** A JSON Schema for each kind of file. */
export function schemaFiles(): ApiFile[] {
  return (Object.keys(DATA) as ApiKind[]).map(schemaFile);
}

function schemaFile(kind: ApiKind): ApiFile {
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
