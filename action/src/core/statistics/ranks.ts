import { mean } from "#core/statistics/distribution.ts";

/** Ranks from 1 in the given order; equal values share the middle of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index);
  const at = (index: number | undefined) => values[index ?? -1] ?? Number.NaN;
  order.sort((a, b) => at(a) - at(b));
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && at(order[to]) === at(order[from])) to += 1;
    for (const index of order.slice(from, to)) result[index] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
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
