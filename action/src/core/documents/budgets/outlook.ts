import { type BudgetState, currentOf } from "#core/budgets/budget-state.ts";
import type { BudgetsDocument } from "#core/documents/budgets/budgets.ts";
import type { ForecastDocument } from "#core/documents/forecast/forecast.ts";

/** Where the month will end, and the budgets that are nearest to their end: what other pages show of them. */
export type Outlook = {
  forecast: ForecastDocument;
  budgets: BudgetState[];
  /** Of how many. */
  total: number;
};

const MOST = 5;

export function outlookOf({ budgets }: BudgetsDocument, forecast: ForecastDocument): Outlook {
  const active = budgets.filter(({ state }) => state !== "inactive");
  return {
    forecast,
    budgets: active.sort((a, b) => used(b) - used(a)).slice(0, MOST),
    total: budgets.length,
  };
}

/** What is held for runs in flight counts: it stops the next one. */
function used(state: BudgetState): number {
  const all = currentOf(state) + state.reserved_nano_usd;
  return state.threshold_nano_usd === 0 ? Number.POSITIVE_INFINITY : all / state.threshold_nano_usd;
}
