import type { StepRow } from "#core/documents/steps/step-row.ts";
import { fnv1a } from "#core/hash.ts";

/** The anchor of a step on the Steps page, the same in every period and build. */
export function stepId({ workflow_id, job, step }: Pick<StepRow, "workflow_id" | "job" | "step">): string {
  return `step-${fnv1a(JSON.stringify([workflow_id, job, step]))}`;
}
