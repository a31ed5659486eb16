import { EntitiesDocument, entitiesFold } from "#core/documents/entities/entities.ts";
import { declare } from "#core/documents/row/row.ts";

/** For programs, so that they colour things as the pages do. */
export const entities = declare({
  name: "entities",
  schema: { entities: EntitiesDocument },
  needs: [],
  fold: ({ context }) => entitiesFold(context),
  *files({ entities: made }: { entities: EntitiesDocument }, json) {
    const named = made.agents.length + made.workflows.length;
    yield json("entities.json", "entities", "Agents and workflows with their colours", made, named);
  },
});
