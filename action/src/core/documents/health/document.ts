import { type HealthDocument, healthFold } from "#core/documents/health/health.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare, type Written } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { HEALTH_DAYS } from "#core/render/columns/health-days.ts";
import { HealthFile, healthFile } from "#core/render/health-file.ts";

type Made = { health: HealthDocument };

export const health = declare({
  name: "health",
  schema: { health: HealthFile },
  needs: [],
  reads: ["analyses", "events", "pulls", "sizes"],
  fold: healthFold,
  navigation: { label: "Data health", path: "health/", place: 17, more: true },
  lastPages: {
    health: ({ health: made }: Made, { build }: Written) => alone("health/", () => ({ ...made, build })),
  },
  *files({ health: made }: Made, json) {
    yield json("health.json", "health", "The Data health page", healthFile(made), made.days.length);
    yield table("health.csv", "What the syncs of each day did", HEALTH_DAYS, made.days);
  },
});
