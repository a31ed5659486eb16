import type { Attempt } from "#core/attempts/attempt.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { adjustmentsFor } from "#core/budgets/adjusted.ts";
import { Reserve } from "#core/budgets/reserve.ts";
import { type InScope, scopeMatcher } from "#core/budgets/scope.ts";
import { Spending } from "#core/budgets/spending.ts";
import type { Zone } from "#core/calendar/zone.ts";
import type { DatedLine } from "#core/chargeback/adjustments.ts";
import type { Budget } from "#core/config/budgets.ts";
import type { Utc } from "#core/time.ts";

/** What counts for one budget: what is spent in its scope, and what attempts there usually cost. */
export class BudgetAccount {
  readonly budget: Budget;
  readonly spending: Spending;
  readonly reserve = new Reserve();
  readonly #inScope: InScope;

  /**
   * @param repository `owner/name` of the records
   * @param since what is older is of no use
   * @param adjustments those of the configuration, whomever they are for
   */
  constructor(
    budget: Budget,
    repository: string,
    { zone, since, adjustments }: { zone: Zone; since: Utc; adjustments: readonly DatedLine[] },
  ) {
    this.budget = budget;
    this.spending = new Spending(
      zone,
      since,
      adjustmentsFor(budget.scope, adjustments, { timezone: zone, repository }),
    );
    this.#inScope = scopeMatcher(budget.scope, repository);
  }

  /** @param attempt one that has ended: what has not is held against a budget, and not counted as spent besides */
  add(attempt: Attempt): void {
    const lines = this.#inScope(attempt);
    this.spending.add(lines);
    const cost = knownCost(lines);
    if (cost !== "unknown") this.reserve.add(attempt.run.workflow_id, cost);
  }
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
