import type { BudgetAccount } from "#core/budgets/budget-account.ts";
import { sumOf } from "#core/budgets/spending.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { type Clock, calendarPeriod, rollingPeriod } from "#core/calendar/calendar-period.ts";
import { HOURS, type Room } from "#core/guard/fitting.ts";
import type { GuardedBudget, GuardedWorkflow } from "#core/guard/guard-table.ts";
import { nano } from "#core/pricing/money.ts";
import { addSeconds, HOUR_SECONDS, type Utc } from "#core/time.ts";

/** A budget as it stands at `now`, with all that a guard may need to go on from there: `withinRoom` cuts it. */
export function guardedBudget(
  { budget, spending, reserve }: BudgetAccount,
  workflows: readonly GuardedWorkflow[],
  { now, clock, usual }: { now: Utc; clock: Clock; usual: UsualCost },
): GuardedBudget {
  const { period_days = null } = budget;
  const unit = period_days === null ? (budget.period ?? "month") : null;
  const { start } =
    unit === null ? rollingPeriod(period_days ?? 1, now, clock) : calendarPeriod(unit, now, clock);
  // An instant later than now, so that what starts in this very second counts.
  const until = addSeconds(now, 1);
  const spent = spending.between(start, until, usual);
  const leaving = Array.from({ length: unit === null ? HOURS : 0 }, (_, hour): [Utc, number] => {
    const [from, to] = [addSeconds(start, hour * HOUR_SECONDS), addSeconds(start, (hour + 1) * HOUR_SECONDS)];
    return [addSeconds(now, (hour + 1) * HOUR_SECONDS), sumOf(spending.between(from, to, usual))];
  });
  return {
    id: budget.id,
    scope: budget.scope,
    alert_type: budget.alert_type,
    threshold_nano_usd: nano(budget.threshold_usd),
    period: unit,
    period_days,
    start,
    // Credits and corrections are known, too.
    known_nano_usd: spent.known + spending.adjusted(start, until),
    estimated_nano_usd: spent.estimated,
    unknown_n: spent.unknown_n,
    leaving: leaving.filter(([, amount]) => amount > 0),
    warn_at: Math.max(...budget.alert_at_percentage.filter((mark) => mark < 100), 0) || 100,
    reserve: workflows
      .map(({ id }): [number, number] => [id, reserve.of(id, budget["assume-usd"])])
      .filter(([, amount]) => amount > 0),
    reserve_rest: null,
    reserve_unknown: reserve.ofUnknown(budget["assume-usd"]),
  };
}

/**
 * The same with shorter lists, told less exactly and never too low: workflows that are not listed cost as much as the
 * dearest of them, and what leaves a window later than is listed stays in it.
 */
export function withinRoom(
  budget: GuardedBudget,
  { reserves, hours }: Pick<Room, "reserves" | "hours">,
): GuardedBudget {
  const dearest = budget.reserve.toSorted(([a, x], [b, y]) => y - x || a - b);
  const [listed, [rest = null]] = [dearest.slice(0, reserves), dearest.slice(reserves)];
  return {
    ...budget,
    leaving: budget.leaving.slice(0, hours),
    reserve: listed.sort(([a], [b]) => a - b),
    reserve_rest: rest === null ? null : rest[1],
  };
}
