import * as z from "zod";
import { type CalendarPeriod, daysBetween, isWeekend } from "#core/calendar/calendar-period.ts";
import { backTest } from "#core/forecast/back-test.ts";
import { type Forecast, forecastSum, TooFewDays } from "#core/forecast/forecast.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { sum } from "#core/statistics/distribution.ts";
import { addDays, Day } from "#core/time.ts";

const Count = z.number().int();

/** What a month will come to, in the unit of its days; bands hold four of five futures, and nineteen of twenty. */
const Foreseen = z.strictObject({
  total: z.strictObject({
    median: z.number(),
    low80: z.number(),
    high80: z.number(),
    low95: z.number(),
    high95: z.number(),
  }),
  method: z.literal("quasi-Poisson log-linear: level, trend, weekends; resampled"),
  /** Complete days it was made from. */
  days: Count,
  /** Fewer than fourteen. */
  rough: z.boolean(),
  /** A weekend day to another; null where nothing ever happened. */
  weekend_factor: z.number().nullable(),
  /** Times as much after 30 days. */
  trend_per_30_days: z.number().nullable(),
  /** Variance to the mean, in units of the mean day. */
  dispersion: z.number().nullable(),
  /** The level changed of late, and the band assumes that it stays; null: it did not. */
  shift: z.strictObject({ day: Day, ratio: z.number() }).nullable(),
  /** How the method did from each of the last 60 days; they overlap. Null: not enough history. */
  back_test: z
    .strictObject({
      origins: Count,
      horizon: Count,
      covered80: z.number(),
      covered95: z.number(),
      median_error: z.number().nullable(),
    })
    .nullable(),
});
type Foreseen = z.infer<typeof Foreseen>;

export const MonthForecast = z.strictObject({
  /** Of the month, until now. */
  so_far: z.number(),
  /** Null where none can be made; `refused` says why. */
  foreseen: Foreseen.nullable(),
  refused: TooFewDays.nullable(),
});
export type MonthForecast = z.infer<typeof MonthForecast>;

/**
 * @param amountOn what each day came to; today's is not complete
 * @param firstDay the first day of which everything is known; null: none is
 */
export function forecastMonth(
  name: string,
  { days }: CalendarPeriod,
  today: Day,
  firstDay: Day | null,
  amountOn: (day: Day) => number,
): MonthForecast {
  const known = daysBetween(firstDay ?? today, today);
  const history = known.map((day) => ({ amount: amountOn(day), weekend: isWeekend(day) }));
  const before = sum(days.filter((day) => day < today).map(amountOn));
  const soFarToday = amountOn(today);
  const ahead = days.filter((day) => day >= today);
  const seed = fnv1aNumber(`${name} ${today} ${history.map(({ amount }) => amount).join()}`);
  const forecast = forecastSum(
    history,
    ahead.map((day, index) => ({
      after: index + 1,
      weekend: isWeekend(day),
      ...(index === 0 && { soFar: soFarToday }),
    })),
    { seed },
  );
  const so_far = before + soFarToday;
  if ("refused" in forecast) return { so_far, foreseen: null, refused: forecast.refused };
  const tested = backTest(history, ahead.length, seed);
  return { so_far, foreseen: told(forecast, before, firstDay ?? today, tested), refused: null };
}

function told(
  { total, days, rough, model, shift }: Forecast,
  before: number,
  firstDay: Day,
  back_test: Foreseen["back_test"],
): Foreseen {
  return {
    total: {
      median: Math.round(before + total.median),
      low80: Math.round(before + total.low80),
      high80: Math.round(before + total.high80),
      low95: Math.round(before + total.low95),
      high95: Math.round(before + total.high95),
    },
    method: "quasi-Poisson log-linear: level, trend, weekends; resampled",
    days,
    rough,
    weekend_factor: model?.weekend_factor ?? null,
    trend_per_30_days: model?.trend_per_30_days ?? null,
    dispersion: model?.dispersion ?? null,
    shift: shift && { day: addDays(firstDay, shift.before), ratio: shift.ratio },
    back_test,
  };
}
