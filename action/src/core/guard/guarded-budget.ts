import type { BudgetAccount } from "#core/budgets/budget-account.ts";
import { sumOf } from "#core/budgets/spending.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { type Clock, calendarPeriod, rollingPeriod } from "#core/calendar/calendar-period.ts";
import type { Room } from "#core/guard/fitting.ts";
import type { GuardedBudget, GuardedWorkflow } from "#core/guard/guard-table.ts";
import { nano } from "#core/pricing/money.ts";
import { addSeconds, HOUR_SECONDS, type Utc } from "#core/time.ts";

/** A budget as it stands at `now`, with what a guard needs to go on from there. */
export function guardedBudget(
  { budget, spending, reserve }: BudgetAccount,
  workflows: readonly GuardedWorkflow[],
  { now, clock, usual }: { now: Utc; clock: Clock; usual: UsualCost },
  room: Pick<Room, "reserves" | "hours">,
): GuardedBudget {
  const { period_days = null } = budget;
  const unit = period_days === null ? (budget.period ?? "month") : null;
  const { start } =
    unit === null ? rollingPeriod(period_days ?? 1, now, clock) : calendarPeriod(unit, now, clock);
  // An instant later than now, so that what starts in this very second counts.
  const spent = spending.between(start, addSeconds(now, 1), usual);
  const leaving = Array.from({ length: unit === null ? room.hours : 0 }, (_, hour): [Utc, number] => {
    const [from, to] = [addSeconds(start, hour * HOUR_SECONDS), addSeconds(start, (hour + 1) * HOUR_SECONDS)];
    return [addSeconds(now, (hour + 1) * HOUR_SECONDS), sumOf(spending.between(from, to, usual))];
  });
  const held = workflows
    .map(({ id }): [number, number] => [id, reserve.of(id, budget["assume-usd"])])
    .filter(([, amount]) => amount > 0)
    .sort(([a, x], [b, y]) => y - x || a - b);
  const [listed, rest] = [held.slice(0, room.reserves), held.slice(room.reserves)];
  return {
    id: budget.id,
    scope: budget.scope,
    alert_type: budget.alert_type,
    threshold_nano_usd: nano(budget.threshold_usd),
    period: unit,
    period_days,
    start,
    known_nano_usd: spent.known,
    estimated_nano_usd: spent.estimated,
    unknown_n: spent.unknown_n,
    leaving: leaving.filter(([, amount]) => amount > 0),
    warn_at: Math.max(...budget.alert_at_percentage.filter((mark) => mark < 100), 0) || 100,
    reserve: listed.sort(([a], [b]) => a - b),
    reserve_rest: rest.length === 0 ? null : Math.max(...rest.map(([, amount]) => amount)),
    reserve_unknown: reserve.ofUnknown(budget["assume-usd"]),
  };
}
