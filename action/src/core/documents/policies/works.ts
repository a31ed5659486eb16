import type { Attempt } from "#core/attempts/attempt.ts";
import type { Work } from "#core/documents/policies/rows.ts";

/** Where an agent worked. */
export function workOf({ run, at }: Pick<Attempt, "run" | "at">, agent: string | null): Work {
  return {
    at,
    run_id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    workflow: run.workflow_name ?? run.workflow_file,
    agent,
  };
}
