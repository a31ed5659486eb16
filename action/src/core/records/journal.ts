import * as z from "zod";
import { Utc } from "#core/time.ts";

/** What one endpoint was asked in one sync; `endpoint` is GitHub's route, e.g. `GET /repos/{owner}/{repo}/actions/runs`. */
export const EndpointRequests = z.strictObject({
  endpoint: z.string(),
  requests: z.number().int(),
  /** Answers with status ≥ 400, and network errors. */
  failed: z.number().int(),
  /** How many of the requests were repetitions of a failed one. */
  retried: z.number().int(),
});
export type EndpointRequests = z.infer<typeof EndpointRequests>;

/** One committed sync. The journal is the only file that records when we ran. */
export const JournalEntry = z.strictObject({
  started_at: Utc,
  duration_seconds: z.number().nonnegative(),
  /** GitHub's event that started the sync (`schedule`, `workflow_dispatch`, …), or `cli`. */
  trigger: z.string(),
  /** AgentOps' own run, null outside Actions. */
  run_id: z.number().int().nullable(),
  requests: z.array(EndpointRequests),
  /** Of the token, after the last answer; null when rate limits are off. */
  rate_limit: z
    .strictObject({ limit: z.number().int(), remaining: z.number().int(), reset_at: Utc })
    .nullable(),
  /** Seconds spent waiting for rate limits and before retries. */
  waited_seconds: z.number().nonnegative(),
  runs_added: z.number().int(),
  runs_updated: z.number().int(),
  runs_total: z.number().int(),
  jobs_requested: z.number().int(),
  jobs_fetched: z.number().int(),
  artifacts_added: z.number().int(),
  /** Run objects GitHub sent that we could not read. */
  parse_errors: z.number().int(),
  /** Stored attempts, of those seen in this sync, that lack a field every run has today (`display_title`, …). */
  runs_with_missing_fields: z.number().int(),
  pending: z.number().int(),
  /** How failures were explained; absent where the sync looked at none, and in older entries. */
  readings: z
    .strictObject({
      /** Logs that were read. */
      read: z.number().int(),
      /** Known failures whose log was not read again. */
      inferred: z.number().int(),
      /** Failures that the run's record explains, without a log. */
      recorded: z.number().int(),
      /** Failures whose log is still to be read. */
      pending: z.number().int(),
    })
    .optional(),
  /** What agents told; absent where the sync had none to ask, and in older entries. */
  telemetry: z
    .strictObject({
      /** Executions that were stored. */
      executions: z.number().int(),
      /** Attempts whose telemetry is still to be fetched. */
      pending: z.number().int(),
    })
    .optional(),
  /**
   * The commit of the data branch that the sync began with, which its history must hold for ever. Absent where there is
   * no branch, and in older entries.
   */
  data_tip: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  /** Why the sync stopped before everything was fetched; null when it finished. */
  stopped: z.string().nullable(),
  /** Why requests and limit are not told: what was counted cannot be true. Absent where it can. */
  not_believed: z.string().optional(),
});
export type Readings = NonNullable<JournalEntry["readings"]>;
export type JournalEntry = z.infer<typeof JournalEntry>;
