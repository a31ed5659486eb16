import type { Attempt } from "#core/attempts/attempt.ts";
import { moneyOf, tokensOf } from "#core/attempts/usage.ts";
import { sumKnown } from "#core/statistics/distribution.ts";
import type { Utc } from "#core/time.ts";

/** What one attempt says to rules that watch a workflow or an agent. */
export type Sample = {
  at: Utc;
  run_id: number;
  run_attempt: number;
  sha: string;
  failed: boolean;
  /** Seconds of those that succeeded: what fails at once says nothing of how long the work takes. */
  seconds: number | null;
  /** Nano-dollars of everything it used; null unless all of it is known. */
  nano_usd: number | null;
  tokens: number | null;
};

/** The newest are judged, and what they are compared with. */
const KEPT = 300;

/** Samples of one workflow or agent, the newest of them, in the order in which they started whatever the order they come in. */
export class Series {
  #samples: Sample[] = [];

  add(sample: Sample): void {
    this.#samples.push(sample);
    if (this.#samples.length >= 3 * KEPT) this.#cut();
  }

  /** Oldest first. */
  newest(): readonly Sample[] {
    this.#cut();
    return this.#samples;
  }

  #cut(): void {
    this.#samples.sort(byStart);
    this.#samples = this.#samples.slice(-KEPT);
  }
}

function byStart(a: Sample, b: Sample): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.run_id - b.run_id || a.run_attempt - b.run_attempt;
}

/** Null: it has not succeeded or failed, or is our own. */
export function sampleOf({ run, at, own, role, lines, invocations }: Attempt): Sample | null {
  if (own || (role !== "success" && role !== "failure")) return null;
  const failed = role === "failure";
  const known = lines.every(({ amount_nano_usd }) => amount_nano_usd !== null);
  const complete = invocations.every((invocation) => moneyOf(invocation).complete);
  return {
    at,
    run_id: run.id,
    run_attempt: run.run_attempt,
    sha: run.head_sha,
    failed,
    seconds: failed ? null : run.duration_seconds,
    nano_usd:
      known && complete && lines.length > 0 ? sumKnown(lines.map((line) => line.amount_nano_usd)) : null,
    tokens: sumKnown(invocations.map((invocation) => tokensOf(invocation).total)),
  };
}
