import { UsualCost } from "#core/budgets/usual-cost.ts";
import { declare } from "#core/documents/row/row.ts";

/** What lines of the ledger usually come to, learnt once for all that hold unknown ones at it. */
export const usualCosts = declare({
  name: "usualCosts",
  needs: [],
  fold() {
    const usual = new UsualCost();
    return {
      add(attempt) {
        if (attempt.run.status === "completed") usual.add(attempt);
      },
      finish: () => usual,
    };
  },
});
