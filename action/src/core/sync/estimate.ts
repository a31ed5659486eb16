import type { PendingRun, State } from "#core/records/state.ts";
import { type Cost, type Limits, syncsFor } from "#core/sync/limits.ts";
import { DAY_SECONDS, epoch } from "#core/time.ts";

/** What is left, in runs and in syncs. Rough: only GitHub knows what it has not listed yet. */
export type Estimate = {
  /** Attempts stored so far and those thought to come. */
  runs: number;
  /** Null when no rate is known. */
  syncs: number | null;
};

export type Rate = {
  /** Attempts stored so far. */
  stored: number;
  /** Requests a sync may make; null: as many as it likes. */
  requestsPerSync: number | null;
  /** Runs of a workflow that get their jobs in one sync; null: all. */
  runsPerWorkflow: number | null;
  /** Whether jobs are fetched at all: a request a run. */
  withJobs: boolean;
  /** What the pending attempts take of what one sync has limits for. */
  costs: readonly Cost[];
  limits: Limits;
};

const RUNS_PER_PAGE = 100;

export function estimate(state: Pick<State, "covered" | "backfill" | "pending">, rate: Rate): Estimate {
  const days = (window: { from: string; to: string }) =>
    (epoch(window.to) - epoch(window.from)) / DAY_SECONDS;
  const covered = state.covered === null ? 0 : days(state.covered);
  const backfill = state.backfill.reduce((sum, window) => sum + days(window), 0);
  const unlisted = covered <= 0 ? 0 : Math.round((rate.stored / covered) * backfill);
  const requests =
    state.backfill.length +
    Math.ceil(unlisted / RUNS_PER_PAGE) +
    (rate.withJobs ? unlisted : 0) +
    state.pending.reduce((sum, entry) => sum + costOf(entry), 0);
  const byBudget =
    rate.requestsPerSync === null ? 1 : Math.ceil(requests / Math.max(1, rate.requestsPerSync));
  const idle = state.backfill.length === 0 && state.pending.length === 0;
  return {
    runs: rate.stored + unlisted,
    syncs: idle
      ? 0
      : covered <= 0
        ? null
        : Math.max(
            1,
            byBudget,
            byWorkflow(state.pending, rate.runsPerWorkflow),
            syncsFor(rate.costs, rate.limits),
          ),
  };
}

/** Artifacts come by the hundred; everything else takes a request of its own. */
function costOf(entry: PendingRun): number {
  return entry.needs.filter((need) => need !== "artifacts").length;
}

function byWorkflow(pending: readonly PendingRun[], limit: number | null): number {
  if (limit === null) return 0;
  const runs = new Map<number, Set<number>>();
  for (const entry of pending)
    if (entry.needs.includes("jobs"))
      runs.set(entry.workflow_id, (runs.get(entry.workflow_id) ?? new Set()).add(entry.run_id));
  return Math.max(0, ...[...runs.values()].map((ids) => Math.ceil(ids.size / limit)));
}
