import type { StoredAnalysis } from "#core/records/shard.ts";
import type { Day } from "#core/time.ts";

/** How often a failure was seen in other runs. Days are those of the runs' creation. */
export type History = { runs: number; first: Day; last: Day };

/** Collects, day by day, in which other runs a signature was the primary finding. */
export class Sightings {
  readonly #signature: string;
  readonly #except: number;
  readonly #runs = new Set<number>();
  readonly #days: Day[] = [];

  /** @param except the run that is looked at */
  constructor(signature: string, except: number) {
    this.#signature = signature;
    this.#except = except;
  }

  add(day: Day, analyses: readonly StoredAnalysis[]): void {
    for (const { run_id, findings } of analyses) {
      if (run_id === this.#except || findings[0]?.signature !== this.#signature) continue;
      this.#runs.add(run_id);
      this.#days.push(day);
    }
  }

  /** Null: it was never seen before. */
  finish(): History | null {
    const days = this.#days.sort();
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined ? null : { runs: this.#runs.size, first, last };
  }
}
