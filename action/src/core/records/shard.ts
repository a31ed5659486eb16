import * as z from "zod";
import { recordPath } from "#core/records/files.ts";
import { Run } from "#core/records/run.ts";
import { canonicalText } from "#core/records/text.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Day, dayOf } from "#core/time.ts";

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

export function byRunKey(a: Run, b: Run): number {
  return a.id - b.id || a.run_attempt - b.run_attempt;
}

/** A day's runs (parsed by their schema) as files: path under `<owner>/<repo>/` → text, first part first. */
export function runShardTexts(day: Day, runs: readonly Run[]): Map<string, string> {
  const sorted = [...runs].sort(byRunKey);
  const texts = new Map<string, string>();
  for (let start = 0, part = 1; start < sorted.length; start += RECORDS_PER_FILE, part += 1) {
    const shard: RunShard = {
      schema_version: SCHEMA_VERSION,
      day,
      runs: sorted.slice(start, start + RECORDS_PER_FILE),
    };
    texts.set(recordPath({ kind: "runs", day, part }), canonicalText(shard));
  }
  return texts;
}
