import * as z from "zod";
import { Name, SomeCalls } from "#core/records/bounds.ts";

/** What was allowed, refused or changed, summed per rule, tool and answer. */
export const Decision = z.strictObject({
  policy_id: Name,
  tool: Name.nullable(),
  /** `allow`, `warn`, `block` or `escalate`; any other word stays as it was told, and is counted apart: `modify`. */
  result: z.string().min(1).max(50),
  count: SomeCalls,
  /** Redacted, at most 200 characters. */
  reason: z.string().max(200).nullable(),
});
export type Decision = z.infer<typeof Decision>;
