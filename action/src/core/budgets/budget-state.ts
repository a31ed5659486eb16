import * as z from "zod";
import type { Light } from "#core/budgets/light.ts";
import { dueBy, lookAhead } from "#core/budgets/outlook.ts";
import type { Reserve } from "#core/budgets/reserve.ts";
import { type Spending, sumOf } from "#core/budgets/spending.ts";
import {
  type CalendarPeriod,
  type Clock,
  calendarPeriod,
  daysBetween,
  rollingPeriod,
} from "#core/calendar/calendar-period.ts";
import { localDay } from "#core/calendar/zone.ts";
import type { Budget } from "#core/config/budgets.ts";
import { TooFewDays } from "#core/forecast/forecast.ts";
import { Nano, nano } from "#core/pricing/money.ts";
import { addDays, addSeconds, DAY_SECONDS, Day, epoch, Utc } from "#core/time.ts";

const Count = z.number().int();

/** How one budget stands; amounts are nano-dollars. */
export const BudgetState = z.strictObject({
  id: z.string(),
  scope: z.string(),
  alert_type: z.enum(["warning", "hard_stop"]),
  /** `key` names the period: with it and the id, a threshold is told once. */
  period: z.strictObject({ key: z.string(), start: Utc, end: Utc, timezone: z.string() }),
  threshold_nano_usd: Nano,
  known_nano_usd: Nano,
  /** Lines without an amount, at what such lines usually come to. */
  estimated_nano_usd: Nano,
  estimated_n: Count,
  /** Credits, discounts and corrections since its start; below 0 they lower what is spent. */
  adjusted_nano_usd: Nano,
  /** Lines of which not even that is known: in no sum. */
  unknown_n: Count,
  /** What runs in flight are held to cost. */
  reserved_nano_usd: Nano,
  reserved_n: Count,
  /** Known, estimated and adjusted, of the threshold, in per cent; null of a threshold of 0. */
  percentage: z.number().nullable(),
  thresholds: z.array(z.strictObject({ at: z.number(), reached_at: Utc.nullable() })),
  burn: z.strictObject({
    /** A day, over the last seven complete ones; null where fewer are known. */
    last_7_days_nano_usd: Nano.nullable(),
    /** What is left for each day that is left; null where the period rolls. */
    left_per_day_nano_usd: Nano.nullable(),
  }),
  /** Null where no forecast can be made; `refused` says why. */
  exhaustion: z
    .strictObject({ p10: Day.nullable(), median: Day.nullable(), p90: Day.nullable(), chance: z.number() })
    .nullable(),
  refused: TooFewDays.nullable(),
  /** Spent, less what was due by now; null where the period rolls. */
  variance_nano_usd: Nano.nullable(),
  state: z.enum(["inactive", "on track", "warning", "exceeded", "stopped"]),
});
export type BudgetState = z.infer<typeof BudgetState>;

/** What counts against the amount, but for what is held for runs in flight. */
export function currentOf(state: BudgetState): number {
  return state.known_nano_usd + state.estimated_nano_usd + state.adjusted_nano_usd;
}

const BURN_DAYS = 7;

function periodOf({ period, period_days }: Budget, now: Utc, clock: Clock): CalendarPeriod {
  return period_days === undefined
    ? calendarPeriod(period ?? "month", now, clock)
    : rollingPeriod(period_days, now, clock);
}

export function budgetState(budget: Budget, spending: Spending, reserve: Reserve, light: Light): BudgetState {
  const { now, clock, usual, inFlight } = light;
  const period = periodOf(budget, now, clock);
  const amount = nano(budget.threshold_usd);
  // An instant later than now, so that what starts in this very second counts.
  const until = addSeconds(now, 1);
  const spent = spending.between(period.start, until, usual);
  const adjusted = spending.adjusted(period.start, until);
  const current = sumOf(spent) + adjusted;
  const reserved = inFlight
    .map((workflow) => reserve.of(workflow, budget["assume-usd"]))
    .filter((held) => held > 0);
  const reservedSum = reserved.reduce((total, each) => total + each, 0);
  const marks = [...new Set(budget.alert_at_percentage)].sort((a, b) => a - b);
  const reached = spending.reached(
    marks.map((mark) => (amount * mark) / 100),
    period.start,
    until,
    usual,
  );
  const outlook = lookAhead(budget, period, spending, { ...light, amount: amount - adjusted });
  return {
    id: budget.id,
    scope: budget.scope,
    alert_type: budget.alert_type,
    period: { key: period.key, start: period.start, end: period.end, timezone: clock.timezone },
    threshold_nano_usd: amount,
    known_nano_usd: spent.known,
    estimated_nano_usd: spent.estimated,
    estimated_n: spent.estimated_n,
    adjusted_nano_usd: adjusted,
    unknown_n: spent.unknown_n,
    reserved_nano_usd: reservedSum,
    reserved_n: reserved.length,
    percentage: amount === 0 ? null : (100 * current) / amount,
    thresholds: marks.map((at, index) => ({ at, reached_at: reached[index] ?? null })),
    burn: {
      last_7_days_nano_usd: burnOf(spending, light),
      left_per_day_nano_usd: leftPerDay(budget, period, amount - current, now),
    },
    exhaustion: outlook.exhaustion,
    refused: outlook.refused,
    variance_nano_usd:
      budget.period_days === undefined ? current - dueBy(period, amount, outlook, light) : null,
    state: stateOf(budget, amount, current, reservedSum),
  };
}

/** Whether the guard stops runs: what is reserved counts there, and nowhere else. */
function stateOf(budget: Budget, amount: number, current: number, reserved: number): BudgetState["state"] {
  if (!budget.is_active) return "inactive";
  if (budget.alert_type === "hard_stop" && current + reserved >= amount) return "stopped";
  // Nothing spent of nothing is no excess.
  if (current >= amount && current > 0) return "exceeded";
  const first = Math.min(...budget.alert_at_percentage);
  return current > 0 && current >= (amount * first) / 100 ? "warning" : "on track";
}

function burnOf(spending: Spending, { now, clock, usual, firstDay }: Light): number | null {
  const today = localDay(now, clock.timezone);
  const from = addDays(today, -BURN_DAYS);
  if (firstDay === null || firstDay > from) return null;
  const days = daysBetween(from, today).map((day) => spending.on(day, usual));
  return Math.round(days.reduce((total, day) => total + sumOf(day), 0) / BURN_DAYS);
}

function leftPerDay({ period_days }: Budget, { end }: CalendarPeriod, left: number, now: Utc): number | null {
  if (period_days !== undefined) return null;
  const days = (epoch(end) - epoch(now)) / DAY_SECONDS;
  return Math.round(Math.max(0, left) / Math.max(days, 1));
}
