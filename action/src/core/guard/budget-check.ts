import { scopeOf } from "#core/budgets/scope.ts";
import { calendarPeriod, rollingPeriod } from "#core/calendar/calendar-period.ts";
import { moment, money, plural } from "#core/format.ts";
import type { GuardedBudget, GuardTable } from "#core/guard/guard-table.ts";
import { guardedWorkflow } from "#core/guard/guarded-workflow.ts";
import { namesOf, type OwnRun, userOf } from "#core/guard/own-run.ts";
import type { Reason } from "#core/guard/reason.ts";
import type { Unseen } from "#core/guard/unseen.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/** How a budget stands for a run that is about to start; amounts are nano-dollars. */
export type Headroom = {
  budget: GuardedBudget;
  /** Known and estimated. */
  spent: number;
  /** What attempts are held to cost that the records do not know yet, and how many that are. */
  reserved: number;
  reserved_n: number;
  left: number;
  /** When the period ends; null: it rolls. */
  ends: Utc | null;
};

/** Every budget that counts what this run costs, the least headroom first. */
export function headrooms(table: GuardTable, unseen: readonly Unseen[], own: OwnRun, now: Utc): Headroom[] {
  return table.budgets
    .filter((budget) => concerns(budget, table, own))
    .map((budget) => headroom(budget, table, unseen, now))
    .sort((a, b) => a.left - b.left);
}

function headroom(budget: GuardedBudget, table: GuardTable, unseen: readonly Unseen[], now: Utc): Headroom {
  const clock = { timezone: table.timezone, "week-start": table["week-start"] };
  const { period, period_days } = budget;
  const { start, end } =
    period === null ? rollingPeriod(period_days ?? 1, now, clock) : calendarPeriod(period, now, clock);
  const left = budget.leaving.filter(([at]) => at <= now).reduce((sum, [, amount]) => sum + amount, 0);
  // What a calendar period's amounts are of is over when another begins; a window only moves on.
  const isSame =
    period === null
      ? addSeconds(budget.start, (period_days ?? 1) * DAY_SECONDS) > start
      : start <= budget.start;
  const spent = isSame ? Math.max(0, budget.known_nano_usd + budget.estimated_nano_usd - left) : 0;
  const held = unseen
    .filter(({ started }) => started >= start)
    .map((attempt) => reserveFor(budget, table, attempt))
    .filter((amount) => amount > 0);
  const reserved = held.reduce((sum, amount) => sum + amount, 0);
  return {
    ...{ budget, spent, reserved, reserved_n: held.length },
    left: budget.threshold_nano_usd - spent - reserved,
    ends: period === null ? null : end,
  };
}

/** What an attempt that nobody knows the cost of is held to cost within a budget. */
function reserveFor(budget: GuardedBudget, table: GuardTable, attempt: Unseen): number {
  const id = attempt.workflow_id;
  const held = budget.reserve.find(([workflow]) => workflow === id)?.[1];
  if (held !== undefined) return held;
  if (table.others.includes(id)) return 0;
  if (table.workflows.some((workflow) => workflow.id === id)) return budget.reserve_rest ?? 0;
  const [kind, matches] = scopeOf(budget.scope);
  if (kind === "workflow" || kind === "flow")
    return namesOf(attempt).some(matches) ? budget.reserve_unknown : 0;
  if (kind === "user" && attempt.user !== null) return matches(attempt.user) ? budget.reserve_unknown : 0;
  return budget.reserve_unknown;
}

/**
 * Whether a budget counts what this run costs: by what the run says of itself, and where it does not say, by whether
 * its workflow has cost anything in the scope before.
 */
function concerns(budget: GuardedBudget, table: GuardTable, own: OwnRun): boolean {
  const [kind, matches] = scopeOf(budget.scope);
  const before = () => {
    const id = guardedWorkflow(table, own)?.id;
    return (
      budget.reserve.some(([workflow]) => workflow === id) ||
      (id !== undefined && budget.reserve_rest !== null)
    );
  };
  switch (kind) {
    case "global":
      return true;
    case "org":
      return matches(table.repository.split("/")[0] ?? "");
    case "repository":
      return matches(table.repository);
    case "workflow":
    case "flow":
      return namesOf(own).some(matches);
    case "user":
      return matches(userOf(own) ?? "");
    case "agent":
      return own.agent === null ? before() : matches(own.agent);
    case "model":
      return own.model === null ? before() : matches(own.model);
    default:
      return before();
  }
}

/** What a budget says of the run. Unknown lines are in no sum: they are told, and decide nothing. */
export function budgetReason({ budget, spent, reserved, reserved_n, left, ends }: Headroom): Reason {
  const threshold = budget.threshold_nano_usd;
  const flight =
    reserved_n === 0 ? "" : ` and ${money(reserved)} held for ${plural(reserved_n, "run")} in flight`;
  const unknown = budget.unknown_n === 0 ? "" : `; ${plural(budget.unknown_n, "cost")} not known`;
  const text = `${money(spent)} spent${flight} of ${money(threshold)}${unknown}`;
  const by = `budget ${budget.id}`;
  const stops = budget.alert_type === "hard_stop";
  if (stops && left <= 0 && spent < threshold)
    return {
      by,
      answer: "block",
      text,
      todo: "try again when those runs have ended and a sync has seen what they cost",
    };
  const period = ends === null ? "until older spending leaves its window" : `until ${moment(ends)}`;
  if (stops && left <= 0)
    return {
      by,
      answer: "block",
      text,
      todo: `wait ${period}, or raise \`threshold_usd\` on the default branch`,
    };
  const isNear = spent > 0 && spent >= (threshold * budget.warn_at) / 100;
  return { by, answer: isNear ? "warn" : "allow", text, todo: isNear ? `spend less ${period}` : "" };
}
