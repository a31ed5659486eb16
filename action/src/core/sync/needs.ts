import type { TelemetryConfig } from "#core/config/telemetry.ts";
import type { AgentRule } from "#core/config.ts";
import { recordReading } from "#core/failures/record-reading.ts";
import { roleOf } from "#core/outcome.ts";
import { hasEnded } from "#core/records/ended.ts";
import type { Run } from "#core/records/run.ts";
import type { Need } from "#core/records/state.ts";
import { telemetrySources } from "#core/telemetry/artifact-choice.ts";
import type { Utc } from "#core/time.ts";

/** What is known of an attempt besides its record. */
export type Known = {
  /** No later attempt of the run is stored: artifacts belong to the run and stand on its latest attempt only. */
  isLatest: boolean;
  /** Earlier attempts are neither stored as ended nor listed as missing. */
  lacksAttempts: boolean;
  /** Nobody will ever tell its artifacts. */
  isWithoutArtifacts: boolean;
  /** Its failure was explained. */
  isRead: boolean;
  /** When the run that took a cancelled one's place was created; null where none is known. */
  supersededBy: Utc | null;
  /** What its agents did is stored. */
  isReported: boolean;
};

/** What people want to know beyond rows and jobs. */
export type Wanted = {
  readings: boolean;
  telemetry: Pick<TelemetryConfig, "artifacts" | "logs" | "forks">;
  /** The configuration's agents. */
  agents: readonly AgentRule[];
};

/**
 * What a stored attempt still lacks, read from the records alone: whoever lost the list of pending work can make it
 * again. What is missing for good stands in the ledger, which is asked elsewhere.
 */
export function needsOf(run: Run, known: Known, wanted: Wanted): Need[] {
  const needs: Need[] = [];
  if (known.isLatest && known.lacksAttempts) needs.push("attempts");
  if (!hasEnded(run)) return known.isLatest ? ["completion", ...needs] : [];
  // What waits for an approval then runs as the same attempt: jobs fetched now would be none, and stay for good.
  if (run.conclusion !== "action_required") {
    if (run.detail === "pending") needs.push("jobs");
    if (known.isLatest && run.artifacts === null) needs.push("artifacts");
    if (run.pull_requests === null) needs.push("pull_requests");
  }
  if (wanted.readings && lacksReading(run, known)) needs.push("reading");
  if (lacksTelemetry(run, known, wanted)) needs.push("telemetry");
  return needs;
}

/** Whether the attempt failed in a way that can be explained and is not yet. */
function lacksReading(run: Run, { isRead, supersededBy }: Known): boolean {
  if (isRead || run.detail === "summary") return false;
  if (roleOf(run) === "failure") return true;
  return run.conclusion === "cancelled" && run.detail === "full" && recordReading(run, supersededBy) !== null;
}

/** What its agents left is known once its jobs and artifacts are. */
function lacksTelemetry(
  run: Run,
  { isLatest, isReported: isTold, isWithoutArtifacts }: Known,
  { telemetry, agents }: Wanted,
): boolean {
  if (isTold || isOff(telemetry) || run.detail === "pending") return false;
  if (isLatest && run.artifacts === null && !isWithoutArtifacts) return false;
  return !isIgnored(run, telemetry) && telemetrySources(run, agents) !== null;
}

/** Nothing may be fetched, so nothing waits to be. */
export function isOff({ artifacts, logs }: Pick<TelemetryConfig, "artifacts" | "logs">): boolean {
  return artifacts === 0 && logs === 0;
}

/** A fork's run, where the configuration wants nothing of it. */
export function isIgnored(run: Run, { forks }: Pick<TelemetryConfig, "forks">): boolean {
  return run.from_fork && forks === "ignore";
}
