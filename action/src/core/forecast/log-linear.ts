import { sum } from "#core/statistics/distribution.ts";

/**
 * A quasi-Poisson log-linear model of daily amounts: a level, a trend and a factor for weekends, each held by a prior,
 * because a month of days says little about three things at once. Amounts may be money as well as counts: what is
 * estimated is how the spread grows with the mean, not that values are whole.
 */

/** One complete day. */
export type DayAmount = { amount: number; weekend: boolean };

export function totalOf(days: readonly DayAmount[]): number {
  return sum(days.map(({ amount }) => amount));
}

type Triple = [number, number, number];
/** Symmetric, 3 × 3, by rows. */
type Matrix = [Triple, Triple, Triple];

/** What is believed of level, trend (per 30 days) and weekend before any day is seen, on the log scale. */
export type Prior = { mean: Triple; precision: Triple };

/** A flat level; a trend within about ±50 % a month; weekends between nearly none and all of a working day. */
export const WEAK_PRIOR: Prior = { mean: [0, 0, -1], precision: [1e-6, 1 / 0.35 ** 2, 1] };

export type LogLinear = {
  /** Amount of one unit: the mean of the days. */
  scale: number;
  /** Level on the last day, trend per 30 days, weekend; on the log scale. */
  coefficients: Triple;
  /** Lower triangle whose product with its transpose is the covariance of the coefficients. */
  root: Matrix;
  /** How much wider than a Poisson count the days spread. */
  dispersion: number;
  /** What each day was of what the model expected, widened for what fitting took away; their mean is 1. */
  residuals: number[];
};

const MAX_ROUNDS = 25;
const MAX_STEP = 2;
const CONVERGED = 1e-6;
const LEAST_DISPERSION = 1e-4;

/** Days from the last one, in units of 30. */
export function trendTime(daysAfterLast: number): number {
  return daysAfterLast / 30;
}

/** What the model expects of a day, in the unit of the amounts. */
export function expected({ scale, coefficients }: LogLinear, after: number, weekend: boolean): number {
  return scale * Math.exp(dot([1, trendTime(after), weekend ? 1 : 0], coefficients));
}

/**
 * Iteratively reweighted least squares over days, oldest first, of which one is above 0.
 *
 * @param known spread that is known from elsewhere, where the days are too few to tell
 */
export function fitLogLinear(
  days: readonly DayAmount[],
  prior: Prior = WEAK_PRIOR,
  known: number | null = null,
): LogLinear {
  const scale = totalOf(days) / days.length;
  const rows = days.map(({ amount, weekend }, index): { x: Triple; y: number } => ({
    x: [1, trendTime(index - (days.length - 1)), weekend ? 1 : 0],
    y: amount / scale,
  }));
  let coefficients: Triple = [0, 0, 0];
  let dispersion = 1;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const means = rows.map(({ x }) => Math.exp(dot(x, coefficients)));
    dispersion = known ?? spreadOf(rows, means);
    const { information, target } = weighted(rows, means, { coefficients, dispersion, prior });
    const solved = solve(cholesky(information), target);
    const step = solved.map((value, at) => clip(value - (coefficients[at] ?? 0))) as Triple;
    coefficients = coefficients.map((value, at) => value + (step[at] ?? 0)) as Triple;
    if (step.every((by) => Math.abs(by) < CONVERGED)) break;
  }
  const means = rows.map(({ x }) => Math.exp(dot(x, coefficients)));
  dispersion = known ?? spreadOf(rows, means);
  const { information } = weighted(rows, means, { coefficients, dispersion, prior });
  return {
    scale,
    coefficients,
    root: cholesky(inverse(information)),
    dispersion,
    residuals: residualsOf(rows, means),
  };
}

type Row = { x: Triple; y: number };

/** Pearson's estimate. */
function spreadOf(rows: readonly Row[], means: readonly number[]): number {
  const squares = rows.reduce((total, { y }, at) => {
    const mean = means[at] ?? 1;
    return total + (y - mean) ** 2 / mean;
  }, 0);
  return Math.max(LEAST_DISPERSION, squares / Math.max(1, rows.length - 2));
}

function weighted(
  rows: readonly Row[],
  means: readonly number[],
  at: { coefficients: Triple; dispersion: number; prior: Prior },
): { information: Matrix; target: Triple } {
  const { mean: believed, precision } = at.prior;
  const information: Matrix = [
    [precision[0], 0, 0],
    [0, precision[1], 0],
    [0, 0, precision[2]],
  ];
  const target = precision.map((value, k) => value * (believed[k] ?? 0)) as Triple;
  rows.forEach(({ x, y }, index) => {
    const mean = means[index] ?? 1;
    const weight = mean / at.dispersion;
    const working = dot(x, at.coefficients) + (y - mean) / mean;
    for (const [r, a] of x.entries()) {
      target[r as 0] += weight * a * working;
      for (const [c, b] of x.entries()) (information[r as 0] as Triple)[c as 0] += weight * a * b;
    }
  });
  return { information, target };
}

function residualsOf(rows: readonly Row[], means: readonly number[]): number[] {
  const ratios = rows.map(({ y }, at) => y / (means[at] ?? 1));
  const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length;
  const widening = Math.sqrt(rows.length / Math.max(1, rows.length - 2));
  return ratios.map((ratio) => Math.max(0, 1 + (ratio / mean - 1) * widening));
}

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return a * x + b * y + c * z;
}

function clip(step: number): number {
  return Math.max(-MAX_STEP, Math.min(MAX_STEP, step));
}

/** The lower triangle L of a positive definite matrix, with L·Lᵀ the matrix. */
function cholesky([[a], [b, d], [c, e, f]]: Matrix): Matrix {
  const l00 = Math.sqrt(a);
  const [l10, l20] = [b / l00, c / l00];
  const l11 = Math.sqrt(d - l10 ** 2);
  const l21 = (e - l20 * l10) / l11;
  return [
    [l00, 0, 0],
    [l10, l11, 0],
    [l20, l21, Math.sqrt(f - l20 ** 2 - l21 ** 2)],
  ];
}

/** Solves L·Lᵀ·x = target. */
function solve([[l00], [l10, l11], [l20, l21, l22]]: Matrix, [t0, t1, t2]: Triple): Triple {
  const y0 = t0 / l00;
  const y1 = (t1 - l10 * y0) / l11;
  const y2 = (t2 - l20 * y0 - l21 * y1) / l22;
  const x2 = y2 / l22;
  const x1 = (y1 - l21 * x2) / l11;
  return [(y0 - l10 * x1 - l20 * x2) / l00, x1, x2];
}

function inverse(matrix: Matrix): Matrix {
  const triangle = cholesky(matrix);
  return [solve(triangle, [1, 0, 0]), solve(triangle, [0, 1, 0]), solve(triangle, [0, 0, 1])];
}
