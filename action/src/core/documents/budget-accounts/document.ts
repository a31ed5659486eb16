import { BudgetAccount } from "#core/budgets/budget-account.ts";
import { datedLines } from "#core/chargeback/adjustments.ts";
import { declare } from "#core/documents/row/row.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";

/** The longest period, and what forecasts learn from. */
const KEPT_DAYS = 400;

/** What counts for every configured budget, learnt once for all that judge them. */
export const budgetAccounts = declare({
  name: "budgetAccounts",
  needs: [],
  fold({ context: { config, repository, now } }) {
    const since = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
    const adjustments = datedLines(config.chargeback.adjustments);
    const accounts = config.budgets.map(
      (budget) =>
        new BudgetAccount(budget, repository.full_name, { zone: config.timezone, since, adjustments }),
    );
    return {
      add(attempt) {
        if (attempt.run.status === "completed") for (const account of accounts) account.add(attempt);
      },
      /** In the order of the configuration. */
      finish: (): readonly BudgetAccount[] => accounts,
    };
  },
});
