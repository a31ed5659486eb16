import { type Exhaustion, exhaustionOf } from "#core/budgets/exhaustion.ts";
import type { Light } from "#core/budgets/light.ts";
import { type Spending, sumOf } from "#core/budgets/spending.ts";
import { type CalendarPeriod, daysBetween, isWeekend } from "#core/calendar/calendar-period.ts";
import { localDay, startOfLocalDay } from "#core/calendar/zone.ts";
import type { Budget } from "#core/config/budgets.ts";
import { type Forecast, forecastSum, type TooFewDays } from "#core/forecast/forecast.ts";
import type { Paths } from "#core/forecast/paths.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { addDays, DAY_SECONDS, type Day, epoch } from "#core/time.ts";

const MOST_ROLLING_AHEAD = 31;

/** What the days to come mean for a budget. */
export type Outlook = {
  exhaustion: Exhaustion | null;
  refused: TooFewDays | null;
  /** Spending of a weekend day to that of another; 1 where it is not known. */
  weekendFactor: number;
};

/**
 * When the amount will be spent, by what the days before today were like.
 *
 * @param light `amount`: what may be spent, credits added
 */
export function lookAhead(
  budget: Budget,
  period: CalendarPeriod,
  spending: Spending,
  light: Light & { amount: number },
): Outlook {
  const { now, clock, usual, firstDay } = light;
  const today = localDay(now, clock.timezone);
  const history = daysBetween(firstDay ?? today, today).map((day) => sumOf(spending.on(day, usual)));
  const rolling = budget.period_days;
  const until =
    rolling === undefined
      ? addDays(period.days.at(-1) ?? today, 1)
      : addDays(today, Math.min(rolling, MOST_ROLLING_AHEAD));
  const days = daysBetween(today, until);
  const todaySoFar = sumOf(spending.on(today, usual));
  const forecast = forecastSum(
    history.map((amount, index) => ({ amount, weekend: isWeekend(addDays(firstDay ?? today, index)) })),
    days.map((day, index) => ({
      after: index + 1,
      weekend: isWeekend(day),
      ...(index === 0 && { soFar: todaySoFar }),
    })),
    { seed: fnv1aNumber(`${budget.id} ${today} ${history.join()}`) },
  );
  if ("refused" in forecast) return { exhaustion: null, refused: forecast.refused, weekendFactor: 1 };
  const spentOn = (day: Day) => sumOf(spending.on(day, usual));
  const counted =
    rolling === undefined
      ? calendarSums(forecast, period, today, spentOn)
      : rollingSums(forecast, days, rolling, spentOn);
  const exhaustion = exhaustionOf(counted.paths, days, counted.before, light.amount);
  const weekendFactor = forecast.days < ENOUGH.forecastFirmDays ? 1 : (forecast.model?.weekend_factor ?? 1);
  return { exhaustion, refused: null, weekendFactor };
}

type Counted = { paths: Paths; before: (index: number) => number };

function calendarSums(
  { paths }: Forecast,
  period: CalendarPeriod,
  today: Day,
  spentOn: (day: Day) => number,
): Counted {
  const before = period.days.filter((day) => day < today).reduce((total, day) => total + spentOn(day), 0);
  return { paths, before: () => before };
}

/** A window that moves on: with each day ahead, the oldest of those behind no longer counts. */
function rollingSums(
  { paths }: Forecast,
  days: readonly Day[],
  length: number,
  spentOn: (day: Day) => number,
): Counted {
  const [today = ""] = days;
  const before = days.map((_, index) => {
    const oldest = addDays(today, index + 1 - length);
    return daysBetween(oldest, today).reduce((total, day) => total + spentOn(day), 0);
  });
  return { paths, before: (index) => before[index] ?? 0 };
}

/** What the amount would have come to by now if it were spent as days and weekends usually are. */
export function dueBy(
  period: CalendarPeriod,
  amount: number,
  { weekendFactor }: Outlook,
  { now, clock }: Light,
): number {
  const today = localDay(now, clock.timezone);
  const weight = (day: Day) => (isWeekend(day) ? weekendFactor : 1);
  const all = period.days.reduce((total, day) => total + weight(day), 0);
  const past = period.days.filter((day) => day < today).reduce((total, day) => total + weight(day), 0);
  const partOfToday = Math.min(1, (epoch(now) - epoch(startOfLocalDay(today, clock.timezone))) / DAY_SECONDS);
  return Math.round((amount * (past + weight(today) * partOfToday)) / all);
}
