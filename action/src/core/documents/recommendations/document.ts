import { models } from "#core/documents/models/document.ts";
import { product } from "#core/documents/product/document.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { recommendationsFold } from "#core/documents/recommendations/recommendations.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { tools } from "#core/documents/tools/document.ts";
import { table } from "#core/render/api-file.ts";
import {
  RECOMMENDATION_COLUMNS,
  RecommendationFile,
  recommendationRows,
} from "#core/render/recommendation-file.ts";

/** Largest saving first. Linked from the pages that show the first of them. */
export const recommendations = declare({
  name: "recommendations",
  schema: { recommendations: RecommendationFile },
  needs: [models, tools, product],
  looksAt: ["30d"],
  fold({ context }) {
    const { add, finish } = recommendationsFold(context);
    return {
      add,
      finish: ({ models: answered, tools: called, product: of }) =>
        finish({ models: answered["30d"], tools: called["30d"], product: of }),
    };
  },
  pages: {
    "recommendations/index": ({ recommendations: made }: { recommendations: Recommendation[] }) =>
      alone("recommendations/", () => made),
  },
  *files({ recommendations: made }: { recommendations: Recommendation[] }, json) {
    const about = "What to do, with evidence";
    yield json("recommendations.json", "recommendations", about, recommendationRows(made), made.length);
    yield table(
      "recommendations.csv",
      "The same as a table",
      RECOMMENDATION_COLUMNS,
      recommendationRows(made),
    );
  },
});
