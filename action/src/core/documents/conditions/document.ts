import { budgets } from "#core/documents/budgets/document.ts";
import { conditionsFold } from "#core/documents/conditions/conditions.ts";
import { declare } from "#core/documents/row/row.ts";
import { stepTimes } from "#core/documents/step-times/document.ts";
import { tools } from "#core/documents/tools/document.ts";
import { usualCosts } from "#core/documents/usual-costs/document.ts";

/** What alerts are made of. Shown by the row of alerts. */
export const conditions = declare({
  name: "conditions",
  needs: [usualCosts, budgets, stepTimes, tools],
  reads: ["analyses", "events", "sizes"],
  looksAt: ["7d"],
  fold: conditionsFold,
});
