import * as z from "zod";
import type { Invocation } from "#core/attempts/invocation.ts";
import { moneyOf } from "#core/attempts/usage.ts";
import { EachCost, eachCost } from "#core/documents/costs/each-cost.ts";
import { actionsDone, isDone } from "#core/documents/executions/actions.ts";
import { entry } from "#core/entry.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

/**
 * What came of the agents' work, as far as records tell: what executions say they did, and the pull requests that
 * GitHub associates with their runs. Whether those were merged is not in the records.
 */
export const Work = z.strictObject({
  /** By type, most often first. Text of strangers. */
  actions: z.array(z.strictObject({ type: z.string(), count: Count, executions: Count })),
  /** Executions that tell what they did, of all with telemetry. */
  telling: Rate,
  /** Of those, the ones that did more than to say that there was nothing to do, or that they could not. */
  completed: Rate,
  /** Of the executions that tell, for each action of theirs. */
  per_action: EachCost,
  /** Different pull requests of the runs in which agents worked, and those runs. */
  pull_requests: Count,
  runs_with_pull_request: Rate,
});
export type Work = z.infer<typeof Work>;

export function workFold() {
  const actions = new Map<string, { count: number; executions: number }>();
  const runs = new Map<number, boolean>();
  const pulls = new Set<number>();
  const sums = { told: 0, telling: 0, completed: 0 };
  const perAction = eachCost();
  return {
    add(invocation: Invocation) {
      const { run, execution } = invocation;
      runs.set(run.id, (runs.get(run.id) ?? false) || (run.pull_requests?.length ?? 0) > 0);
      for (const { number } of run.pull_requests ?? []) pulls.add(number);
      if (execution === null) return;
      sums.told += 1;
      if (execution.actions.length === 0) return;
      sums.telling += 1;
      perAction.add(moneyOf(invocation), actionsDone(execution));
      if (execution.actions.some(isDone)) sums.completed += 1;
      for (const { type, count } of execution.actions) {
        const row = entry(actions, type, () => ({ count: 0, executions: 0 }));
        row.count += count;
        row.executions += 1;
      }
    },
    finish: (): Work => ({
      actions: [...actions]
        .map(([type, row]) => ({ type, ...row }))
        .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
      telling: rate(sums.telling, sums.told),
      completed: rate(sums.completed, sums.telling),
      per_action: perAction.finish(),
      pull_requests: pulls.size,
      runs_with_pull_request: rate([...runs.values()].filter(Boolean).length, runs.size),
    }),
  };
}
