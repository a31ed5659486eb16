import { declare } from "#core/documents/row/row.ts";
import { runStepsFold } from "#core/documents/run-steps/run-steps.ts";

/** Which jobs and steps began in each attempt: of the Runs page's filters. */
export const runSteps = declare({ name: "runSteps", needs: [], fold: runStepsFold });
