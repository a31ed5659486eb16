import type { PeriodName } from "#core/attempts/period.ts";
import { ModelsDocument, modelsFold } from "#core/documents/models/models.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { MODELS } from "#core/render/columns/models.ts";

type Made = { models: Record<PeriodName, ModelsDocument> };

export const models = declare({
  name: "models",
  schema: { models: byPeriod(ModelsDocument) },
  needs: [],
  fold: ({ context }) => modelsFold(context),
  navigation: { label: "Models", path: "models/", place: 12, more: true },
  pages: { "models/index": ({ models: made }: Made) => inPeriods("models/", (period) => made[period]) },
  *files({ models: made }: Made, json) {
    const rows = inEveryPeriod((period) => made[period].models);
    yield json("models.json", "models", "The Models page, every period", made, rows.length);
    yield table("models.csv", "The same as a table", withPeriod(MODELS), rows);
  },
});
