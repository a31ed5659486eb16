import { OutcomesDocument, outcomesFold } from "#core/documents/outcomes/outcomes.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { OUTCOMES, outcomeRows } from "#core/render/columns/outcomes.ts";

/** Shown on the Product page. */
export const outcomes = declare({
  name: "outcomes",
  schema: { outcomes: OutcomesDocument },
  needs: [],
  reads: ["pulls"],
  fold: ({ context, pulls }) => outcomesFold(context, pulls ?? []),
  *files({ outcomes: made }: { outcomes: OutcomesDocument }, json) {
    const about = "What became of pull requests that agents touched";
    yield json("outcomes.json", "outcomes", about, made, made.agents.length);
    yield table("outcomes.csv", "The same by agent, as a table", OUTCOMES, outcomeRows(made));
  },
});
