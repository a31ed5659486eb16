import { declare } from "#core/documents/row/row.ts";
import { runRelations as relationsOf } from "#core/documents/run-relations/run-relations.ts";
import { runs } from "#core/documents/runs/document.ts";

/** What a run can be compared with: of the pages of single runs. */
export const runRelations = declare({
  name: "runRelations",
  needs: [runs],
  fold: () => ({ add: () => undefined, finish: ({ runs: table }) => relationsOf(table) }),
});
