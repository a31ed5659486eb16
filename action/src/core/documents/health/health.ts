import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { Completeness, completenessFold } from "#core/documents/health/completeness.ts";
import { Freshness, freshnessOf } from "#core/documents/health/freshness.ts";
import { HealthDay, healthDay } from "#core/documents/health/health-day.ts";
import { FailedPart, LeftOut } from "#core/documents/sources/left-out.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { EndpointRequests, JournalEntry } from "#core/records/journal.ts";
import { Unreadable } from "#core/records/unreadable.ts";
import { sum } from "#core/statistics/distribution.ts";
import { addDays, dayOf, monthOf, Utc } from "#core/time.ts";

const Count = z.number().int();

/** How the last rendering of the site went; made while it is written. */
export const SiteBuild = z.strictObject({
  pages: Count,
  bytes: Count,
  seconds: z.number(),
  /** A page says so in its place. */
  failed: z.array(FailedPart),
});
export type SiteBuild = z.infer<typeof SiteBuild>;

export const HealthDocument = z.strictObject({
  as_of: Utc,
  freshness: Freshness,
  cron: z.string().nullable(),
  last_sync: JournalEntry.nullable(),
  /** The newest first. */
  syncs: z.array(JournalEntry),
  /** The last 30 days, oldest first; days before the first sync are left out. */
  days: z.array(HealthDay),
  /** Of those days together, most requests first. */
  endpoints: z.array(EndpointRequests),
  completeness: Completeness,
  /** Stored records that documents could not be made with, and are made without; `left_out_total` counts all. */
  left_out: z.array(LeftOut),
  left_out_total: Count,
  /** Records that do not fit their schema, or not in full, left out of documents; `unreadable_total` counts all. */
  unreadable: z.array(Unreadable),
  unreadable_total: Count,
  files: z.strictObject({
    count: Count,
    bytes: Count,
    /** Largest first. */
    largest: z.array(z.strictObject({ path: z.string(), bytes: Count })),
  }),
  build_id: z.string(),
});
export type HealthDocument = z.infer<typeof HealthDocument>;

const DAYS = 30;
const SYNCS = 24;
const LARGEST_FILES = 10;
const MOST_LEFT_OUT = 200;

export function healthFold(sources: Sources): Fold<HealthDocument> {
  const { context, journal, sizes } = sources;
  const completeness = completenessFold(context);
  return {
    add: completeness.add,
    finish() {
      const leftOut = sources.leftOut?.() ?? [];
      const unreadable = [...(sources.unreadable?.() ?? []), ...notBelieved(journal)];
      const today = dayOf(context.now);
      const first = journal[0] === undefined ? null : dayOf(journal[0].started_at);
      const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index + 1 - DAYS));
      const recent = journal.filter((entry) => dayOf(entry.started_at) >= (days[0] ?? today));
      return {
        as_of: context.now,
        freshness: freshnessOf(sources),
        cron: sources.cron,
        last_sync: journal.at(-1) ?? null,
        syncs: journal.slice(-SYNCS).reverse(),
        days: days
          .filter((day) => first !== null && day >= first)
          .map((day) =>
            healthDay(
              day,
              recent.filter((entry) => dayOf(entry.started_at) === day),
            ),
          ),
        endpoints: endpointsOf(recent),
        completeness: completeness.finish(),
        left_out: leftOut.slice(0, MOST_LEFT_OUT),
        left_out_total: leftOut.length,
        unreadable: unreadable.slice(0, MOST_LEFT_OUT),
        unreadable_total: unreadable.length,
        files: {
          count: sizes.length,
          bytes: sum(sizes.map((file) => file.bytes)),
          largest: sizes
            .toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))
            .slice(0, LARGEST_FILES),
        },
        build_id: sources.buildId,
      };
    },
  };
}

/** Syncs of which the journal could not tell everything. */
function notBelieved(journal: readonly JournalEntry[]): Unreadable[] {
  return journal.flatMap(({ started_at: key, not_believed: reason }) =>
    reason === undefined ? [] : [{ path: `journal/${monthOf(key)}.json`, line: null, key, reason }],
  );
}

function endpointsOf(entries: readonly JournalEntry[]): EndpointRequests[] {
  const byEndpoint = new Map<string, EndpointRequests>();
  for (const { endpoint, requests, failed, retried } of entries.flatMap((entry) => entry.requests)) {
    const known = byEndpoint.get(endpoint) ?? { endpoint, requests: 0, failed: 0, retried: 0 };
    known.requests += requests;
    known.failed += failed;
    known.retried += retried;
    byEndpoint.set(endpoint, known);
  }
  return [...byEndpoint.values()].sort(
    (a, b) => b.requests - a.requests || (a.endpoint < b.endpoint ? -1 : 1),
  );
}
