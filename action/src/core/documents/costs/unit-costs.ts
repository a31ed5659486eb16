import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { isChild } from "#core/attempts/invocation.ts";
import { moneyOf } from "#core/attempts/usage.ts";
import { EachCost, eachCost } from "#core/documents/costs/each-cost.ts";
import { actionsDone } from "#core/documents/executions/actions.ts";
import { sumKnown } from "#core/statistics/distribution.ts";

/** What runs are paid for, with their minutes; and agents' executions: `action` is something done to the repository. */
const UNITS = ["run", "successful run", "pull request", "execution", "success", "action"] as const;

export const UnitCost = EachCost.extend({ unit: z.enum(UNITS) });
export type UnitCost = z.infer<typeof UnitCost>;

/**
 * What one costs. Of all runs: runs, and pull requests by the runs that GitHub associates with one. Of agents:
 * executions, successes and actions by tokens and paid calls, as on their pages; pull requests by the runs they worked in.
 */
export const UnitCosts = z.strictObject({ agents: z.array(UnitCost), all: z.array(UnitCost) });
export type UnitCosts = z.infer<typeof UnitCosts>;

export function unitCostsFold(): Fold<UnitCosts> {
  const all = runTally();
  const ofAgents = runTally();
  const executions = executionTally();
  return {
    add(attempt) {
      all.add(attempt);
      if (attempt.lines.some(({ kind }) => kind === "tokens")) ofAgents.add(attempt);
      executions.add(attempt);
    },
    finish: () => ({
      agents: [...executions.finish(), ...ofAgents.finish().filter(({ unit }) => unit === "pull request")],
      all: all.finish(),
    }),
  };
}

function runTally(): Fold<UnitCost[]> {
  const costs = { run: eachCost(), successful: eachCost(), pull: eachCost() };
  const seen = { run: new Set<number>(), successful: new Set<number>(), pull: new Set<number>() };
  /** Attempts of one run, and runs of one pull request, pay for one. */
  const pay = (
    unit: keyof typeof costs,
    paid: Parameters<typeof costs.run.add>[0],
    ids: readonly number[],
  ) => {
    const fresh = ids.filter((id) => !seen[unit].has(id));
    if (costs[unit].add(paid, fresh.length)) for (const id of fresh) seen[unit].add(id);
  };
  return {
    add({ lines, run }) {
      const amounts = lines.map(({ amount_nano_usd }) => amount_nano_usd);
      const paid = { nano_usd: sumKnown(amounts) ?? 0, complete: !amounts.includes(null) };
      pay("run", paid, [run.id]);
      pay("successful", paid, run.conclusion === "success" ? [run.id] : []);
      const pulls = (run.pull_requests ?? []).map(({ number }) => number);
      if (pulls.length > 0) pay("pull", paid, pulls);
    },
    finish: () => [
      { unit: "run", ...costs.run.finish() },
      { unit: "successful run", ...costs.successful.finish() },
      { unit: "pull request", ...costs.pull.finish() },
    ],
  };
}

function executionTally(): Fold<UnitCost[]> {
  const costs = { execution: eachCost(), success: eachCost(), action: eachCost() };
  return {
    add({ invocations }) {
      for (const invocation of invocations) {
        const paid = moneyOf(invocation);
        const own = isChild(invocation) ? 0 : 1;
        costs.execution.add(paid, own);
        costs.success.add(paid, invocation.status === "success" ? own : 0);
        const { execution } = invocation;
        if (execution !== null && execution.actions.length > 0)
          costs.action.add(paid, actionsDone(execution));
      }
    },
    finish: () => [
      { unit: "execution", ...costs.execution.finish() },
      { unit: "success", ...costs.success.finish() },
      { unit: "action", ...costs.action.finish() },
    ],
  };
}
