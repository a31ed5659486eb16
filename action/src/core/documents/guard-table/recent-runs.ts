import type { Attempt } from "#core/attempts/attempt.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { GuardTable } from "#core/guard/guard-table.ts";
import { workKey } from "#core/guard/work-key.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/** What succeeded longer ago is no reason not to look again. */
const REUSE_DAYS = 7;

type RecentRuns = Pick<GuardTable, "in_flight" | "seen" | "succeeded">;

/**
 * What a guard must know of single runs: those that had not ended, those that are in the records although they were
 * created since `asOf`, and those that succeeded with work which may come again, the newest first.
 */
export function recentRuns(asOf: Utc | null, now: Utc): Fold<RecentRuns> {
  const inFlight: RecentRuns["in_flight"] = [];
  const seen: RecentRuns["seen"] = [];
  const succeeded = new Map<string, { at: Utc; run_id: number }>();
  const reuseFrom = addSeconds(now, -REUSE_DAYS * DAY_SECONDS);
  return {
    add({ run, at, role, invocations }: Attempt): void {
      const { id: run_id, run_attempt, workflow_id } = run;
      if (asOf !== null && run.created_at >= asOf) seen.push([run_id, run_attempt]);
      if (run.status !== "completed") {
        inFlight.push({ run_id, run_attempt, workflow_id, started_at: at });
        return;
      }
      if (role !== "success" || invocations.length === 0 || at < reuseFrom) return;
      const key = workKey(run);
      if (key !== null && (succeeded.get(key)?.at ?? "") <= at) succeeded.set(key, { at, run_id });
    },
    finish: () => ({
      in_flight: inFlight,
      seen,
      succeeded: [...succeeded]
        .sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))
        .map(([key, { run_id }]) => [key, run_id]),
    }),
  };
}
