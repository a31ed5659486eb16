import * as z from "zod";
import { Milliseconds, Name } from "#core/records/bounds.ts";
import { Category } from "#core/records/category.ts";
import { ExecutionStatus } from "#core/records/execution-status.ts";
import { Utc } from "#core/time.ts";

/**
 * A work of several agents, as the program that runs them calls it; nothing of GitHub's. Every execution that is part of
 * it says the same of it.
 */
export const AgentWorkflow = z.strictObject({
  /** `review-and-fix`. */
  id: Name,
  /** Tells its rounds apart, where told. */
  round: Name.nullable(),
  /** How its agents work together, in the program's word: `sequential`, `parallel`, `supervisor`. */
  type: Name.nullable(),
  /** How the round ended; null, like all below, where its end is not told. */
  status: ExecutionStatus.nullable(),
  error_type: Category.nullable(),
  /** Redacted. */
  error_message: z.string().max(500).nullable(),
  started_at: Utc.nullable(),
  duration_ms: Milliseconds.nullable(),
});
export type AgentWorkflow = z.infer<typeof AgentWorkflow>;
