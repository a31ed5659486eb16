import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { hasEnded } from "#core/records/ended.ts";
import { byRunKey, type Run, runKey } from "#core/records/run.ts";
import { DAY_SECONDS, epoch, type Utc } from "#core/time.ts";

/** A failure that has just happened, and its reading. */
export type FailureNews = { run: Run; analysis: StoredAnalysis };

/** What happened longer ago is history, which nobody waits to be told. */
const NEWS_SECONDS = 2 * DAY_SECONDS;

/** What a sync learned that people may want to hear of at once. */
export class News {
  readonly failures: FailureNews[] = [];
  readonly #startedAt: Utc;
  readonly #spent = new Map<string, Run>();

  constructor(startedAt: Utc) {
    this.#startedAt = startedAt;
  }

  /** Attempts of pull requests that ended lately and whose costs this sync learned, newest first. */
  get spent(): Run[] {
    return [...this.#spent.values()].sort(byRunKey).reverse();
  }

  /** @param before what was known of the attempt */
  observed(before: Run | undefined, run: Run): void {
    const hasJustEnded = hasEnded(run) && (before === undefined || !hasEnded(before));
    if (hasJustEnded || this.#spent.has(runKey(run))) this.#noteCosts(run);
  }

  explained(run: Run, analysis: StoredAnalysis): void {
    if (roleOf(run) === "failure" && this.#isNew(run)) this.failures.push({ run, analysis });
  }

  /** What its agents did became known. */
  reported(run: Run): void {
    this.#noteCosts(run);
  }

  #noteCosts(run: Run): void {
    if (run.pull_requests?.length && this.#isNew(run)) this.#spent.set(runKey(run), run);
  }

  #isNew(run: Run): boolean {
    return epoch(this.#startedAt) - epoch(run.updated_at ?? run.created_at) < NEWS_SECONDS;
  }
}
