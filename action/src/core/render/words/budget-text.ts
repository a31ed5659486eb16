import type { BudgetState } from "#core/budgets/budget-state.ts";
import { money, percent } from "#core/format.ts";

/** How fast a budget goes, how fast it may, and when it will be spent, in one line. */
export function burnText(budget: BudgetState): string {
  const { burn, variance_nano_usd: variance, exhaustion, state } = budget;
  const parts = [
    burn.last_7_days_nano_usd !== null && `${money(burn.last_7_days_nano_usd)} a day in the last week`,
    burn.left_per_day_nano_usd !== null && `${money(burn.left_per_day_nano_usd)} a day left`,
    variance !== null && `${money(Math.abs(variance))} ${variance > 0 ? "over" : "under"} plan`,
    (state === "exceeded" || state === "stopped") && "spent",
    state !== "exceeded" && state !== "stopped" && exhaustion !== null && ahead(exhaustion),
  ].filter((part) => part !== false);
  return parts.join("; ");
}

function ahead({ median, chance }: NonNullable<BudgetState["exhaustion"]>): string {
  const risk = `${percent(chance)} chance that it is exceeded`;
  return median === null ? risk : `likely spent by ${median}, ${risk}`;
}
