import { forecastSum } from "#core/forecast/forecast.ts";
import { type DayAmount, totalOf } from "#core/forecast/log-linear.ts";
import { nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** How the same method would have done on these very days. Its origins overlap: they are no independent trials. */
export type BackTest = {
  origins: number;
  /** Days ahead of each. */
  horizon: number;
  /** Shares of outcomes within the band that should hold 80 % and 95 %. */
  covered80: number;
  covered95: number;
  /** Median of the absolute errors, as shares of the outcome; null where every outcome was 0. */
  median_error: number | null;
};

const RECENT_DAYS = 60;
const MOST_HORIZON = 14;
const DRAWS = 500;

/** From each of the last 60 days that knows enough before and after it; null below 10 of them. */
export function backTest(days: readonly DayAmount[], ahead: number, seed: number): BackTest | null {
  const horizon = Math.min(ahead, MOST_HORIZON);
  if (horizon < 1) return null;
  const first = Math.max(ENOUGH.forecastFirmDays, days.length - RECENT_DAYS);
  const outcomes: { within80: boolean; within95: boolean; error: number | null }[] = [];
  for (let origin = first; origin + horizon <= days.length; origin += 1) {
    const coming = days.slice(origin, origin + horizon);
    const foreseen = forecastSum(
      days.slice(0, origin),
      coming.map(({ weekend }, index) => ({ after: index + 1, weekend })),
      { seed: seed + origin, draws: DRAWS },
    );
    if ("refused" in foreseen) continue;
    const outcome = totalOf(coming);
    const { median, low80, high80, low95, high95 } = foreseen.total;
    outcomes.push({
      within80: outcome >= low80 && outcome <= high80,
      within95: outcome >= low95 && outcome <= high95,
      error: outcome === 0 ? null : Math.abs(median - outcome) / outcome,
    });
  }
  if (outcomes.length < ENOUGH.backTest) return null;
  const share = (is: "within80" | "within95") => outcomes.filter((each) => each[is]).length / outcomes.length;
  const errors = Float64Array.from(outcomes.flatMap(({ error }) => error ?? [])).sort();
  return {
    origins: outcomes.length,
    horizon,
    covered80: share("within80"),
    covered95: share("within95"),
    median_error: errors.length === 0 ? null : nearestRank(errors, 0.5),
  };
}
