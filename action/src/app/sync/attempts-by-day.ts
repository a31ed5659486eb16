import type { Store } from "#app/effects.ts";
import { CACHED_DAYS } from "#app/sync/learned.ts";
import { mergeRun } from "#core/records/merge.ts";
import { type Run, runKey } from "#core/records/run.ts";
import { attemptOf, type Backlog } from "#core/sync/backlog.ts";
import { type Day, dayOf } from "#core/time.ts";

/** The stored attempts as a sync sees them: the store's, and what was learned since the last saving. */
export class AttemptsByDay {
  readonly #store: Store;
  /** Attempts that this sync stored first, and those it found stored and changed. */
  readonly #added = new Set<string>();
  readonly #updated = new Set<string>();
  #days = new Map<Day, Map<string, Run>>();
  #unsaved = new Map<Day, Map<string, Run>>();

  constructor(store: Store) {
    this.#store = store;
  }

  get added(): number {
    return this.#added.size;
  }

  get updated(): number {
    return this.#updated.size;
  }

  /** The day's attempts by key. */
  async of(day: Day): Promise<ReadonlyMap<string, Run>> {
    const known = this.#days.get(day);
    if (known) return known;
    const runs = new Map((await this.#store.read("runs", day)).map((run) => [runKey(run), run]));
    const raced = this.#days.get(day);
    if (raced) return raced;
    this.#days.set(day, runs);
    return runs;
  }

  /** Notes an observation, to be saved with the next batch. Its day must have been read. */
  put(run: Run): { before: Run | undefined; merged: Run } {
    const day = dayOf(run.created_at);
    const key = runKey(run);
    const known = this.#days.get(day) ?? new Map<string, Run>();
    const before = known.get(key);
    const merged = mergeRun(before ?? run, run);
    if (before === undefined) this.#added.add(key);
    else if (!this.#added.has(key) && JSON.stringify(before) !== JSON.stringify(merged))
      this.#updated.add(key);
    this.#days.set(day, known.set(key, merged));
    this.#unsaved.set(day, (this.#unsaved.get(day) ?? new Map<string, Run>()).set(key, merged));
    return { before, merged };
  }

  /**
   * What the store does not take goes into the ledger, without which the next sync would ask for it again.
   *
   * @returns whether any byte of the records changed
   */
  async save(backlog: Backlog): Promise<boolean> {
    let changed = false;
    for (const [day, runs] of this.#unsaved) {
      const { added, updated, refused } = await this.#store.merge("runs", day, [...runs.values()]);
      changed ||= added + updated > 0;
      for (const { record, reason } of refused)
        changed = (await this.#leaveOut(day, record, reason, backlog)) || changed;
    }
    this.#unsaved.clear();
    if (this.#days.size > CACHED_DAYS) this.forget();
    return changed;
  }

  /** A run with jobs that cannot be stored is kept as a summary, where that can be. @returns whether it was */
  async #leaveOut(day: Day, run: Run, reason: string, backlog: Backlog): Promise<boolean> {
    const summary: Run = { ...run, detail: "summary", jobs: null };
    const { refused, changed } = await this.#store.merge("runs", day, [summary]);
    const isKept = refused.length === 0;
    const missing = isKept ? "jobs" : "run";
    backlog.miss({ ...attemptOf(run), missing, reason: "not_believed", message: `not stored: ${reason}` });
    if (!isKept) {
      for (const counted of [this.#added, this.#updated]) counted.delete(runKey(run));
      backlog.plan(run, []);
    }
    this.#days.delete(day);
    return changed;
  }

  /** The store holds more than it did. Nothing may be unsaved. */
  forget(): void {
    this.#days.clear();
  }
}
