import { isScheduled, scheduleOf } from "#core/attempts/charged-to.ts";
import { type Run, workflowName } from "#core/records/run.ts";

/** The run that asks, as its runner tells it. */
export type OwnRun = {
  run_id: number;
  run_attempt: number;
  /** `.github/workflows/triage.yml`; null where the runner does not say. */
  workflow_file: string | null;
  workflow_name: string | null;
  event: string;
  branch: string | null;
  /** Who started this attempt. */
  actor: string | null;
  /** `author_association` of the event; null: it has none. */
  association: string | null;
  /** As the step's inputs say; null: they do not. */
  agent: string | null;
  model: string | null;
};

/** Whom a run counts to, as the ledger does: a schedule is nobody's. */
export function userOf(run: OwnRun): string | null {
  return isScheduled(run) ? scheduleOf(workflowName(run) ?? "workflow") : run.actor;
}

/** What a workflow goes by: its name, its file, and the file's name. */
export function namesOf({
  workflow_name,
  workflow_file,
}: Pick<Run, "workflow_name" | "workflow_file">): string[] {
  return [workflow_name, workflow_file, workflow_file?.split("/").at(-1)].flatMap((name) => name ?? []);
}
