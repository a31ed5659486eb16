import { workflowPath } from "#core/addresses/paths.ts";
import { each } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { type WorkflowDocument, workflowPagesFold } from "#core/documents/workflow/workflow.ts";

type Made = { workflowPages: WorkflowDocument[] };

export const workflowPages = declare({
  name: "workflowPages",
  needs: [],
  fold: ({ context }) => workflowPagesFold(context),
  pages: {
    "workflows/[slug]": ({ workflowPages: made }: Made) =>
      each(
        made,
        ({ slug }) => workflowPath(slug),
        (workflow) => workflow,
      ),
  },
});
