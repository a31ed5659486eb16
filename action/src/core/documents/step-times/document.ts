import { declare } from "#core/documents/row/row.ts";
import { stepTimesFold } from "#core/documents/step-times/step-times.ts";

/** What the Steps page counts and compares, and the Overview looks at for what got slower. */
export const stepTimes = declare({
  name: "stepTimes",
  needs: [],
  fold: ({ context }) => stepTimesFold(context),
});
