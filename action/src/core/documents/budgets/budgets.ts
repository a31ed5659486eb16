import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { BudgetState, budgetState } from "#core/budgets/budget-state.ts";
import { Reserve } from "#core/budgets/reserve.ts";
import { scopeMatcher } from "#core/budgets/scope.ts";
import { Spending } from "#core/budgets/spending.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { localDay } from "#core/calendar/zone.ts";
import { firstKnownDay } from "#core/forecast/known-days.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";

/** Every configured budget, in the order of the configuration. */
export const BudgetsDocument = z.strictObject({ timezone: z.string(), budgets: z.array(BudgetState) });
export type BudgetsDocument = z.infer<typeof BudgetsDocument>;

/** The longest period, and what forecasts learn from. */
const KEPT_DAYS = 400;

export function budgetsFold({ config, repository, state, now }: Context) {
  const { timezone, budgets } = config;
  const since = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
  const inFlight: number[] = [];
  const rows = budgets.map((budget) => ({
    budget,
    inScope: scopeMatcher(budget.scope, repository.full_name),
    spending: new Spending(timezone, since),
    reserve: new Reserve(),
  }));
  return {
    add(attempt: Attempt): void {
      const { run } = attempt;
      // What has not ended is held against a budget, and not counted as spent besides.
      if (run.status !== "completed") {
        inFlight.push(run.workflow_id);
        return;
      }
      for (const { inScope, spending, reserve } of rows) {
        const lines = inScope(attempt);
        spending.add(lines);
        const cost = knownCost(lines);
        if (cost !== "unknown") reserve.add(run.workflow_id, cost);
      }
    },
    finish(usual: UsualCost): BudgetsDocument {
      const clock = { timezone, "week-start": config["week-start"] };
      const today = localDay(now, timezone);
      const light = {
        now,
        clock,
        usual,
        inFlight,
        firstDay: firstKnownDay(state.covered?.from, today, timezone),
      };
      return {
        timezone,
        budgets: rows.map(({ budget, spending, reserve }) => budgetState(budget, spending, reserve, light)),
      };
    },
  };
}

/** Null: nothing of the attempt is in the scope. */
function knownCost(lines: readonly Line[]): number | null | "unknown" {
  if (lines.length === 0) return null;
  let total = 0;
  for (const { amount_nano_usd } of lines) {
    if (amount_nano_usd === null) return "unknown";
    total += amount_nano_usd;
  }
  return total;
}
