import * as z from "zod";
import type { OutcomesDocument } from "#core/documents/outcomes/outcomes.ts";
import { ProductDocument, productFold } from "#core/documents/product/product.ts";
import { VersionComparison } from "#core/documents/product/versions.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { COMPARISON_COLUMNS, comparisonRows } from "#core/render/model-tables.ts";

type Made = { product: ProductDocument };
type Shown = Made & { outcomes: OutcomesDocument };

export const product = declare({
  name: "product",
  schema: { "comparison-models": z.array(VersionComparison), product: ProductDocument },
  needs: [],
  fold: ({ context }) => productFold(context),
  navigation: { label: "Product", path: "product/", place: 14, more: true },
  pages: {
    "product/index": ({ product: made, outcomes }: Shown) => alone("product/", () => ({ ...made, outcomes })),
  },
  *files({ product: made }: Made, json) {
    const { comparisons } = made;
    const switches = comparisons.filter(({ dimension }) => dimension === "model");
    const about = "Models before and after a switch, with intervals";
    yield json("comparison/models.json", "comparison-models", about, switches, switches.length);
    const [switched, compared] = [comparisonRows(switches), comparisonRows(comparisons)];
    yield table("comparison/models.csv", "The same as a table", COMPARISON_COLUMNS, switched);
    yield json("product.json", "product", "The Product page", made, comparisons.length);
    yield table("product/versions.csv", "Its comparisons of versions", COMPARISON_COLUMNS, compared);
  },
});
