import { contentId } from "#core/sha256.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";

type Attempt = {
  repository: string;
  run: Pick<ImportContext["run"], "id" | "run_attempt">;
};

/**
 * @param key what tells this execution from the attempt's others, the same whichever file told of it:
 * `claude-code/<session id>`
 */
export function executionId({ repository, run }: Attempt, key: string): string {
  return contentId("execution", repository.toLowerCase(), run.id, run.run_attempt, key);
}

/** One trace a run's attempt, where the source has no trace of its own. */
export function traceId({ repository, run }: Attempt): string {
  return contentId("trace", repository.toLowerCase(), run.id, run.run_attempt);
}

/** Of a later part of what has one id: the session that a second step resumed. */
export function executionIdOfPart(id: string, part: number): string {
  return contentId("part", id, part);
}
