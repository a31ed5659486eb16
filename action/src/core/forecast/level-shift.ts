import {
  type DayAmount,
  expected,
  fitLogLinear,
  type LogLinear,
  totalOf,
  WEAK_PRIOR,
} from "#core/forecast/log-linear.ts";
import { type DayAhead, drawPaths } from "#core/forecast/paths.ts";
import { sharpest } from "#core/statistics/change-point.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** A new level that the past did not announce. */
export type LevelShift = {
  /** How many of the days come before it. */
  before: number;
  /** The last week's sum to the one that was foreseen a week ago. */
  ratio: number;
};

const WEEK = 7;
/** 98 % of what was foreseen. */
const TAIL = 0.01;
const LEAST_RATIO = 1.4;
const LEAST_OTHERS = 1.1;
const DRAWS = 1000;
/** Ratios to the expectation are compared by their logarithm, of which an empty day has none. */
const PER_MILLE = 1000;

/**
 * Whether the last week lies outside of what was to be expected a week ago. Null when it does not, or when the days
 * before are too few to say.
 *
 * @param days complete ones, oldest first
 */
export function findLevelShift(days: readonly DayAmount[], seed: number): LevelShift | null {
  if (days.length < ENOUGH.levelDays) return null;
  const [past, week] = [days.slice(0, -WEEK), days.slice(-WEEK)];
  if (past.every(({ amount }) => amount === 0)) return null;
  const model = fitLogLinear(past);
  const ahead = week.map(({ weekend }, index): DayAhead => ({ after: index + 1, weekend }));
  const sums = drawPaths(model, ahead, { seed, draws: DRAWS }).at(-1)?.sort() ?? new Float64Array();
  const seen = totalOf(week);
  const ratio = seen / nearestRank(sums, 0.5);
  const isOutside = seen < nearestRank(sums, TAIL) || seen > nearestRank(sums, 1 - TAIL);
  if (!isOutside || (ratio < LEAST_RATIO && ratio > 1 / LEAST_RATIO)) return null;
  if (ratio > 1 && isBurst(week, seen / ratio)) return null;
  const ratios = days.map(({ amount, weekend }, index) => {
    const usual = expected(model, index + 1 - past.length, weekend);
    return (PER_MILLE * amount) / usual;
  });
  const places = Array.from({ length: WEEK - ENOUGH.newLevelDays + 1 }, (_, index) => past.length + index);
  return { before: sharpest(ratios, past.length, places), ratio };
}

/** Whether a single day makes the difference: without it the week is what was foreseen. */
function isBurst(week: readonly DayAmount[], foreseen: number): boolean {
  const others = totalOf(week) - Math.max(...week.map(({ amount }) => amount));
  return others < LEAST_OTHERS * foreseen * ((WEEK - 1) / WEEK);
}

/**
 * The model of the days since a shift: their level, with the weekends, the trend's bounds and the spread of the days
 * before, of which a few days say nothing.
 */
export function fitSince({ before }: LevelShift, days: readonly DayAmount[]): LogLinear {
  const past = fitLogLinear(days.slice(0, before));
  const [, , weekend] = past.coefficients;
  const [, , [a, b, c]] = past.root;
  const since = days.slice(before);
  if (since.every(({ amount }) => amount === 0)) return past;
  const prior = {
    mean: [0, 0, weekend] as [number, number, number],
    precision: [WEAK_PRIOR.precision[0], WEAK_PRIOR.precision[1], 1 / (a ** 2 + b ** 2 + c ** 2)] as [
      number,
      number,
      number,
    ],
  };
  return { ...fitLogLinear(since, prior, past.dispersion), residuals: past.residuals };
}
