import type { Execution } from "#core/records/execution.ts";

/** Types that say that nothing was done, or that it could not be. */
const NOTHING_DONE = new Set(["noop", "missing_tool", "missing_data", "report_incomplete"]);

export function isDone({ type }: Pick<Execution["actions"][number], "type">): boolean {
  return !NOTHING_DONE.has(type);
}

/** How often it did something to the world. */
export function actionsDone({ actions }: Pick<Execution, "actions">): number {
  return actions.filter(isDone).reduce((sum, { count }) => sum + count, 0);
}
