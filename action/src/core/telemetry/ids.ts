import { fnv1a64 } from "#core/hash.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";

type Attempt = Pick<ImportContext["run"], "id" | "run_attempt">;

/**
 * @param key what tells this execution from the attempt's others, the same whichever file told of it:
 * `claude-code/<session id>`
 */
export function executionId(run: Attempt, key: string): string {
  return fnv1a64(`${run.id}/${run.run_attempt}/${key}`);
}

/** One trace a run's attempt, where the source has no trace of its own. */
export function traceId(run: Attempt): string {
  const attempt = `${run.id}/${run.run_attempt}`;
  return fnv1a64(`trace/${attempt}`) + fnv1a64(`${attempt}/trace`);
}

/** Of a later part of what has one id: the session that a second step resumed. */
export function executionIdOfPart(id: string, part: number): string {
  return fnv1a64(`${id}/${part}`);
}
