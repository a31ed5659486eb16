import * as z from "zod";
import { Nano } from "#core/pricing/money.ts";

/** What could be done to spend or fail less, with what speaks for it. Names in the texts are of strangers. */
export const Recommendation = z.strictObject({
  /** The row of the rule table. */
  rule: z.string(),
  area: z.enum(["cost", "steps", "tools", "models", "context", "caching", "retries", "errors"]),
  /** What it is about, e.g. a tool's name. */
  subject: z.string(),
  /** What to do, as a sentence. */
  advice: z.string(),
  /** What was seen, as a sentence with its figures. */
  evidence: z.string(),
  /** What the evidence is of: executions or calls of the last 30 days. */
  n: z.number().int(),
  /** In 30 days; null: it cannot be estimated. */
  saving_nano_usd: Nano.nullable(),
  saving_seconds: z.number().nullable(),
  /** How the saving was estimated, or why not. */
  basis: z.string(),
  /** Below the site's root. */
  link: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;
