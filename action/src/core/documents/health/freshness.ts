import * as z from "zod";
import type { Sources } from "#core/documents/sources/sources.ts";
import { toBeFetched } from "#core/records/state.ts";
import { nextRun } from "#core/schedule.ts";
import { sum } from "#core/statistics/distribution.ts";
import { DAY_SECONDS, secondsBetween, Utc } from "#core/time.ts";

/**
 * How far the data can be trusted. `current` holds until `stale_at`, which only a reader's clock can tell:
 * a page is never stale when it is made.
 */
export const Freshness = z.strictObject({
  state: z.enum(["current", "partial", "unknown"]),
  /** Why the last sync ended early; null where it did not. */
  stopped: z.string().nullable(),
  /** Attempts whose details are still to be fetched. */
  behind: z.number().int(),
  /** Days of the history that are still to be listed. */
  unlisted_days: z.number().int(),
  /** By the sync workflow's own cron; null when that is not known. */
  next_sync_at: Utc.nullable(),
  /** When two syncs have been missed. */
  stale_at: Utc.nullable(),
});
export type Freshness = z.infer<typeof Freshness>;

export function freshnessOf({ context, journal, cron }: Omit<Sources, "sizes" | "buildId">): Freshness {
  const { now, state } = context;
  const next = cron === null ? null : nextRun(cron, now);
  const last = journal.at(-1);
  const stopped = last?.stopped || null;
  const behind = toBeFetched(state.pending).length;
  const unlisted = state.backfill.map(({ from, to }) => secondsBetween(from, to) ?? 0);
  const isPartial = stopped !== null || behind > 0 || unlisted.length > 0;
  return {
    state: last === undefined ? "unknown" : isPartial ? "partial" : "current",
    stopped,
    behind,
    unlisted_days: Math.ceil(sum(unlisted) / DAY_SECONDS),
    next_sync_at: next,
    stale_at: cron === null || next === null ? null : nextRun(cron, next),
  };
}
