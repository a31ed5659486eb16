import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { foldedCalls } from "#core/records/folded-calls.ts";
import { jobTimeOf } from "#core/records/job-time.ts";
import { withPreviews } from "#core/records/previews.ts";
import type { Run } from "#core/records/run.ts";
import type { LedgerEntry } from "#core/records/state.ts";

/** The keys of `retention` in the configuration: after so many days a kind of detail goes. */
export const RETENTION_KEYS = ["detail-days", "telemetry-days", "excerpts-days"] as const;
export type RetentionKey = (typeof RETENTION_KEYS)[number];
export type RetentionDays = Readonly<Record<RetentionKey, number>>;

/** Nobody need keep more than a year and a month; laws that ask for half a year (183 days) are content with it. */
export const STANDARD_RETENTION: RetentionDays = {
  "detail-days": 400,
  "telemetry-days": 400,
  "excerpts-days": 400,
};

/**
 * What of a kind of records goes by age. Rows stay, with everything that money and counts are made of: a month's
 * figures are the same before and after.
 */
export type Retention<R> = {
  key: RetentionKey;
  /** What the ledger calls it; null: nobody would look for it. */
  missing: LedgerEntry["missing"] | null;
  /** For the ledger: `jobs are kept for 400 days`. */
  what: string;
  /** The same record where nothing is left to go. */
  without(record: R): R;
};

export const runsByAge: Retention<Run> = {
  key: "detail-days",
  missing: "jobs",
  what: "jobs",
  without: (run) =>
    run.jobs === null ? run : { ...run, detail: "summary", jobs: null, job_times: run.jobs.map(jobTimeOf) },
};

const NOTE = "Its steps, single calls and texts went by age (retention.telemetry-days).";
const MOST_NOTES = 20;

export const executionsByAge: Retention<Execution> = {
  key: "telemetry-days",
  missing: "telemetry",
  what: "steps, single calls and texts of agents",
  without(told) {
    if (told.truncated.includes(NOTE)) return told;
    const toldSteps = told.steps.length > 0;
    const bare: Execution = {
      ...withPreviews(told, "none"),
      error_message: null,
      exceptions: told.exceptions.map((one) => ({ ...one, message: null, stack: null })),
      // Who tells every step tells what went wrong between them: none told is none, and stays so.
      retries: told.retries ?? (toldSteps ? 0 : null),
      fallbacks: told.fallbacks ?? (toldSteps ? 0 : null),
      steps: [],
      tools: foldedCalls(told.tools),
    };
    if (JSON.stringify(bare) === JSON.stringify(told)) return told;
    return { ...bare, truncated: [...told.truncated.slice(1 - MOST_NOTES), NOTE] };
  },
};

export const eventsByAge: Retention<StoredEvent> = {
  key: "telemetry-days",
  missing: null,
  what: "texts of events",
  without(event) {
    const texts = { error_message: null, error_stack: null, content: null, input: null, output: null };
    const told = (Object.keys(texts) as (keyof typeof texts)[]).filter((name) => event[name] != null);
    return told.length === 0 ? event : { ...event, ...Object.fromEntries(told.map((name) => [name, null])) };
  },
};

/** What `privacy.excerpts: none` leaves of a reading: kinds, places and signatures, and no text of a log. */
export const readingsByAge: Retention<StoredAnalysis> = {
  key: "excerpts-days",
  missing: "reading",
  what: "texts of logs",
  without(reading) {
    const bare = {
      ...reading,
      findings: reading.findings.map((finding) => ({ ...finding, message: "", pattern: "", excerpt: [] })),
      tests: reading.tests && { ...reading.tests, failures: [] },
      slow_commands: [],
    };
    return JSON.stringify(bare) === JSON.stringify(reading) ? reading : bare;
  },
};
