/** How sure something was said, as a number that only orders, and whether it was right. */
export type Said = { raw: number; right: boolean };

/** `raw` becomes `share`; between two of them, what lies between. */
export type Mark = { raw: number; share: number };

const LEAST = 12;
const ROUNDS = 25;
const HELD_BACK = 1;

/**
 * The shares that were right, by how sure it was said: isotonic regression (pool adjacent violators) over groups of at
 * least twelve. Of each share the lower end of its 90 % interval (Wilson) is told: few cases promise little, and what is
 * measured on logs that rules and weights were set on promises more than strangers' logs keep.
 */
export function isotonic(said: readonly Said[]): Mark[] {
  const byRaw = new Map<number, Said[]>();
  for (const one of said) byRaw.set(one.raw, [...(byRaw.get(one.raw) ?? []), one]);
  const pools: Said[][] = [];
  for (const raw of [...byRaw.keys()].sort((a, b) => a - b)) {
    let pool = byRaw.get(raw) ?? [];
    while (
      pools.length > 0 &&
      (share(pools.at(-1) ?? []) >= share(pool) || (pools.at(-1) ?? []).length < LEAST)
    )
      pool = [...(pools.pop() ?? []), ...pool];
    pools.push(pool);
  }
  const last = pools.at(-1);
  if (pools.length > 1 && last !== undefined && last.length < LEAST) {
    pools.pop();
    pools.push([...(pools.pop() ?? []), ...last]);
  }
  let least = 0;
  return pools.map((pool) => {
    least = Math.max(least, lowerEnd(pool));
    return { raw: rounded(mean(pool.map(({ raw }) => raw))), share: rounded(least) };
  });
}

/**
 * Weights of terms by which what is right is told from what is wrong (logistic regression, Newton's method). The first
 * term is the constant; the others are held back a little (L2), for there are few cases of some.
 */
export function logistic(
  rows: readonly { terms: readonly number[]; right: boolean; weight: number }[],
): number[] {
  const size = rows[0]?.terms.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((value, index) => (index === 0 ? 0 : -HELD_BACK * value));
    const bend: number[][] = weights.map((_, index) =>
      weights.map((_, other) => (index === other && index > 0 ? HELD_BACK : 0)),
    );
    for (const { terms, right, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(terms, weights)));
      for (const [index, term] of terms.entries()) {
        slope[index] = (slope[index] ?? 0) + weight * (Number(right) - chance) * term;
        const row = bend[index] ?? [];
        for (const [other, by] of terms.entries())
          row[other] = (row[other] ?? 0) + weight * chance * (1 - chance) * term * by;
      }
    }
    for (const [index, step] of solved(bend, slope).entries()) weights[index] = (weights[index] ?? 0) + step;
  }
  return weights;
}

/** x of `matrix · x = right`, by elimination; the matrix is symmetric and positive. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [index, pivot] of rows.entries()) {
    const by: number = pivot[index] ?? 1;
    for (let column = index; column < pivot.length; column++) pivot[column] = (pivot[column] ?? 0) / by;
    for (const row of rows) {
      const share = row === pivot ? 0 : (row[index] ?? 0);
      for (const [column, value] of pivot.entries()) row[column] = (row[column] ?? 0) - share * value;
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

/** The mean squared distance of what was said from what was so; 0 is perfect, always saying one half makes 0.25. */
export function brier(said: readonly { confidence: number; right: boolean }[]): number {
  return mean(said.map(({ confidence, right }) => (confidence - Number(right)) ** 2));
}

/** By how much what was said and what was right differ in bins of one tenth, weighed by how much is in each. */
export function calibrationError(said: readonly { confidence: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, (_, tenth) =>
    said.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth),
  );
  return bins.reduce((sum, bin) => {
    if (bin.length === 0) return sum;
    const gap = mean(bin.map(({ confidence }) => confidence)) - mean(bin.map(({ right }) => Number(right)));
    return sum + (Math.abs(gap) * bin.length) / said.length;
  }, 0);
}

function share(pool: readonly Said[]): number {
  return mean(pool.map(({ right }) => Number(right)));
}

/** 1.64: one time in twenty the true share is lower. */
function lowerEnd(pool: readonly Said[], z = 1.64): number {
  const n = pool.length;
  const p = share(pool);
  return (p + z ** 2 / (2 * n) - z * Math.sqrt((p * (1 - p) + z ** 2 / (4 * n)) / n)) / (1 + z ** 2 / n);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
