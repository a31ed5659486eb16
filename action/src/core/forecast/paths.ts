import { type LogLinear, trendTime } from "#core/forecast/log-linear.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { normal, uniform } from "#core/statistics/random.ts";

/** A day to come: how many after the last complete one (from 1), and what it has already seen. */
export type DayAhead = { after: number; weekend: boolean; soFar?: number };

/**
 * Possible futures: for each day ahead the sums up to its end, one for each draw, in the order of the draws. A draw is
 * one value of the model's coefficients within what they may be, and for each day one of the past days' deviations.
 */
export type Paths = readonly Float64Array[];

export const DRAWS = 2000;

/**
 * @param smooth spreads each resampled deviation a little, for statements about the far tail, of which a few dozen
 *   days hold no example
 */
export function drawPaths(
  model: LogLinear,
  ahead: readonly DayAhead[],
  { seed, draws = DRAWS, smooth = false }: { seed: number; draws?: number; smooth?: boolean },
): Paths {
  const next = uniform(seed);
  const gauss = normal(next);
  const [level, trend, weekend] = model.coefficients;
  const [[l00], [l10, l11], [l20, l21, l22]] = model.root;
  const { residuals, scale } = model;
  const spread = smooth ? bandwidth(residuals) : 0;
  const paths = ahead.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const [z0, z1, z2] = [gauss(), gauss(), gauss()];
    const a = level + l00 * z0;
    const b = trend + l10 * z0 + l11 * z1;
    const c = weekend + l20 * z0 + l21 * z1 + l22 * z2;
    let total = 0;
    for (const [index, day] of ahead.entries()) {
      const expected = scale * Math.exp(a + b * trendTime(day.after) + (day.weekend ? c : 0));
      const deviation = residuals[Math.floor(next() * residuals.length)] ?? 1;
      const amount = expected * deviation * (spread === 0 ? 1 : Math.exp(spread * gauss()));
      total += Math.max(day.soFar ?? 0, amount);
      (paths[index] as Float64Array)[draw] = total;
    }
  }
  return paths;
}

/**
 * Silverman's rule on the log of the deviations; those of empty days have no logarithm and no say. The spread is that
 * of the middle half: a weekend with a single run is a thousandth of a usual one, and says nothing of busy days.
 */
function bandwidth(deviations: readonly number[]): number {
  const logs = Float64Array.from(deviations.filter((value) => value > 0).map(Math.log)).sort();
  if (logs.length < ENOUGH.quartiles) return 0;
  const sigma = (nearestRank(logs, 0.75) - nearestRank(logs, 0.25)) / NORMAL_QUARTILES;
  return sigma * logs.length ** -0.2;
}

/** Between the quartiles of the normal distribution lie so many of its standard deviations. */
const NORMAL_QUARTILES = 1.349;

/** The middle of one day's sums and how far they may lie: four of five, and nineteen of twenty futures. */
export type Band = {
  median: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
};

export function bandOf(sums: Float64Array): Band {
  const ascending = Float64Array.from(sums).sort();
  const at = (fraction: number) => nearestRank(ascending, fraction);
  return { median: at(0.5), low80: at(0.1), high80: at(0.9), low95: at(0.025), high95: at(0.975) };
}
