/** Probabilities of something at least so extreme by chance. */

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++)
    logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? Number.NaN;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Of `part` or more of `n` where each is one with probability `share`. */
export function binomialTail(part: number, n: number, share: number): number {
  if (part <= 0) return 1;
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  let tail = 0;
  for (let k = part; k <= n; k++)
    tail += Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
  return Math.min(1, tail);
}

/** Of `count` or more where `expected` are usual and each comes by itself (Poisson). */
export function poissonTail(count: number, expected: number): number {
  if (count <= 0) return 1;
  if (expected <= 0) return 0;
  let below = 0;
  for (let k = 0; k < count; k++) below += Math.exp(k * Math.log(expected) - expected - logFactorial(k));
  // The difference loses all digits of a tail that is tiny: there its terms are added.
  if (below < 0.999) return 1 - below;
  let tail = 0;
  for (let k = count, term = 1; k < count + 1000 && term > 0; k++) {
    term = Math.exp(k * Math.log(expected) - expected - logFactorial(k));
    tail += term;
    if (term < tail * 1e-12) break;
  }
  return tail;
}

type Share = { part: number; n: number };

/**
 * Fisher's exact test, one-sided: so many of those after, given how many of all there are, were chance alone to deal
 * them to the two sides.
 */
export function fisherTail(before: Share, after: Share): number {
  const all = before.n + after.n;
  const parts = before.part + after.part;
  const most = Math.min(parts, after.n);
  let tail = 0;
  for (let k = after.part; k <= most; k++) {
    const others = parts - k;
    if (others > before.n) continue;
    tail += Math.exp(logChoose(after.n, k) + logChoose(before.n, others) - logChoose(all, parts));
  }
  return Math.min(1, tail);
}

/**
 * Of `z` standard deviations or more above the mean of a normal distribution. The complementary error function by
 * Chebyshev fitting (Press et al., Numerical Recipes, section 6.2), within 1.2e-7 of itself everywhere.
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const polynomial = CHEBYSHEV.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const complement = t * Math.exp(-x * x + polynomial);
  return z >= 0 ? complement / 2 : 1 - complement / 2;
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];
