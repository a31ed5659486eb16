import { InventoryDocument, inventoryDocument } from "#core/documents/inventory/inventory.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { AGENTS_IN_FILES, FINDINGS } from "#core/render/columns/inventory.ts";

type Made = { inventory: InventoryDocument };

export const inventory = declare({
  name: "inventory",
  schema: { inventory: InventoryDocument },
  needs: [],
  reads: ["workflows"],
  fold: (sources) => ({ add: () => {}, finish: () => inventoryDocument(sources.inventory ?? null) }),
  pages: {
    "governance/inventory": ({ inventory: made }: Made) => alone("governance/inventory/", () => made),
  },
  *files({ inventory: made }: Made, json) {
    const { agents, findings } = made;
    yield json(
      "inventory.json",
      "inventory",
      "Which agents workflow files run, and how",
      made,
      agents.length,
    );
    yield table("inventory.csv", "Each place where an agent runs", AGENTS_IN_FILES, agents);
    yield table("findings.csv", "What is wrong with how agents run", FINDINGS, findings);
  },
});
