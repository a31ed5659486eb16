import type { Documents } from "#core/documents/documents.ts";
import { type ApiFile, inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import { filed } from "#core/render/columns/column.ts";
import { MODELS } from "#core/render/columns/models.ts";
import { TOOLS } from "#core/render/columns/tools.ts";
import { COMPARISON_COLUMNS, comparisonRows, RECOMMENDATION_COLUMNS } from "#core/render/model-tables.ts";
import { OUTCOME_COLUMNS, outcomeRows } from "#core/render/outcome-table.ts";

/** What agents worked with, and what to make of it. */
export function* modelFiles(documents: Documents, json: JsonFile): Iterable<ApiFile> {
  const { models, tools, product, recommendations } = documents;
  const answered = inEveryPeriod((period) => models[period].models);
  yield json("models.json", "models", "The Models page, every period", models, answered.length);
  yield table("models.csv", "The same as a table", withPeriod(filed(MODELS)), answered);
  const called = inEveryPeriod((period) => tools[period].tools);
  yield json("tools.json", "tools", "The Tools pages, every period", tools, called.length);
  yield table("tools.csv", "The same as a table", withPeriod(filed(TOOLS)), called);
  const { comparisons } = product;
  const switches = comparisons.filter(({ dimension }) => dimension === "model");
  const about = "Models before and after a switch, with intervals";
  yield json("comparison/models.json", "comparison-models", about, switches, switches.length);
  const compared = comparisonRows(switches);
  yield table("comparison/models.csv", "The same as a table", COMPARISON_COLUMNS, compared);
  const { outcomes } = documents;
  yield json(
    "outcomes.json",
    "outcomes",
    "What became of pull requests that agents touched",
    outcomes,
    outcomes.agents.length,
  );
  yield table("outcomes.csv", "The same by agent, as a table", OUTCOME_COLUMNS, outcomeRows(outcomes));
  yield json("product.json", "product", "The Product page", product, comparisons.length);
  yield table(
    "product/versions.csv",
    "Its comparisons of versions",
    COMPARISON_COLUMNS,
    comparisonRows(comparisons),
  );
  const { length } = recommendations;
  yield json("recommendations.json", "recommendations", "What to do, with evidence", recommendations, length);
  yield table("recommendations.csv", "The same as a table", RECOMMENDATION_COLUMNS, recommendations);
}
