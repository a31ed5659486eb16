import * as z from "zod";
import { StoredAnalysis } from "#core/records/analysis.ts";
import { StoredEvent } from "#core/records/event.ts";
import { Execution } from "#core/records/execution.ts";
import { type DayKind, recordPath } from "#core/records/files.ts";
import { Pull } from "#core/records/pull.ts";
import { Run } from "#core/records/run.ts";
import { canonicalText } from "#core/records/text.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Day, dayOf, type Month, monthOf } from "#core/time.ts";

/** A day above this many records continues in `<day>.2.json`, so that no file grows beyond what git likes. */
export const RECORDS_PER_FILE = 1000;

/** `runs/2026-11-20.json`: attempts of runs created on that UTC day, which never changes: a record never moves. */
export const RunShard = z
  .strictObject({ schema_version: z.literal(SCHEMA_VERSION), day: Day, runs: z.array(Run) })
  .superRefine((shard, context) => {
    const stray = shard.runs.findIndex((run) => dayOf(run.created_at) !== shard.day);
    if (stray !== -1)
      context.addIssue({
        code: "custom",
        path: ["runs", stray, "created_at"],
        message: `is not on ${shard.day}`,
      });
  });
export type RunShard = z.infer<typeof RunShard>;

/** `analyses/2026-11-20.json`: readings of the logs of runs created on that UTC day. */
export const AnalysisShard = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  day: Day,
  analyses: z.array(StoredAnalysis),
});
export type AnalysisShard = z.infer<typeof AnalysisShard>;

/** `executions/2026-11-20.json`: what agents did in the runs created on that UTC day. */
export const ExecutionShard = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  day: Day,
  executions: z.array(Execution),
});
export type ExecutionShard = z.infer<typeof ExecutionShard>;

/** `events/2026-11-20.json`: decisions, thresholds and custom events told by runs created on that UTC day. */
export const EventShard = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  day: Day,
  events: z.array(StoredEvent),
});
export type EventShard = z.infer<typeof EventShard>;

/** `pulls/2026-11.json`: what became of the pull requests opened in that month (UTC) that agents touched. */
export const PullShard = z
  .strictObject({ schema_version: z.literal(SCHEMA_VERSION), month: z.string(), pulls: z.array(Pull) })
  .superRefine((shard, context) => {
    const stray = shard.pulls.findIndex((pull) => monthOf(pull.created_at) !== shard.month);
    if (stray !== -1)
      context.addIssue({
        code: "custom",
        path: ["pulls", stray, "created_at"],
        message: `is not in ${shard.month}`,
      });
  });
export type PullShard = z.infer<typeof PullShard>;

export function byRunKey(a: Run, b: Run): number {
  return a.id - b.id || a.run_attempt - b.run_attempt;
}

/** A day's runs (parsed by their schema) as files: path under `<owner>/<repo>/` → text, first part first. */
export function runShardTexts(day: Day, runs: readonly Run[]): Map<string, string> {
  return shardTexts("runs", day, [...runs].sort(byRunKey));
}

/** The same for a day's analyses. */
export function analysisShardTexts(day: Day, analyses: readonly StoredAnalysis[]): Map<string, string> {
  const sorted = [...analyses].sort((a, b) => a.run_id - b.run_id || a.run_attempt - b.run_attempt);
  return shardTexts("analyses", day, sorted);
}

/** The same for a day's executions, sorted by `mergeExecutions`. */
export function executionShardTexts(day: Day, executions: readonly Execution[]): Map<string, string> {
  return shardTexts("executions", day, executions);
}

/** The same for a day's events, sorted by `mergeEvents`. */
export function eventShardTexts(day: Day, events: readonly StoredEvent[]): Map<string, string> {
  return shardTexts("events", day, events);
}

/** A month's pull requests, sorted by `mergePulls`, as their one file. */
export function pullShardText(month: Month, pulls: readonly Pull[]): string {
  return canonicalText({ schema_version: SCHEMA_VERSION, month, pulls });
}

function shardTexts(kind: DayKind, day: Day, sorted: readonly object[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (let start = 0, part = 1; start < sorted.length; start += RECORDS_PER_FILE, part += 1) {
    const records = sorted.slice(start, start + RECORDS_PER_FILE);
    texts.set(
      recordPath({ kind, day, part }),
      canonicalText({ schema_version: SCHEMA_VERSION, day, [kind]: records }),
    );
  }
  return texts;
}
