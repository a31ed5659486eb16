import * as z from "zod";
import { findLevelShift, fitSince, type LevelShift } from "#core/forecast/level-shift.ts";
import { type DayAmount, fitLogLinear, type LogLinear } from "#core/forecast/log-linear.ts";
import { type Band, bandOf, type DayAhead, DRAWS, drawPaths, type Paths } from "#core/forecast/paths.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** Older days say less about the next ones than they cost. */
const MOST_DAYS = 56;

/** The sum of the days ahead, and what it was made from. */
export type Forecast = {
  /** Complete days that the model saw, at most 56. */
  days: number;
  rough: boolean;
  /** Null: nothing was ever spent, and nothing is foreseen. */
  model: (Pick<LogLinear, "dispersion"> & { weekend_factor: number; trend_per_30_days: number }) | null;
  /** The level changed of late: what is foreseen assumes that it stays. `day` counts from the first of the history. */
  shift: LevelShift | null;
  /** Sums up to the end of each day ahead, by draw. */
  paths: Paths;
  total: Band;
};

/** Too few complete days are known for a forecast. */
export const TooFewDays = z.strictObject({
  known: z.int().nonnegative(),
  needed: z.int().positive(),
});
export type TooFewDays = z.infer<typeof TooFewDays>;

export type Refused = { refused: TooFewDays };

/**
 * What the days ahead will come to, by resampling: a quasi-Poisson log-linear model of level, trend and weekends, whose
 * coefficients are drawn from what they may be and whose days deviate as the past ones did.
 *
 * @param history complete days, oldest first, the last one the day before `ahead` begins
 * @param ahead the days to come; the first may be under way and knows what it has seen so far
 * @returns what is foreseen, or why nothing is
 */
export function forecastSum(
  history: readonly DayAmount[],
  ahead: readonly DayAhead[],
  { seed, draws = DRAWS }: { seed: number; draws?: number },
): Forecast | Refused {
  if (history.length < ENOUGH.forecastDays)
    return { refused: { known: history.length, needed: ENOUGH.forecastDays } };
  const days = history.slice(-MOST_DAYS);
  const base = { days: days.length, rough: days.length < ENOUGH.forecastFirmDays };
  if (days.every(({ amount }) => amount === 0)) return { ...base, ...nothingAhead(ahead, draws) };
  const shift = findLevelShift(days, seed);
  const model = shift === null ? fitLogLinear(days) : fitSince(shift, days);
  const paths = drawPaths(model, ahead, { seed, draws });
  const [, trend, weekend] = model.coefficients;
  return {
    ...base,
    model: {
      dispersion: model.dispersion,
      weekend_factor: Math.exp(weekend),
      trend_per_30_days: Math.exp(trend),
    },
    shift: shift && { ...shift, before: shift.before + history.length - days.length },
    paths,
    total: bandOf(paths.at(-1) ?? new Float64Array(1)),
  };
}

/** Only what today has already seen. */
function nothingAhead(ahead: readonly DayAhead[], draws: number) {
  const seen = ahead[0]?.soFar ?? 0;
  const paths = ahead.map(() => new Float64Array(draws).fill(seen));
  return { model: null, shift: null, paths, total: bandOf(paths.at(-1) ?? new Float64Array(1)) };
}
