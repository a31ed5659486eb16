import { mean } from "#core/statistics/distribution.ts";

/** Ranks from 1 in the given order; equal values share the middle of theirs. */
export function ranks(values: readonly number[]): number[] {
  const ascending = Float64Array.from(values).sort();
  const rankOf = new Map<number, number>();
  for (let from = 0; from < ascending.length; ) {
    const value = ascending[from] ?? Number.NaN;
    let to = from + 1;
    while (to < ascending.length && ascending[to] === value) to += 1;
    rankOf.set(value, (from + 1 + to) / 2);
    from = to;
  }
  return values.map((value) => rankOf.get(value) ?? Number.NaN);
}

/** Above, n values say too little about a change for any statement. */
const MOST_RESEMBLANCE = 0.8;

/**
 * How much a rank resembles the one before it, once a change after `before` values is taken out: 0 of independent ones
 * (and of those that alternate), at most 0.8.
 */
export function serialCorrelation(ofRanks: readonly number[], before: number): number {
  const sides = [ofRanks.slice(0, before), ofRanks.slice(before)];
  const rest = sides.flatMap((side) => {
    const middle = mean(side) ?? 0;
    return side.map((rank) => rank - middle);
  });
  const squares = rest.reduce((total, value) => total + value * value, 0);
  if (squares === 0) return 0;
  const products = rest.reduce((total, value, index) => total + value * (rest[index - 1] ?? 0), 0);
  return Math.min(MOST_RESEMBLANCE, Math.max(0, products / squares));
}
