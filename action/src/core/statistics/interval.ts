/** 95 % intervals that assume no shape and draw no random samples: the same values always give the same answer. */
export type Interval = { low: number; high: number };

/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;
/** And 99 %, for what calls people. */
export const Z_99 = 2.576;

/**
 * Wilson's, of a share: the interval in which the true one lies, for small numbers too. `n` is at least 1.
 *
 * @param z how sure, in standard deviations
 */
export function wilson(part: number, n: number, z: number = Z): Interval {
  const share = part / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

type Share = { part: number; n: number };

/** Newcombe's, of the difference `after − before` of two shares: made of two Wilson intervals. */
export function newcombe(before: Share, after: Share): Interval {
  const [p, q] = [before.part / before.n, after.part / after.n];
  const [one, two] = [wilson(before.part, before.n), wilson(after.part, after.n)];
  return {
    low: q - p - Math.hypot(q - two.low, one.high - p),
    high: q - p + Math.hypot(two.high - q, p - one.low),
  };
}

/**
 * Hodges and Lehmann's shift, the median of all differences between a value after and one before, with the interval
 * that the rank-sum test gives (Moses): the differences whose ranks that test would just not reject.
 *
 * Takes as long as sorting both sides; neither is empty.
 */
export function hodgesLehmann(
  before: readonly number[],
  after: readonly number[],
): Interval & { shift: number } {
  const [a, b] = [Float64Array.from(before).sort(), Float64Array.from(after).sort()];
  const n = a.length * b.length;
  const spread = Z * Math.sqrt((n * (a.length + b.length + 1)) / 12);
  // Rounded: ranks are whole, so the normal distribution stands in for them half a rank further.
  const rank = Math.max(1, Math.round(n / 2 - spread));
  const middle = kthDifference(a, b, Math.ceil(n / 2));
  return {
    shift: n % 2 === 1 ? middle : (middle + kthDifference(a, b, n / 2 + 1)) / 2,
    low: kthDifference(a, b, rank),
    high: kthDifference(a, b, n + 1 - rank),
  };
}

/**
 * The same of differences within pairs: the median of all means of two of them (Walsh averages, each with itself as
 * well), with the interval that the signed-rank test gives (Tukey).
 *
 * Takes the square of their number; there is at least one.
 */
export function pairedShift(differences: readonly number[]): Interval & { shift: number } {
  const means = Float64Array.from(
    differences.flatMap((one, index) => differences.slice(index).map((other) => (one + other) / 2)),
  ).sort();
  const pairs = differences.length;
  const n = means.length;
  const at = (rank: number) => means[rank - 1] ?? Number.NaN;
  const spread = Z * Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24);
  const rank = Math.max(1, Math.round(n / 2 - spread));
  const middle = Math.ceil(n / 2);
  return {
    shift: n % 2 === 1 ? at(middle) : (at(middle) + at(middle + 1)) / 2,
    low: at(rank),
    high: at(n + 1 - rank),
  };
}

/** The `k`-th smallest (from 1) of all `b − a`, found by halving the range between the least and the greatest. */
function kthDifference(a: Float64Array, b: Float64Array, k: number): number {
  let low = (b[0] ?? 0) - (a.at(-1) ?? 0);
  let high = (b.at(-1) ?? 0) - (a[0] ?? 0);
  while (low < high) {
    const middle = low + (high - low) / 2;
    // Between neighbouring numbers the middle rounds to one of them; only the lower one makes the range smaller.
    const { n, below, above } = around(a, b, middle < high ? middle : low);
    if (n >= k) high = below;
    else low = above;
  }
  return low;
}

/** How many differences are at most `value`, the greatest of those and the least of the others. */
function around(a: Float64Array, b: Float64Array, value: number) {
  let n = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let next = 0;
  for (const from of a) {
    while (next < b.length && (b[next] ?? 0) - from <= value) next += 1;
    n += next;
    if (next > 0) below = Math.max(below, (b[next - 1] ?? 0) - from);
    if (next < b.length) above = Math.min(above, (b[next] ?? 0) - from);
  }
  return { n, below, above };
}
