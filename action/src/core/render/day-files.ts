import type { Attempt } from "#core/attempts/attempt.ts";
import { executionRow } from "#core/documents/executions/execution-row.ts";
import { type ApiFile, table } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import { EXECUTIONS } from "#core/render/columns/executions.ts";
import type { Day } from "#core/time.ts";

/** The records of a day's runs and the readings of their logs, as they are stored (redacted, if the site is). */
export function runDayFiles(day: Day, attempts: readonly Attempt[], json: JsonFile): ApiFile[] {
  const runs = attempts.map(({ run }) => run);
  const readings = attempts.flatMap(({ reading }) => reading ?? []);
  const about = `Runs created on ${day} with their jobs and steps, and what their logs say`;
  return [json(`runs/${day}.json`, "runs-day", about, { day, runs, readings }, runs.length)];
}

/** What the agents of a day's runs did, and the records it comes from; no files for a day without any. */
export function executionDayFiles(day: Day, attempts: readonly Attempt[], json: JsonFile): ApiFile[] {
  const invocations = attempts.flatMap((attempt) => [...attempt.invocations, ...attempt.foreign]);
  if (invocations.length === 0) return [];
  const rows = invocations.map(executionRow);
  const executions = attempts.flatMap((attempt) => attempt.executions);
  const path = `executions/${day}`;
  const about = `What the agents of the runs created on ${day} did, and its records`;
  return [
    json(`${path}.json`, "executions-day", about, { day, rows, executions }, rows.length),
    table(`${path}.csv`, "Its rows as a table", EXECUTIONS, rows),
  ];
}
