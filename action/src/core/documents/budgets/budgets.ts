import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { BudgetAccount } from "#core/budgets/budget-account.ts";
import { BudgetState, budgetState } from "#core/budgets/budget-state.ts";
import type { UsualCost } from "#core/budgets/usual-cost.ts";
import { localDay } from "#core/calendar/zone.ts";
import { firstKnownDay } from "#core/forecast/known-days.ts";

/** Every configured budget, in the order of the configuration. */
export const BudgetsDocument = z.strictObject({ timezone: z.string(), budgets: z.array(BudgetState) });
export type BudgetsDocument = z.infer<typeof BudgetsDocument>;

export function budgetsFold({ config, state, now }: Context) {
  const { timezone } = config;
  const inFlight: number[] = [];
  return {
    add({ run }: Attempt): void {
      if (run.status !== "completed") inFlight.push(run.workflow_id);
    },
    finish(usual: UsualCost, accounts: readonly BudgetAccount[]): BudgetsDocument {
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
        budgets: accounts.map(({ budget, spending, reserve }) =>
          budgetState(budget, spending, reserve, light),
        ),
      };
    },
  };
}
