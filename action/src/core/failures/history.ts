import type { Fix } from "#core/failures/what-fixed-it.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Day } from "#core/time.ts";

/** How often a failure was seen in other runs. Days are those of the runs' creation. */
export type FailureHistory = {
  runs: number;
  first: Day;
  last: Day;
  /** What passed after the last of them; null: nothing yet, as far as is known. */
  fix: Fix | null;
};

/** One attempt in which the failure was seen. */
export type Sighting = { day: Day; run_id: number; run_attempt: number };

/** Collects, day by day, in which other runs a signature was the primary finding. */
export class Sightings {
  readonly #signature: string;
  readonly #except: number;
  readonly #seen: Sighting[] = [];

  /** @param except the run that is looked at */
  constructor(signature: string, except: number) {
    this.#signature = signature;
    this.#except = except;
  }

  add(day: Day, analyses: readonly StoredAnalysis[]): void {
    for (const { run_id, run_attempt, findings } of analyses)
      if (run_id !== this.#except && findings[0]?.signature === this.#signature)
        this.#seen.push({ day, run_id, run_attempt });
  }

  /** Null: it was never seen in another run. */
  finish(): (Omit<FailureHistory, "fix"> & { latest: Sighting }) | null {
    const seen = this.#seen.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.run_id - b.run_id));
    const [first, latest] = [seen[0], seen.at(-1)];
    if (first === undefined || latest === undefined) return null;
    const runs = new Set(seen.map(({ run_id }) => run_id)).size;
    return { runs, first: first.day, last: latest.day, latest };
  }
}
