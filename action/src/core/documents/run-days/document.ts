import { declare } from "#core/documents/row/row.ts";
import { runDaysFold } from "#core/documents/run-days/run-days.ts";

/** On which day a run is found by its id alone: of the page for what is not there. */
export const runDays = declare({ name: "runDays", needs: [], fold: runDaysFold });
