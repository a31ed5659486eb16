import * as z from "zod";
import { PIECE_KINDS } from "#core/attempts/pieces.ts";
import { describe } from "#core/errors.ts";

/** A stored record that passed its schema and still breaks a document: the document is made without it. */
export const LeftOut = z.strictObject({
  /** Its name in the catalogue. */
  document: z.string(),
  kind: z.enum(PIECE_KINDS),
  /** `run/attempt` or the record's own id; `all`: nothing smaller could be blamed. Text of strangers. */
  key: z.string(),
  reason: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A page or file of the site that could not be made. */
export const FailedPart = z.strictObject({
  /** Below the site's root. */
  path: z.string(),
  /** Text of strangers. */
  reason: z.string(),
});
export type FailedPart = z.infer<typeof FailedPart>;

const LONGEST = 200;

/** What went wrong, in one line that fits a table. May hold text of strangers. */
export function reasonOf(thrown: unknown): string {
  const text = describe(thrown).replaceAll(/\s+/g, " ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
