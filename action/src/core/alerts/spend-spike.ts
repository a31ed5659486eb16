import {
  type DayAmount,
  expected,
  fitLogLinear,
  type LogLinear,
  totalOf,
} from "#core/forecast/log-linear.ts";
import { type DayAhead, drawPaths } from "#core/forecast/paths.ts";
import { median, nearestRank, sum } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { rankSumRise } from "#core/statistics/rank-sum.ts";

/** Spending that its own past does not explain. */
export type SpendSpike = {
  over: Stretch["over"];
  spent: number;
  /** What was to be expected. */
  expected: number;
  /** A usual stretch stays below. */
  limit: number;
  /** False: only still above what was expected, by which an alert that fired goes on. */
  fires: boolean;
};

type Stretch = { over: "day" | "week" | "fortnight"; days: number; quantile: number; ratio: number };

/**
 * What is judged: the last day, and the sums of seven and fourteen, for a rise that lasts shows in no single day.
 * Quantiles of what was to be expected, and times of its median.
 */
const STRETCHES: readonly Stretch[] = [
  { over: "day", days: 1, quantile: 0.999, ratio: 2 },
  { over: "week", days: 7, quantile: 0.995, ratio: 1.5 },
  { over: "fortnight", days: 14, quantile: 0.995, ratio: 1.5 },
];
/** Of the days of a stretch against those before, in standard deviations of the rank sum and times of their median. */
const RAISED = { z: 3, ratio: 1.5 };
/** A lower bar than to fire, or it would flap. */
const HOLDS = { quantile: 0.9, ratio: 1.2 };

/** Four weeks say what weekends are like; with fewer, only what nobody would doubt is a spike. */
const MOST_DAYS = 56;
const BEYOND_DOUBT = { ratio: 5, floors: 5 };
const DRAWS = 4000;

/**
 * Whether the last complete day, week or fortnight is a spike. In 90 quiet days of a series it cries 0.4 times, where
 * "half more than the mean of the last week" cries ten times.
 *
 * @param days complete ones, oldest first, the last one to be judged
 * @param floor what an excess must be a day to be worth anybody's attention, in the unit of the amounts
 * @returns the shortest stretch that is one; null when none is above what it may be
 */
export function findSpendSpike(
  days: readonly DayAmount[],
  { floor, seed }: { floor: number; seed: number },
): SpendSpike | null {
  if (days.length <= ENOUGH.spikeFirmDays) return beyondDoubt(days, floor);
  const found = STRETCHES.map((stretch) => judge(days, stretch, floor, seed + stretch.days)).filter(
    (spike) => spike !== null,
  );
  return found.find(({ fires }) => fires) ?? found[0] ?? null;
}

function judge(days: readonly DayAmount[], stretch: Stretch, floor: number, seed: number): SpendSpike | null {
  const past = days.slice(0, -stretch.days).slice(-MOST_DAYS);
  // Nothing to compare with: what is new is no spike.
  if (past.length < ENOUGH.spikeFirmDays || totalOf(past) === 0) return null;
  const judged = days.slice(-stretch.days);
  const model = fitLogLinear(past);
  const usual = sum(judged.map(({ weekend }, index) => expected(model, index + 1, weekend)));
  const spent = totalOf(judged);
  // Most days are nothing special, and cost no simulation.
  if (spent < HOLDS.ratio * usual || spent - usual < floor * stretch.days) return null;
  const sums = foreseen(model, judged, seed);
  const limit = nearestRank(sums, stretch.quantile);
  const fires =
    (spent >= limit && spent >= stretch.ratio * nearestRank(sums, 0.5)) || isRaised(model, past, judged);
  if (!fires && spent < nearestRank(sums, HOLDS.quantile)) return null;
  return { over: stretch.over, spent, expected: usual, limit, fires };
}

/** What such a stretch might have come to, ascending. */
function foreseen(model: LogLinear, judged: readonly DayAmount[], seed: number): Float64Array {
  const ahead = judged.map(({ weekend }, index): DayAhead => ({ after: index + 1, weekend }));
  const paths = drawPaths(model, ahead, { seed, draws: DRAWS, smooth: true });
  return Float64Array.from(paths.at(-1) ?? []).sort();
}

/**
 * Days one by one, weekends with weekends: a single burst moves a sum, and hardly a rank. Of one day it says nothing.
 */
function isRaised(model: LogLinear, past: readonly DayAmount[], judged: readonly DayAmount[]): boolean {
  if (judged.length === 1) return false;
  const deviation = ({ amount, weekend }: DayAmount, after: number) =>
    amount / expected(model, after, weekend);
  const before = past.map((day, index) => deviation(day, index + 1 - past.length));
  const after = judged.map((day, index) => deviation(day, index + 1));
  return (
    rankSumRise(before, after) >= RAISED.z && (median(after) ?? 0) >= RAISED.ratio * (median(before) ?? 0)
  );
}

function beyondDoubt(days: readonly DayAmount[], floor: number): SpendSpike | null {
  const past = days.slice(0, -1);
  const spent = days.at(-1)?.amount ?? 0;
  const usual = totalOf(past) / past.length;
  const limit = Math.max(BEYOND_DOUBT.ratio * usual, usual + BEYOND_DOUBT.floors * floor);
  if (past.length < ENOUGH.spikeDays || usual === 0 || spent < limit) return null;
  return { over: "day", spent, expected: usual, limit, fires: true };
}
