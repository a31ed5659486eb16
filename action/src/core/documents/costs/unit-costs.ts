import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { shown } from "#core/documents/costs/shown.ts";
import { Nano } from "#core/pricing/money.ts";
import { sumKnown } from "#core/statistics/distribution.ts";

/** `action`: something an agent did to the repository, such as a comment or a pull request. */
export const UNITS = ["run", "successful run", "pull request", "action"] as const;

/**
 * What one of something cost on average: known spend ÷ n. Runs of any outcome pay for the successful ones; pull
 * requests and actions are paid for by the runs that GitHub associates with one, or that tell what they did.
 */
export const UnitCost = z.strictObject({
  unit: z.enum(UNITS),
  n: z.number().int(),
  nano_usd: Nano,
  /** Null when there is none to divide by, or no amount is known. */
  each_nano_usd: Nano.nullable(),
});
export type UnitCost = z.infer<typeof UnitCost>;

/** Of runs in which an agent worked (`agents`), and of all. */
export const UnitCosts = z.strictObject({ agents: z.array(UnitCost), all: z.array(UnitCost) });
export type UnitCosts = z.infer<typeof UnitCosts>;

export function unitCostsFold(): Fold<UnitCosts> {
  const agents = tally();
  const all = tally();
  return {
    add(attempt) {
      all.add(attempt);
      if (attempt.lines.some(({ kind }) => kind === "tokens")) agents.add(attempt);
    },
    finish: () => ({ agents: agents.finish(), all: all.finish() }),
  };
}

function tally(): Fold<UnitCost[]> {
  const runs = new Set<number>();
  const successful = new Set<number>();
  const pulls = new Set<number>();
  const sums = { all: 0, pulls: 0, acting: 0, actions: 0, unknown: 0 };
  return {
    add({ lines, run, invocations }) {
      const spent = sumKnown(lines.map(({ amount_nano_usd }) => amount_nano_usd)) ?? 0;
      sums.all += spent;
      sums.unknown += lines.filter(({ amount_nano_usd }) => amount_nano_usd === null).length;
      runs.add(run.id);
      if (run.conclusion === "success") successful.add(run.id);
      for (const { number } of run.pull_requests ?? []) pulls.add(number);
      if (run.pull_requests?.length) sums.pulls += spent;
      const actions = invocations.flatMap(({ execution }) => execution?.actions ?? []);
      if (actions.length > 0) sums.acting += spent;
      for (const { type, count } of actions) if (type !== "noop") sums.actions += count;
    },
    finish: () => [
      unitCost("run", runs.size, sums.all, sums.unknown),
      unitCost("successful run", successful.size, sums.all, sums.unknown),
      unitCost("pull request", pulls.size, sums.pulls, sums.unknown),
      unitCost("action", sums.actions, sums.acting, sums.unknown),
    ],
  };
}

function unitCost(unit: UnitCost["unit"], n: number, nano_usd: number, unknown: number): UnitCost {
  const known = shown(nano_usd, unknown);
  return { unit, n, nano_usd, each_nano_usd: n === 0 || known === null ? null : Math.round(known / n) };
}
