import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { Spending, sumOf } from "#core/budgets/spending.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { calendarPeriod } from "#core/calendar/calendar-period.ts";
import { localDay } from "#core/calendar/zone.ts";
import { raise } from "#core/counts.ts";
import { forecastMonth, MonthForecast } from "#core/documents/forecast/month.ts";
import { NextWeek, Upcoming } from "#core/documents/forecast/next-week.ts";
import { firstKnownDay } from "#core/forecast/known-days.ts";
import { addSeconds, DAY_SECONDS, type Day, Utc } from "#core/time.ts";

/** Where the running month will end, and what the next seven days will bring. */
export const ForecastDocument = z.strictObject({
  month: z.strictObject({ key: z.string(), start: Utc, end: Utc, timezone: z.string() }),
  /** Nano-dollars: what is known, with what is not at what such lines usually cost. */
  spend: MonthForecast,
  /** Lines without an amount in this month: those estimated, and those of which not even that is known. */
  estimated_n: z.number().int(),
  unknown_n: z.number().int(),
  /** Executions of agents, those that told nothing included. */
  executions: MonthForecast,
  next_week: z.array(NextWeek),
});
export type ForecastDocument = z.infer<typeof ForecastDocument>;

const KEPT_DAYS = 160;

export function forecastFold(context: Context) {
  const { config, state, now } = context;
  const { timezone } = config;
  const today = localDay(now, timezone);
  const spending = new Spending(timezone, addSeconds(now, -KEPT_DAYS * DAY_SECONDS));
  const executions = new Map<Day, number>();
  const upcoming = new Upcoming(today, context);
  return {
    add(attempt: Attempt): void {
      if (attempt.run.status !== "completed") return;
      spending.add(attempt.lines);
      upcoming.add(attempt);
      const day = localDay(attempt.at, timezone);
      raise(executions, day, attempt.invocations.length);
    },
    finish(usual: UsualCost): ForecastDocument {
      const month = calendarPeriod("month", now, { timezone, "week-start": config["week-start"] });
      const firstDay = firstKnownDay(state.covered?.from, today, timezone);
      const { estimated_n, unknown_n } = spending.between(month.start, addSeconds(now, 1), usual);
      const costOn = (day: Day) => sumOf(spending.on(day, usual));
      return {
        month: { key: month.key, start: month.start, end: month.end, timezone },
        spend: forecastMonth("spend", month, today, firstDay, costOn),
        estimated_n,
        unknown_n,
        executions: forecastMonth("executions", month, today, firstDay, (day) => executions.get(day) ?? 0),
        next_week: upcoming.rows(firstDay),
      };
    },
  };
}
