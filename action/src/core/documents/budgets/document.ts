import { budgetAccounts } from "#core/documents/budget-accounts/document.ts";
import { BudgetsDocument, budgetsFold } from "#core/documents/budgets/budgets.ts";
import type { ForecastDocument } from "#core/documents/forecast/forecast.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { usualCosts } from "#core/documents/usual-costs/document.ts";
import { table } from "#core/render/api-file.ts";
import { BUDGETS } from "#core/render/columns/budgets.ts";
import { filed } from "#core/render/columns/column.ts";

type Made = { budgets: BudgetsDocument; forecast: ForecastDocument };

export const budgets = declare({
  name: "budgets",
  schema: { budgets: BudgetsDocument },
  needs: [usualCosts, budgetAccounts],
  fold({ context }) {
    const { add, finish } = budgetsFold(context);
    return { add, finish: (made) => finish(made.usualCosts, made.budgetAccounts) };
  },
  navigation: { label: "Budgets", path: "budgets/", place: 8, more: true },
  pages: {
    "budgets/index": ({ budgets, forecast }: Made) => alone("budgets/", () => ({ ...budgets, forecast })),
  },
  *files({ budgets: made }: Pick<Made, "budgets">, json) {
    yield json("budgets.json", "budgets", "How every budget stands", made, made.budgets.length);
    yield table("budgets.csv", "The same as a table", filed(BUDGETS), made.budgets);
  },
});
