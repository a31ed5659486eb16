import type * as z from "zod";
import { Alert, laterAlert } from "#core/records/alert.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import {
  anonymiseAlert,
  anonymiseEvent,
  anonymiseExecution,
  anonymisePull,
  anonymiseReading,
  anonymiseRun,
  anonymiseStatement,
} from "#core/records/anonymise.ts";
import { StoredEvent } from "#core/records/event.ts";
import { Execution } from "#core/records/execution.ts";
import { JournalEntry } from "#core/records/journal.ts";
import type { Kind } from "#core/records/kind.ts";
import { mergeRun } from "#core/records/merge.ts";
import { mergeAnalysis } from "#core/records/merge-analysis.ts";
import { mergeExecution } from "#core/records/merge-execution.ts";
import { compareText, greater } from "#core/records/order.ts";
import { mergePull, Pull } from "#core/records/pull.ts";
import { eventsByAge, executionsByAge, readingsByAge, runsByAge } from "#core/records/retention.ts";
import { Run } from "#core/records/run.ts";
import { firstIssued, IssuedStatement } from "#core/records/statement.ts";
import { dayOf, monthOf } from "#core/time.ts";

/** A thousand records a file keep diffs and reviews of a day readable. */
const MOST_PER_FILE = 1000;

const kind = <R extends object>(row: Kind<R>): Kind<R> => row;

const ROWS = {
  runs: kind<Run>({
    shard: "day",
    list: "runs",
    about: "every attempt of the runs created on that UTC day, with jobs and steps",
    mostPerFile: MOST_PER_FILE,
    schema: Run,
    key: ["id", "run_attempt"],
    order: ["id", "run_attempt"],
    shardOf: (run) => dayOf(run.created_at),
    merge: mergeRun,
    grows: false,
    wasUnbounded: false,
    anonymise: anonymiseRun,
    retention: runsByAge,
    whenDeleted: "delete it together with state.json: the next sync fetches again what GitHub still has",
  }),
  analyses: kind<StoredAnalysis>({
    shard: "day",
    list: "analyses",
    about: "readings of the logs of that day's runs: what failed, where, a redacted excerpt",
    mostPerFile: MOST_PER_FILE,
    schema: StoredAnalysis,
    key: ["run_id", "run_attempt"],
    order: ["run_id", "run_attempt"],
    shardOf: () => null,
    merge: mergeAnalysis,
    grows: false,
    wasUnbounded: false,
    anonymise: anonymiseReading,
    retention: readingsByAge,
    whenDeleted: "delete it: readings whose logs have expired are lost, others can be made again",
  }),
  executions: kind<Execution>({
    shard: "day",
    list: "executions",
    about:
      "what agents did in that day's runs, as their own telemetry told: tokens, steps, tools. Prices are applied when pages are built",
    mostPerFile: MOST_PER_FILE,
    schema: Execution,
    key: ["run_id", "run_attempt", "execution_id"], // an id says nothing outside of its attempt
    order: ["run_id", "run_attempt", "execution_id"],
    shardOf: () => null,
    merge: mergeExecution,
    grows: false,
    wasUnbounded: true,
    anonymise: anonymiseExecution,
    retention: executionsByAge,
    whenDeleted: "delete it: what telemetry has expired is lost, the rest can be imported again",
  }),
  events: kind<StoredEvent>({
    shard: "day",
    list: "events",
    about:
      "decisions, budget thresholds and events of your own, told by that day's runs; these files only grow, but for texts that went by age or on request",
    mostPerFile: MOST_PER_FILE,
    schema: StoredEvent,
    key: ["run_id", "run_attempt", "event_id"], // likewise
    order: ["timestamp", "event_id", "run_id", "run_attempt"],
    shardOf: () => null,
    merge: (a, b) => greater(a, b, (x, y) => compareText(y, x)),
    grows: true,
    wasUnbounded: true,
    anonymise: anonymiseEvent,
    retention: eventsByAge,
    whenDeleted: "take care: it is the audit trail, deleting it loses that day's decisions",
  }),
  pulls: kind<Pull>({
    shard: "month",
    list: "pulls",
    about:
      "pull requests opened in that month that agents touched: state, size, reviews, reactions, whether reverted; texts are not stored",
    mostPerFile: null,
    schema: Pull,
    key: ["number"],
    order: ["number"],
    shardOf: (pull) => monthOf(pull.created_at),
    merge: mergePull,
    grows: false,
    wasUnbounded: false,
    anonymise: anonymisePull,
    retention: null,
    whenDeleted: "delete it: the next sync that finds something new asks for them again",
  }),
  alerts: kind<Alert>({
    shard: "month",
    list: "alerts",
    about:
      "episodes of alerts that began in that month: what was wrong, since when, every change of its state, who was told",
    mostPerFile: MOST_PER_FILE,
    schema: Alert,
    key: ["key", "episode"],
    order: ["since", "key", "episode"],
    shardOf: (alert) => monthOf(alert.since),
    merge: laterAlert,
    grows: false,
    wasUnbounded: false,
    anonymise: anonymiseAlert,
    retention: null,
    whenDeleted: "delete it: what is still wrong fires again as if for the first time, and is told again",
  }),
  statements: kind<IssuedStatement>({
    shard: "month",
    list: "statements",
    about:
      "what the statement of that month said when it was issued, by team, repository and agent; written once, and never changed",
    mostPerFile: null,
    schema: IssuedStatement,
    key: ["month"],
    order: ["month"],
    shardOf: (statement) => statement.month,
    merge: firstIssued,
    grows: true,
    wasUnbounded: false,
    anonymise: anonymiseStatement,
    retention: null,
    whenDeleted:
      "take care: the month's statement is issued again only if it is the last one, by today's prices",
  }),
  journal: kind<JournalEntry>({
    shard: "month",
    list: "syncs",
    about:
      "one line a sync: duration, requests by endpoint, what was added. The only file that says when a sync ran",
    mostPerFile: null,
    schema: JournalEntry,
    key: ["started_at", "run_id"],
    order: ["started_at", "run_id"],
    shardOf: (entry) => monthOf(entry.started_at),
    merge: (a, b) => greater(a, b, compareText),
    grows: false,
    wasUnbounded: false,
    anonymise: (entry) => entry,
    retention: null,
    whenDeleted: "delete it: only that month's history of syncs is lost",
  }),
} as const;

/** The kinds of records that are kept by day or month: to add one, add its schema and a row. */
export type KindName = keyof typeof ROWS;

/** What a record of each kind is. */
export type Stored = { [Name in KindName]: z.infer<(typeof ROWS)[Name]["schema"]> };

export const KINDS: { readonly [Name in KindName]: Kind<Stored[Name]> } = ROWS;

export const KIND_NAMES = Object.keys(ROWS) as KindName[];
