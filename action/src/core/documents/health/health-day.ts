import * as z from "zod";
import type { EndpointRequests, JournalEntry } from "#core/records/journal.ts";
import { sum } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { Day } from "#core/time.ts";

const Count = z.number().int();

/**
 * What the syncs of one UTC day did together. A sync that finds nothing new leaves no trace (that is how it changes
 * no byte), so a day may show none although the schedule ran.
 */
export const HealthDay = z.strictObject({
  day: Day,
  syncs: Count,
  /** Syncs that stopped before everything was fetched. */
  stopped: Count,
  requests: Count,
  failed: Count,
  retried: Count,
  /** Requests as a share of what the day's limit allows (24 × the hourly limit); null when none was told. */
  limit_share: z.number().nullable(),
  /** The lowest that was left of an hour's limit after a sync. */
  least_remaining: Count.nullable(),
  jobs_fetch: Rate,
  parse_errors: Count,
  runs_with_missing_fields: Count,
  runs_added: Count,
  runs_updated: Count,
  /** Of agents, that were stored. */
  executions: Count,
  duration_seconds: z.number(),
  waited_seconds: z.number(),
});
export type HealthDay = z.infer<typeof HealthDay>;

/** All requests of a sync, and how many of them failed or were repetitions. */
export function requestsOf(entry: JournalEntry): Omit<EndpointRequests, "endpoint"> {
  return {
    requests: sum(entry.requests.map((row) => row.requests)),
    failed: sum(entry.requests.map((row) => row.failed)),
    retried: sum(entry.requests.map((row) => row.retried)),
  };
}

/** @param entries of the syncs that began on it */
export function healthDay(day: Day, entries: readonly JournalEntry[]): HealthDay {
  const requests = sum(entries.map((entry) => requestsOf(entry).requests));
  const limits = entries.flatMap((entry) => entry.rate_limit ?? []);
  const hourly = Math.max(0, ...limits.map(({ limit }) => limit));
  return {
    day,
    syncs: entries.length,
    stopped: entries.filter((entry) => entry.stopped !== null).length,
    requests,
    failed: sum(entries.map((entry) => requestsOf(entry).failed)),
    retried: sum(entries.map((entry) => requestsOf(entry).retried)),
    limit_share: hourly === 0 ? null : requests / (24 * hourly),
    least_remaining: limits.length === 0 ? null : Math.min(...limits.map(({ remaining }) => remaining)),
    jobs_fetch: rate(
      sum(entries.map((entry) => entry.jobs_fetched)),
      sum(entries.map((entry) => entry.jobs_requested)),
    ),
    parse_errors: sum(entries.map((entry) => entry.parse_errors)),
    runs_with_missing_fields: sum(entries.map((entry) => entry.runs_with_missing_fields)),
    runs_added: sum(entries.map((entry) => entry.runs_added)),
    runs_updated: sum(entries.map((entry) => entry.runs_updated)),
    executions: sum(entries.map((entry) => entry.telemetry?.executions ?? 0)),
    duration_seconds: sum(entries.map((entry) => entry.duration_seconds)),
    waited_seconds: sum(entries.map((entry) => entry.waited_seconds)),
  };
}
