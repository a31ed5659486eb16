import { sha256 } from "#core/sha256.ts";

/**
 * The trace of a run's attempt, by the formula of OpenTelemetry's receiver for GitHub: whoever has both sees one trace.
 */
export function runTraceId(runId: number, runAttempt: number): string {
  return sha256(`${runId}${runAttempt}t`).slice(0, 32);
}
