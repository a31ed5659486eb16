import * as z from "zod";
import type { Invocation } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import { dayOf, Utc } from "#core/time.ts";

const Count = z.number().int();

/** What a user or a team did in a period. */
export const Activity = z.strictObject({
  /** Different runs, those without an agent included. */
  runs: Count,
  /** Days (UTC) on which a run of theirs started. */
  active_days: Count,
  /** Their newest run in the period. */
  last_seen: Utc,
  /** Most executions first. */
  agents: z.array(z.strictObject({ agent: z.string(), executions: Count })),
  figures: ExecutionFigures,
});
export type Activity = z.infer<typeof Activity>;

export type ActivityFold = {
  /** An attempt of theirs, and when it started. */
  run(id: number, at: Utc): void;
  execution(invocation: Invocation): void;
  /** Null when nothing was added. */
  finish(): Activity | null;
};

export function activityFold(): ActivityFold {
  const runs = new Set<number>();
  const days = new Set<string>();
  const agents = new Map<string, number>();
  const figures = executionFigures();
  let last: Utc | null = null;
  return {
    run(id, at) {
      runs.add(id);
      days.add(dayOf(at));
      if (last === null || at > last) last = at;
    },
    execution(invocation) {
      const { agent } = invocation;
      raise(agents, agent);
      figures.add(invocation);
    },
    finish: () =>
      last === null
        ? null
        : {
            runs: runs.size,
            active_days: days.size,
            last_seen: last,
            agents: [...agents]
              .map(([agent, executions]) => ({ agent, executions }))
              .sort((a, b) => b.executions - a.executions || (a.agent < b.agent ? -1 : 1)),
            figures: figures.finish(),
          },
  };
}
