import type { Freshness } from "#core/documents/health/freshness.ts";
import { plural } from "#core/format.ts";

/** The state as pages say it. */
export const FRESHNESS_WORDS = { current: "Current", partial: "Partial", unknown: "Unknown" } as const;

/** Why the data is not current, in sentences. */
export function freshnessReasons({ state, stopped, behind, unlisted_days }: Freshness): string[] {
  return [
    ...(state === "unknown" ? ["No sync has been recorded."] : []),
    ...(stopped === null ? [] : [`The last sync stopped before everything was fetched: ${stopped}.`]),
    ...(behind === 0 ? [] : [`The next syncs still have to fetch details of ${plural(behind, "attempt")}.`]),
    ...(unlisted_days === 0
      ? []
      : [`Of the history ${plural(unlisted_days, "day")} are still to be listed.`]),
  ];
}
