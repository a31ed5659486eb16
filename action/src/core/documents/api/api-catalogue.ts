import * as z from "zod";

/** One file of the static API, as its catalogue lists it. */
export const CatalogueFile = z.strictObject({
  /** Below `api/v1/`. */
  path: z.string(),
  about: z.string(),
  bytes: z.number().int(),
  /** Null where the file is no table. */
  rows: z.number().int().nullable(),
  /** Of the bytes as published, in hex. */
  sha256: z.string(),
  /** The JSON Schema, below `api/v1/`; null for CSV and for schemas. */
  schema: z.string().nullable(),
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;

export const CatalogueDocument = z.strictObject({
  files: z.array(CatalogueFile),
  /** Days of run records that are stored but not published, because a site has a size limit. */
  unpublished_days: z.number().int(),
});
export type CatalogueDocument = z.infer<typeof CatalogueDocument>;
