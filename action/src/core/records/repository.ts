import * as z from "zod";
import { SCHEMA_VERSION } from "#core/records/version.ts";

/** A workflow as GitHub lists it; deleted ones stay listed while runs of theirs exist. */
export const Workflow = z.strictObject({
  id: z.number().int().positive(),
  name: z.string(),
  path: z.string(),
  state: z.string(),
});
export type Workflow = z.infer<typeof Workflow>;

/** `repository.json`. */
export const Repository = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  /** GitHub's number, which stays when the name changes; absent in older records. */
  id: z.number().int().positive().optional(),
  full_name: z.string(),
  /** `public`, `private` or `internal`; null when the token may not see it. */
  visibility: z.string().nullable(),
  default_branch: z.string().nullable(),
  html_url: z.string(),
  workflows: z.array(Workflow),
});
export type Repository = z.infer<typeof Repository>;
