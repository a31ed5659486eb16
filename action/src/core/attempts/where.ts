import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import { workflowName } from "#core/records/run.ts";
import { Utc } from "#core/time.ts";

/** The run that something happened in, as rows begin. Names are text of strangers. */
export const WHERE = {
  at: Utc,
  run_id: z.number().int().nonnegative(),
  run_attempt: z.number().int().nonnegative(),
  run_number: z.number().int(),
  workflow: z.string().nullable(),
};
export type Where = z.infer<z.ZodObject<typeof WHERE>>;

/** The run that an attempt is of. */
export function whereOf({ run, at }: Pick<Attempt, "run" | "at">): Where {
  return {
    at,
    run_id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    workflow: workflowName(run),
  };
}
