import { failuresFold } from "#core/documents/failures/failures.ts";
import { declare } from "#core/documents/row/row.ts";

/** What both `operations` and `errors` conclude from; shown nowhere itself. */
export const failures = declare({
  name: "failures",
  needs: [],
  reads: ["analyses"],
  fold: ({ context }) => failuresFold(context),
});
