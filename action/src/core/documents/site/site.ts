import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { Freshness, freshnessOf } from "#core/documents/health/freshness.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { toBeFetched } from "#core/records/state.ts";
import { Utc } from "#core/time.ts";

/** What every page shows around its own document. */
export const SiteDocument = z.strictObject({
  /** `owner/name`. */
  repository: z.string(),
  /** `https://github.com` or the Enterprise host. */
  server: z.string(),
  /** The repository's on GitHub; null for work that was done on a developer's machine. */
  address: z.string().nullable(),
  /** End of the last sync; every `now` of the site. */
  as_of: Utc,
  /** What the freshness chip says until `stale_at`. */
  freshness: Freshness.shape.state,
  /** When the next sync is due by the workflow's own cron; null when it has none that is known. */
  next_sync_at: Utc.nullable(),
  /** From when on the data counts as stale: two syncs were missed. Null when no schedule is known. */
  stale_at: Utc.nullable(),
  /** Attempts that are stored without something still to be fetched. */
  pending: z.number().int(),
  runs: z.number().int(),
  attempts: z.number().int(),
  /** Day of the oldest run; null when there is none. */
  first_run_at: Utc.nullable(),
  /** Executions of forks' runs that stand in no figure (`telemetry.forks`). */
  foreign_executions: z.number().int(),
  /** Changes when the data or the pages do. */
  build_id: z.string(),
});
export type SiteDocument = z.infer<typeof SiteDocument>;

export function siteFold(sources: Sources): Fold<SiteDocument> {
  const { context, buildId } = sources;
  const { state, next_sync_at, stale_at } = freshnessOf(sources);
  const runs = new Set<number>();
  let attempts = 0;
  let foreign = 0;
  let first: Utc | null = null;
  return {
    add({ run, foreignReported }) {
      foreign += foreignReported;
      runs.add(run.id);
      attempts += 1;
      if (first === null || run.created_at < first) first = run.created_at;
    },
    finish: () => ({
      repository: context.repository.full_name,
      server: context.server,
      address: context.repository.html_url || null,
      as_of: context.now,
      freshness: state,
      next_sync_at,
      stale_at,
      pending: toBeFetched(context.state.pending).length,
      runs: runs.size,
      attempts,
      foreign_executions: foreign,
      first_run_at: first,
      build_id: buildId,
    }),
  };
}
