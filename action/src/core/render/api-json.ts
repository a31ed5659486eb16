import * as z from "zod";
import { PERIODS } from "#core/attempts/period.ts";
import type { CatalogueDocument } from "#core/documents/api/api-catalogue.ts";
import type { SiteDocument } from "#core/documents/site/site.ts";
import type { ApiFile } from "#core/render/api-file.ts";
import { Utc } from "#core/time.ts";

/** The schema of something that there is once for every period. */
export function byPeriod<Document extends z.ZodType>(document: Document) {
  return z.record(z.enum(PERIODS), document);
}

/** Said in every file, so that no reader has to guess. */
const UNITS = {
  time: "UTC, ISO 8601, whole seconds",
  duration: "seconds unless the name says minutes",
  share: "0 to 1",
  money:
    "integer nano-dollars in JSON, in fields named *_nano_usd (1 USD = 1,000,000,000), decimal dollars in CSV",
  size: "bytes",
  unknown: "null, never 0",
} as const;

/** Makes files of one build (`jsonFile`); `kind` names the schema of what it holds. */
export type JsonFile = (
  path: string,
  kind: string,
  about: string,
  data: unknown,
  rows?: number | null,
) => ApiFile;

/** A document below the envelope that all files share: the build, the units and the schema of what it holds. */
export function jsonFiles({ repository, as_of, build_id }: SiteDocument): JsonFile {
  return (path, kind, about, data, rows = null) => {
    const schema = `schema/${kind}.json`;
    const text = `${JSON.stringify({ schema, repository, as_of, build_id, units: UNITS, data })}\n`;
    return { path, text, about, rows, schema };
  };
}

/** The JSON Schema of what is below the envelope, and of that. */
export function schemaFile(kind: string, data: z.ZodType): ApiFile {
  const file = z.strictObject({
    schema: z.literal(`schema/${kind}.json`),
    repository: z.string(),
    as_of: Utc,
    build_id: z.string(),
    units: z.record(z.string(), z.string()),
    data,
  });
  const text = `${JSON.stringify(z.toJSONSchema(file), null, 2)}\n`;
  return { path: `schema/${kind}.json`, text, about: `JSON Schema of ${kind}`, rows: null, schema: null };
}

/** The catalogue itself, last because it tells every other file's size and hash. */
export function indexFile(catalogue: CatalogueDocument, json: JsonFile): ApiFile {
  return json("index.json", "index", "This catalogue", catalogue, catalogue.files.length);
}
