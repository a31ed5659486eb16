import { containedDocuments } from "#app/contained-documents.ts";
import { readDay } from "#app/day-facts.ts";
import type { Clock, Store } from "#app/effects.ts";
import type { Told } from "#core/attempts/pieces.ts";
import type { TelemetryConfig } from "#core/config/telemetry.ts";
import type { Config } from "#core/config.ts";
import type { DocumentName, Documents } from "#core/documents/catalogue.ts";
import { EVENT_DAYS, type ToldEvents, toldEventsFold } from "#core/documents/events/told-events.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { UserError } from "#core/errors.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import { addDays, addSeconds, dayOf, type Utc } from "#core/time.ts";

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
  /** Overrides the moment documents speak of, which else is the end of the newest sync. */
  now: Utc | null;
};

/**
 * Makes these documents in one pass over the store's days, as long as none breaks; no more than one day is held.
 *
 * @param rendererId goes into the build id, so that new pages count as a new build
 */
export async function buildDocuments<Name extends DocumentName>(
  effects: { store: Store; clock: Clock },
  options: DocumentOptions,
  rendererId: string,
  names: readonly Name[],
): Promise<{ documents: Pick<Documents, Name>; sources: Sources }> {
  const { store, clock } = effects;
  const [repository, state, journal, sizes, pulls] = await Promise.all([
    store.readRepository(),
    store.readState(),
    readJournal(store),
    store.sizes(),
    readPulls(store),
  ]);
  if (repository === null || state === null)
    throw new UserError(
      `there are no records of ${options.repository} yet`,
      "Run `sync` first: it fetches the workflow runs that the dashboard shows.",
    );
  const now = options.now ?? endOf(journal.at(-1)) ?? clock.now();
  const sources: Sources = {
    context: { now, config: options.config, repository, state, server: options.server },
    journal,
    sizes,
    cron: options.cron,
    knownErrors: options.knownErrors ?? new Map(),
    pulls,
    events: await readEvents(store, now, options.config.telemetry.forks),
    unreadable: () => store.unreadable(),
    buildId: `${now.replaceAll(/[-:]|\d\dZ$/g, "")}-${rendererId}`,
  };
  const attempts = () => everyAttempt(store, options.config);
  return { documents: await containedDocuments(names, sources, attempts), sources };
}

async function* everyAttempt(store: Store, config: Config): AsyncIterable<Told> {
  for (const day of await store.days("runs")) yield* await readDay(store, day, config);
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

/** An attempt's events are kept with the day of its run, which may be started again for 30 days. */
async function readEvents(store: Store, now: Utc, forks: TelemetryConfig["forks"]): Promise<ToldEvents> {
  const first = addDays(dayOf(now), -EVENT_DAYS - 31);
  const fold = toldEventsFold(now, forks);
  for (const day of await store.days("events")) if (day >= first) fold.add(await store.read("events", day));
  return fold.finish();
}

function endOf(entry: JournalEntry | undefined): Utc | null {
  return entry === undefined ? null : addSeconds(entry.started_at, Math.ceil(entry.duration_seconds));
}
