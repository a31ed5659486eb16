import * as z from "zod";
import type { Sources } from "#core/documents/sources/sources.ts";
import { plural } from "#core/format.ts";
import { toBeFetched } from "#core/records/state.ts";
import { nextRun } from "#core/schedule.ts";
import { DAY_SECONDS, secondsBetween, Utc } from "#core/time.ts";

/**
 * How far the data can be trusted. `current` holds until `stale_at`, which only a reader's clock can tell:
 * a page is never stale when it is made.
 */
export const Freshness = z.strictObject({
  state: z.enum(["current", "partial", "unknown"]),
  /** Why it is not current, in sentences. */
  reasons: z.array(z.string()),
  /** By the sync workflow's own cron; null when that is not known. */
  next_sync_at: Utc.nullable(),
  /** When two syncs have been missed. */
  stale_at: Utc.nullable(),
});
export type Freshness = z.infer<typeof Freshness>;

/** The state as pages say it. */
export const FRESHNESS_WORDS = { current: "Current", partial: "Partial", unknown: "Unknown" } as const;

export function freshnessOf({ context, journal, cron }: Omit<Sources, "sizes" | "buildId">): Freshness {
  const { now, state } = context;
  const next = cron === null ? null : nextRun(cron, now);
  const reasons: string[] = [];
  const last = journal.at(-1);
  if (last?.stopped) reasons.push(`The last sync stopped before everything was fetched: ${last.stopped}.`);
  const behind = toBeFetched(state.pending).length;
  if (behind > 0) reasons.push(`The next syncs still have to fetch details of ${plural(behind, "attempt")}.`);
  if (state.backfill.length > 0) {
    const seconds = state.backfill.reduce((sum, { from, to }) => sum + (secondsBetween(from, to) ?? 0), 0);
    reasons.push(`Of the history ${plural(Math.ceil(seconds / DAY_SECONDS), "day")} are still to be listed.`);
  }
  return {
    state: last === undefined ? "unknown" : reasons.length > 0 ? "partial" : "current",
    reasons: last === undefined ? ["No sync has been recorded.", ...reasons] : reasons,
    next_sync_at: next,
    stale_at: cron === null || next === null ? null : nextRun(cron, next),
  };
}
