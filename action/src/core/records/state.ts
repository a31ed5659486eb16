import * as z from "zod";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Day, Utc } from "#core/time.ts";

/** A stretch of `created_at`, both ends inclusive as in GitHub's `created=A..B`. */
export const Window = z.strictObject({ from: Utc, to: Utc });
export type Window = z.infer<typeof Window>;

/**
 * What a stored attempt still lacks. `reading`: the log of a failure is still to be read; `telemetry`: what its
 * agents left behind is still to be imported.
 */
export const Need = z.enum([
  "completion",
  "attempts",
  "jobs",
  "artifacts",
  "pull_requests",
  "reading",
  "telemetry",
]);
export type Need = z.infer<typeof Need>;

export const PendingRun = z.strictObject({
  run_id: z.number().int(),
  run_attempt: z.number().int(),
  /** The shard that holds it: the UTC day of `created_at`. */
  day: Day,
  workflow_id: z.number().int(),
  needs: z.array(Need).min(1),
  /** How many syncs tried and failed; a run that never works is given up into the ledger. */
  tries: z.number().int(),
  /** What GitHub had not when it was asked for it, how often it said so, and when last: once is no proof. */
  absent: z.array(z.strictObject({ need: Need, times: z.number().int(), last: Utc })).optional(),
});
export type PendingRun = z.infer<typeof PendingRun>;

/** Those that lack what GitHub has: a run that is still going is not work left undone. */
export function toBeFetched(pending: readonly PendingRun[]): PendingRun[] {
  return pending.filter((entry) => entry.needs.join() !== "completion");
}

/** Why an attempt is stored without something, or not at all. One line each, for ever. */
export const LedgerEntry = z.strictObject({
  run_id: z.number().int(),
  run_attempt: z.number().int(),
  day: Day,
  /** What is missing; `outcome`: what became of a pull request that the attempt touched. */
  missing: z.enum([
    "run",
    "attempt",
    "jobs",
    "artifacts",
    "pull_requests",
    "reading",
    "telemetry",
    "outcome",
  ]),
  /** Of an outcome: which pull request. */
  pull: z.number().int().positive().optional(),
  reason: z.enum([
    "sampled",
    "retention",
    "forgotten",
    "jobs_disabled",
    "not_found",
    "forbidden",
    "unreadable",
    "not_believed",
    "gave_up",
  ]),
  /** Said by GitHub or by our parser; short, escaped where shown. */
  message: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** `state.json`: where the next sync goes on. No clock in it, so that an idle sync changes no byte. */
export const State = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  /** Every run created in this stretch has been listed, but for `backfill`; null before the first listing. */
  covered: Window.nullable(),
  /** Stretches still to be listed, newest first: older ones, and gaps that a stopped sync left. */
  backfill: z.array(Window),
  pending: z.array(PendingRun),
  ledger: z.array(LedgerEntry),
  /** The sync's own workflow, once recognised: kept out of failure statistics. */
  own_workflow_id: z.number().int().nullable(),
  /** For how many days details were kept when all stored days were last looked at; absent: the standard ones. */
  retention: z
    .strictObject({
      "detail-days": z.number().int(),
      "telemetry-days": z.number().int(),
      "excerpts-days": z.number().int(),
    })
    .optional(),
});
export type State = z.infer<typeof State>;
