import { uniform } from "#core/statistics/random.ts";

/** What a seeded history is drawn from: the same seed gives the same one, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Around a typical duration: mostly within a third of it, sometimes twice as long, never below 1. */
  around(typical: number): number;
  /** Lower-case hexadecimal digits, e.g. 40 for a commit. */
  hex(digits: number): string;
};

export function seeded(seed: number): Random {
  const next = uniform(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    around: (typical) => {
      const bell = (next() + next() + next() - 1.5) / 1.5;
      const slow = next() < 0.04 ? 2 : 1;
      return Math.max(1, Math.round(typical * Math.exp(bell * 0.35) * slow));
    },
    hex: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(""),
  };
}
