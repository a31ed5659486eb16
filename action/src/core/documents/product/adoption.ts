import * as z from "zod";
import { isAccount } from "#core/attempts/charged-to.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { firstOfWeek } from "#core/calendar/calendar-period.ts";
import { raise } from "#core/counts.ts";
import { entry } from "#core/entry.ts";
import { workflowOf } from "#core/records/run.ts";
import { addDays, type Day, Day as DaySchema, dayOf, type Utc } from "#core/time.ts";

const Count = z.number().int();

/** How many used agents how often: executions, and different people or bots who caused them, week by week. */
export const Adoption = z.strictObject({
  /** Mondays, oldest first; the last is still filling. */
  weeks: z.array(z.strictObject({ start: DaySchema, executions: Count, users: Count, workflows: Count })),
  /** Most executions first; `weeks` side by side with those above. Nobody is named. */
  workflows: z.array(
    z.strictObject({ workflow: z.string(), executions: Count, users: Count, weeks: z.array(Count) }),
  ),
});
export type Adoption = z.infer<typeof Adoption>;

type Week = { executions: number; users: Set<string>; workflows: Set<number> };
type Used = { name: string; executions: number; users: Set<string>; weeks: Map<Day, number> };

/** @param from the first instant that is looked at */
export function adoptionFold(from: Utc, to: Utc) {
  const weeks = new Map<Day, Week>();
  for (let start = firstOfWeek(dayOf(from), "monday"); start <= dayOf(to); start = addDays(start, 7))
    weeks.set(start, { executions: 0, users: new Set(), workflows: new Set() });
  const workflows = new Map<number, Used>();
  return {
    add(invocation: Invocation) {
      const { run, user, at } = invocation;
      const start = firstOfWeek(dayOf(at), "monday");
      const week = weeks.get(start);
      if (week === undefined || isChild(invocation)) return;
      const name = workflowOf(run);
      const used = entry(workflows, run.workflow_id, () => ({
        name,
        executions: 0,
        users: new Set(),
        weeks: new Map(),
      }));
      used.name = name;
      for (const one of [week, used]) {
        one.executions += 1;
        if (user !== null && !isAccount(user)) one.users.add(user);
      }
      week.workflows.add(run.workflow_id);
      raise(used.weeks, start);
    },
    finish(): Adoption {
      const starts = [...weeks.keys()];
      const rows = [...workflows.values()].map((used) => ({
        workflow: used.name,
        executions: used.executions,
        users: used.users.size,
        weeks: starts.map((start) => used.weeks.get(start) ?? 0),
      }));
      return {
        weeks: [...weeks].map(([start, week]) => ({
          start,
          executions: week.executions,
          users: week.users.size,
          workflows: week.workflows.size,
        })),
        workflows: rows.sort((a, b) => b.executions - a.executions || (a.workflow < b.workflow ? -1 : 1)),
      };
    },
  };
}
