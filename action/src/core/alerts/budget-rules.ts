import { type BudgetState, currentOf } from "#core/budgets/budget-state.ts";
import type { Budget } from "#core/config/budgets.ts";
import { BARE, type Condition, subjectOf } from "#core/records/condition.ts";

/** How sure a forecast must be to be worth a message. */
const CHANCE = 0.8;

/** Marks that a budget has reached in its period, and whether it will be exceeded. A new period is another alert. */
export function budgetConditions(states: readonly BudgetState[], budgets: readonly Budget[]): Condition[] {
  return states.flatMap((state) => {
    const budget = budgets.find(({ id }) => id === state.id);
    if (budget === undefined || state.state === "inactive") return [];
    return [
      ...(budget.alert_on.includes("actual") ? reached(state) : []),
      ...(budget.alert_on.includes("forecast") ? foreseen(state) : []),
    ];
  });
}

function about({ id, scope, period }: BudgetState): Condition["subject"] {
  return subjectOf("budget", `${id} ${period.key}`, `${id} (${scope}, ${period.key})`);
}

/** A period that rolls has no end by which a mark could be told again: there a week below it does. */
const isCalendar = ({ variance_nano_usd }: BudgetState) => variance_nano_usd !== null;

function reached(state: BudgetState): Condition[] {
  const highest = state.thresholds.findLast(({ reached_at }) => reached_at !== null);
  const stopped = state.state === "stopped";
  if (highest === undefined && !stopped) return [];
  const mark = Math.max(highest?.at ?? 0, stopped ? 100 : 0);
  return [
    {
      ...BARE,
      ...{
        rule: "budget",
        subject: about(state),
        mark,
        once: isCalendar(state),
        unit: "nano_usd",
        limit: state.threshold_nano_usd,
      },
      severity: mark >= 100 ? "critical" : mark >= 80 ? "warning" : "notice",
      value: currentOf(state),
      since: highest?.reached_at ?? null,
    },
  ];
}

function foreseen(state: BudgetState): Condition[] {
  const { exhaustion } = state;
  if (
    exhaustion === null ||
    exhaustion.chance < CHANCE ||
    state.state === "exceeded" ||
    state.state === "stopped"
  )
    return [];
  return [
    {
      ...BARE,
      ...{
        rule: "budget-forecast",
        subject: about(state),
        value: exhaustion.chance,
        unit: "share",
        limit: CHANCE,
      },
      // A chance that goes up and down around its limit is told once in a period.
      mark: 1,
      once: isCalendar(state),
    },
  ];
}
