import * as z from "zod";

/** A record that is left out of everything, and why: shown on Data health, for nobody would miss it else. */
export const Unreadable = z.strictObject({
  /** The file under `<owner>/<repo>/`. */
  path: z.string(),
  /** From 1; null where somebody else formatted the file, or the record was refused before it got there. */
  line: z.number().int().positive().nullable(),
  /** What it is a record of, as far as it can be told. */
  key: z.string().nullable(),
  reason: z.string(),
});
export type Unreadable = z.infer<typeof Unreadable>;
