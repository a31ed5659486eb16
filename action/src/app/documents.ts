import { containedDocuments } from "#app/contained-documents.ts";
import { type DayPart, EVERY_PART, readDay } from "#app/day-facts.ts";
import type { Clock, Store } from "#app/effects.ts";
import { type WorkflowFiles, workflowPathsIn } from "#app/workflow-files.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { Raw } from "#core/attempts/pieces.ts";
import type { AskedAccess } from "#core/audit/asked-access.ts";
import type { TelemetryConfig } from "#core/config/telemetry.ts";
import type { Config } from "#core/config.ts";
import { inOrder } from "#core/documents/build.ts";
import {
  EVENT_DAYS,
  NO_EVENTS,
  type ReportedEvents,
  reportedEventsFold,
} from "#core/documents/events/reported-events.ts";
import type { AnyRow, DocumentsOf } from "#core/documents/row/row.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { UserError } from "#core/errors.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { type Inventory, takeInventory } from "#core/inventory/inventory.ts";
import type { Alert } from "#core/records/alert.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Repository } from "#core/records/repository.ts";
import type { IssuedStatement } from "#core/records/statement.ts";
import { addDays, addSeconds, type Day, dayOf, type Utc } from "#core/time.ts";

export type DocumentOptions = {
  /** `owner/name`, for messages. */
  repository: string;
  config: Config;
  /** `https://github.com` or the Enterprise host. */
  server: string;
  /** The schedule of the sync, when known. */
  cron: string | null;
  /** What the repository's people wrote about signatures; none when left out. */
  knownErrors?: KnownErrors;
  /** Reads the workflow files, where a document is made from them; null: they are not known. Not when left out. */
  workflowFiles?: () => Promise<WorkflowFiles | null>;
  /** Asks GitHub who may change what steers agents, which only some commands do. */
  askAccess?: (paths: readonly string[]) => Promise<AskedAccess | null>;
  /** Overrides the moment documents speak of, which else is the end of the newest sync. */
  now: Utc | null;
};

/** What is asked for: these documents, of all that is stored unless less will do. */
export type Asked<Row extends AnyRow> = {
  rows: readonly Row[];
  /** All when left out. */
  periods?: readonly PeriodName[];
  /** Runs created longer ago are not read: documents tell of them nothing, neither as a sum nor as what was first. */
  days?: number;
};

/**
 * Makes documents in one pass over the store's days, as long as none breaks; no more than one day is held, and no
 * records are read that nothing asked for is made from.
 *
 * @param rendererId goes into the build id, so that new pages count as a new build
 */
export async function buildDocuments<Row extends AnyRow>(
  effects: { store: Store; clock: Clock },
  options: DocumentOptions,
  rendererId: string,
  { rows: asked, periods, days = Number.POSITIVE_INFINITY }: Asked<Row>,
): Promise<{ documents: DocumentsOf<Row>; sources: Sources }> {
  const { store, clock } = effects;
  const rows = inOrder(asked, periods);
  const reads = new Set(rows.flatMap((row) => row.reads ?? []));
  const [repository, state, journal, sizes, pulls, alerts, statements] = await Promise.all([
    store.readRepository(),
    store.readState(),
    readJournal(store),
    reads.has("sizes") ? store.sizes() : [],
    reads.has("pulls") ? readPulls(store) : [],
    reads.has("alerts") ? readAlerts(store) : [],
    reads.has("statements") ? readStatements(store) : [],
  ]);
  if (repository === null || state === null)
    throw new UserError(
      `there are no records of ${options.repository} yet`,
      "Run `sync` first: it fetches the workflow runs that the dashboard shows.",
    );
  const now = options.now ?? endOf(journal.at(-1)) ?? clock.now();
  const inventory = reads.has("workflows") ? await inventoryOf(repository, options) : null;
  const sources: Sources = {
    context: { now, config: options.config, repository, state, server: options.server },
    journal,
    sizes,
    cron: options.cron,
    knownErrors: options.knownErrors ?? new Map(),
    pulls,
    alerts,
    statements,
    inventory,
    asked: (await options.askAccess?.(steeringIn(inventory))) ?? null,
    events: reads.has("events") ? await readEvents(store, now, options.config.telemetry.forks) : NO_EVENTS,
    inspection: store.inspection,
    unreadable: () => store.unreadable(),
    buildId: `${now.replaceAll(/[-:]|\d\dZ$/g, "")}-${rendererId}`,
  };
  const parts = reads.has("analyses") ? EVERY_PART : ["executions" as const];
  const since = Number.isFinite(days) ? addDays(dayOf(now), -days) : "";
  const attempts = () => attemptsSince(since, store, options.config, parts);
  const documents = await containedDocuments(rows, sources, attempts);
  return { documents: documents as DocumentsOf<Row>, sources };
}

/** The files that decide what agents do. */
function steeringIn(inventory: Inventory | null): string[] {
  const files = inventory?.agents.map(({ workflow_file }) => workflow_file) ?? [];
  return [...new Set([CONFIGURATION, ...files])];
}

const CONFIGURATION = ".github/agentops.yml";

/** Null where no workflow files are at hand, or none that GitHub has in the repository: they are another's then. */
async function inventoryOf(
  { visibility, workflows }: Repository,
  { config, workflowFiles }: DocumentOptions,
): Promise<Inventory | null> {
  const files = (await workflowFiles?.()) ?? null;
  if (files === null) return null;
  const known = new Set(workflows.map(({ path }) => path));
  const paths = workflowPathsIn(files);
  if (known.size > 0 && paths.length > 0 && !paths.some((path) => known.has(path))) return null;
  return takeInventory(paths, {
    read: (path) => files.get(path) ?? null,
    agents: config.agents,
    visibility: visibility === "public" ? "public" : visibility === null ? null : "private",
    requiredChecks: null,
  });
}

async function* attemptsSince(
  since: Day | "",
  store: Store,
  config: Config,
  parts: readonly DayPart[],
): AsyncIterable<Raw> {
  for (const day of await store.days("runs"))
    if (day >= since) yield* await readDay(store, day, config, parts);
}

async function readJournal(store: Store): Promise<JournalEntry[]> {
  const months = await Promise.all(
    (await store.days("journal")).map((month) => store.read("journal", month)),
  );
  return months.flat().sort((a, b) => (a.started_at < b.started_at ? -1 : 1));
}

async function readPulls(store: Store): Promise<Pull[]> {
  return (await Promise.all((await store.days("pulls")).map((month) => store.read("pulls", month)))).flat();
}

/** Every episode, the oldest first. */
export async function readAlerts(store: Store): Promise<Alert[]> {
  return (await Promise.all((await store.days("alerts")).map((month) => store.read("alerts", month)))).flat();
}

async function readStatements(store: Store): Promise<IssuedStatement[]> {
  return (
    await Promise.all((await store.days("statements")).map((month) => store.read("statements", month)))
  ).flat();
}

/** An attempt's events are kept with the day of its run, which may be started again for 30 days. */
async function readEvents(store: Store, now: Utc, forks: TelemetryConfig["forks"]): Promise<ReportedEvents> {
  const first = addDays(dayOf(now), -EVENT_DAYS - 31);
  const fold = reportedEventsFold(now, forks);
  for (const day of await store.days("events")) if (day >= first) fold.add(await store.read("events", day));
  return fold.finish();
}

function endOf(entry: JournalEntry | undefined): Utc | null {
  return entry === undefined ? null : addSeconds(entry.started_at, Math.ceil(entry.duration_seconds));
}
