import type { Execution } from "#core/records/execution.ts";
import { formatUtc } from "#core/time.ts";

/** The time between the first and the last thing told of a work, in milliseconds since 1970. */
export class WorkSpan {
  #first: number | null = null;
  #last: number | null = null;

  get last(): number | null {
    return this.#last;
  }

  seen(at: number | null): void {
    if (at === null) return;
    this.#first = Math.min(this.#first ?? at, at);
    this.#last = Math.max(this.#last ?? at, at);
  }

  /** Writes the times that the agent did not tell itself. */
  fill(facts: Pick<Execution, "started_at" | "completed_at" | "duration_ms">): void {
    if (this.#first === null || this.#last === null) return;
    facts.started_at ??= formatUtc(this.#first / 1000);
    facts.completed_at ??= formatUtc(this.#last / 1000);
    facts.duration_ms ??= this.#last - this.#first;
  }
}
