import * as z from "zod";
import { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare, type Written } from "#core/documents/row/row.ts";
import { type SiteDocument, siteFold } from "#core/documents/site/site.ts";
import { Utc } from "#core/time.ts";

const Meta = z.strictObject({
  generator: z.literal("agentops"),
  next_sync_at: Utc.nullable(),
  stale_at: Utc.nullable(),
  pending: z.number().int(),
  runs: z.number().int(),
  attempts: z.number().int(),
});

export const site = declare({
  name: "site",
  schema: { index: CatalogueDocument, meta: Meta },
  needs: [],
  fold: siteFold,
  navigation: { label: "API", path: "api/", place: 18, more: true },
  pages: { "404": () => alone("404.html", () => null) },
  lastPages: { "api/index": (_, { catalogue }: Written) => alone("api/", () => catalogue) },
  *files({ site: { next_sync_at, stale_at, pending, runs, attempts } }: { site: SiteDocument }, json) {
    const about = "Which build this is, how old its data are and when the next is due";
    const meta = { generator: "agentops", next_sync_at, stale_at, pending, runs, attempts };
    yield json("meta.json", "meta", about, meta);
  },
});
