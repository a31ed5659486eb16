import { entry } from "#core/entry.ts";
import { nano } from "#core/pricing/money.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/**
 * What attempts of a workflow cost within a scope, so that one in flight can be held against a budget before it is
 * known: its p90, below ten attempts the most that was seen, and where none is known what the budget assumes.
 */
export class Reserve {
  readonly #costs = new Map<number, number[]>();
  readonly #other = new Set<number>();

  /** @param nanoUsd of one attempt; null: nothing of it is in the scope */
  add(workflowId: number, nanoUsd: number | null): void {
    if (nanoUsd === null) this.#other.add(workflowId);
    else entry(this.#costs, workflowId, () => []).push(nanoUsd);
  }

  /** Nano-dollars; 0 for a workflow that is known, and never was in the scope. */
  of(workflowId: number, assumeUsd: number): number {
    return usual(this.#costs.get(workflowId) ?? []) ?? (this.#other.has(workflowId) ? 0 : nano(assumeUsd));
  }

  /** The same of a workflow that is not known: as all that are. */
  ofUnknown(assumeUsd: number): number {
    return usual([...this.#costs.values()].flat()) ?? nano(assumeUsd);
  }
}

function usual(costs: readonly number[]): number | null {
  const sorted = Float64Array.from(costs).sort();
  return sorted.length === 0 ? null : nearestRank(sorted, sorted.length < ENOUGH.p90 ? 1 : 0.9);
}
