import type { Attempt } from "#core/attempts/attempt.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { entry } from "#core/entry.ts";
import { median } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** Where an estimate comes from, the nearest first. */
type EstimateBasis = "workflow" | "agent" | "repository";

export type Estimate = { nano_usd: number; basis: EstimateBasis };

/**
 * What lines of the ledger usually come to, to stand in for one without an amount: the median of known lines of the
 * same kind in the same workflow, else of the same agent, else of the repository.
 */
export class UsualCost {
  readonly #known = new Map<string, number[]>();
  readonly #medians = new Map<string, number | null>();

  add({ lines }: Pick<Attempt, "lines">): void {
    for (const line of lines) {
      if (line.amount_nano_usd === null) continue;
      for (const [, key] of keysOf(line)) entry(this.#known, key, () => []).push(line.amount_nano_usd);
    }
  }

  /** Null: too few of its kind are known anywhere. */
  of(line: Pick<Line, "kind" | "workflow_id" | "agent">): Estimate | null {
    for (const [basis, key] of keysOf(line)) {
      const usual = this.#median(key);
      if (usual !== null) return { nano_usd: usual, basis };
    }
    return null;
  }

  #median(key: string): number | null {
    const known = this.#medians.get(key);
    if (known !== undefined) return known;
    const values = this.#known.get(key) ?? [];
    const usual = values.length < ENOUGH.spread ? null : median(values);
    this.#medians.set(key, usual);
    return usual;
  }
}

function keysOf({ kind, workflow_id, agent }: Pick<Line, "kind" | "workflow_id" | "agent">) {
  return [
    ["workflow", `${kind}\nworkflow ${workflow_id}`],
    ["agent", `${kind}\nagent ${agent ?? ""}`],
    ["repository", kind],
  ] as const;
}
