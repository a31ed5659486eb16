import type { GuardedWorkflow, GuardTable } from "#core/guard/guard-table.ts";
import type { OwnRun } from "#core/guard/own-run.ts";

/** What the table knows of the workflow that asks: by its file, or by its name where the runner tells no file. */
export function guardedWorkflow({ workflows }: GuardTable, own: OwnRun): GuardedWorkflow | null {
  const isOwn = ({ file, name }: GuardedWorkflow) =>
    own.workflow_file === null ? name !== null && name === own.workflow_name : file === own.workflow_file;
  return workflows.find(isOwn) ?? null;
}
