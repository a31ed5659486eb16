import { budgetAccounts } from "#core/documents/budget-accounts/document.ts";
import { guardTableFold } from "#core/documents/guard-table/guard-table.ts";
import { declare } from "#core/documents/row/row.ts";
import { usualCosts } from "#core/documents/usual-costs/document.ts";

/** What the guard decides by, compiled: `guard.json`. Not shown: pages show what it is made from. */
export const guardTable = declare({
  name: "guardTable",
  needs: [usualCosts, budgetAccounts],
  reads: ["analyses", "workflows"],
  fold: ({ context, inventory }) => guardTableFold(context, inventory?.agents),
});
