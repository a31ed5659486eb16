import type { PendingRun } from "#core/records/state.ts";

/**
 * How many runs of each workflow still get their jobs in this sync. Attempts of one run count once, so that a run
 * is not left half told.
 */
export class JobsQuota {
  readonly #limit: number | null;
  readonly #taken = new Map<number, Set<number>>();

  /** @param limit runs a workflow; null: unlimited */
  constructor(limit: number | null) {
    this.#limit = limit;
  }

  /** @returns whether the run may be fetched; if so it is counted */
  take(entry: Pick<PendingRun, "workflow_id" | "run_id">): boolean {
    const taken = this.#taken.get(entry.workflow_id) ?? new Set<number>();
    this.#taken.set(entry.workflow_id, taken);
    if (this.#limit !== null && taken.size >= this.#limit && !taken.has(entry.run_id)) return false;
    taken.add(entry.run_id);
    return true;
  }
}
