import * as z from "zod";
import { raise } from "#core/counts.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { wilson } from "#core/statistics/interval.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

/**
 * Whether a failure belongs to something: to one branch, kind of runner, workflow, agent, model … It does when
 * the attempts that have the trait fail this way more often than all others, and chance is a poor explanation.
 */

const DIMENSIONS = [
  "branch",
  "runner",
  "workflow",
  "agent",
  "event",
  // Of executions of agents alone:
  "provider",
  "model",
  "tool",
  "prompt_version",
  "workflow_version",
] as const;
export const Dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof Dimension>;

/** The values of one attempt; a dimension of which nothing is known is left out. */
export type Traits = Partial<Record<Dimension, readonly string[]>>;

export const SpecificTo = z.strictObject({
  dimension: Dimension,
  /** Text of strangers. */
  value: z.string(),
  /** How much of the failure has the value. */
  share: Rate,
  /** How often attempts that have the value fail this way, with the 95 % Wilson interval. */
  rate: Rate,
  low: z.number(),
  high: z.number(),
  /** The same of all other attempts. */
  elsewhere: Rate,
});
export type SpecificTo = z.infer<typeof SpecificTo>;

/** How many attempts have each value. */
export class TraitCounts {
  total = 0;
  readonly #values = new Map<Dimension, Map<string, number>>();

  add(traits: Traits): void {
    this.total += 1;
    for (const dimension of DIMENSIONS) {
      const values = traits[dimension] ?? [];
      for (const value of values.length > 1 ? new Set(values) : values) {
        const counts = this.#values.get(dimension) ?? new Map<string, number>();
        this.#values.set(dimension, counts);
        raise(counts, value);
      }
    }
  }

  of(dimension: Dimension): ReadonlyMap<string, number> {
    return this.#values.get(dimension) ?? new Map();
  }
}

/**
 * What the failure is specific to, the clearest value of each dimension, the strongest first; empty: not specific,
 * or too few to tell.
 *
 * @param failures the attempts that failed this way, all of which are in `attempts` too
 */
export function specificTo(failures: TraitCounts, attempts: TraitCounts): SpecificTo[] {
  if (failures.total < ENOUGH.specific) return [];
  const found = DIMENSIONS.flatMap((dimension) => {
    const values = [...failures.of(dimension)].flatMap(([value, part]) => {
      const n = attempts.of(dimension).get(value) ?? 0;
      const elsewhere = rate(failures.total - part, attempts.total - n);
      if (part < ENOUGH.specific || elsewhere.n < ENOUGH.specific) return [];
      const { low, high } = wilson(part, n);
      // Intervals apart ask for more than a difference would: every value of every dimension is looked at.
      if (low <= wilson(elsewhere.part, elsewhere.n).high) return [];
      const share = rate(part, failures.total);
      return [{ dimension, value, share, rate: rate(part, n), low, high, elsewhere }];
    });
    return values.sort(byStrength).slice(0, 1);
  });
  return found.sort(byStrength);
}

function byStrength(a: SpecificTo, b: SpecificTo): number {
  return b.low - a.low || b.share.part - a.share.part || (a.value < b.value ? -1 : 1);
}
