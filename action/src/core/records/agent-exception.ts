import * as z from "zod";
import { Name, Ordinal, SomeCalls } from "#core/records/bounds.ts";

/** Characters of a stack: some twenty frames. */
export const LONGEST_STACK = 4000;

/** Something that a program threw while its agent worked, as its telemetry tells it. */
export const AgentException = z.strictObject({
  /** Its class: `ValueError`. */
  type: Name.nullable(),
  /** Redacted. */
  message: z.string().max(500).nullable(),
  /** Redacted; lines as the program's language writes them. */
  stack: z.string().max(LONGEST_STACK).nullable(),
  /** Index of the step it was thrown in. */
  step: Ordinal.nullable(),
  at: z.iso.datetime().nullable(),
  /** How often the same was thrown. */
  count: SomeCalls,
});
export type AgentException = z.infer<typeof AgentException>;
