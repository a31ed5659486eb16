import * as z from "zod";
import { WHERE } from "#core/attempts/where.ts";
import { Answer, Evidence } from "#core/policies/decision.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();

/** One agent's work in one attempt of a run. */
const Work = z.strictObject({ ...WHERE, agent: z.string().nullable() });
export type Work = z.infer<typeof Work>;

/** Who broke which policy, found when it was over. */
export const ViolationRow = Work.extend({
  policy: z.string(),
  version: z.string(),
  mode: z.enum(["simulate", "enforce"]),
  reason: z.string(),
  evidence: z.array(Evidence),
});
export type ViolationRow = z.infer<typeof ViolationRow>;

/** What a guard would not have let pass, if every policy were enforced. */
export const StoppedRow = Work.extend({
  answer: z.enum(["block", "escalate"]),
  /** Those that say so, the strongest first. */
  policies: z.array(z.string()),
  reason: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  succeeded: z.boolean(),
  /** Whether a pull request of it was merged; null: it has none that is known. */
  merged: z.boolean().nullable(),
});
export type StoppedRow = z.infer<typeof StoppedRow>;

/** What something decided and an agent's own telemetry, or our own step, told. Every text is a stranger's. */
export const DecisionRow = Work.extend({
  policy: z.string(),
  tool: z.string().nullable(),
  /** As it was told: `allow`, `warn`, `block`, `escalate`, or another word. */
  result: z.string(),
  /** How often it was decided so. */
  n: Count,
  reason: z.string().nullable(),
  /** `telemetry`: an agent's own files; `event`: what our collect step was told; `guard`: our guard. */
  source: z.enum(["telemetry", "event", "guard"]),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

/** A place where an agent runs, whose workflow file declares what a policy does not allow. */
export const DeclaredRow = z.strictObject({
  policy: z.string(),
  mode: z.enum(["simulate", "enforce"]),
  answer: Answer,
  reason: z.string(),
  agent: z.string(),
  workflow: z.string().nullable(),
  path: z.string(),
  line: Count,
});
export type DeclaredRow = z.infer<typeof DeclaredRow>;

/** A configured policy, and what came of it in the time of the document. */
export const PolicyRow = z.strictObject({
  policy: z.string(),
  version: z.string(),
  mode: z.enum(["simulate", "enforce"]),
  otherwise: Answer,
  pause_hours: z.number(),
  reason: z.string(),
  /** Whose runs it is about, in words; null: all. */
  about: z.string().nullable(),
  requires: z.array(
    z.strictObject({ key: z.string(), limit: z.string(), judged: z.enum(["before", "both", "after"]) }),
  ),
  /** Agents' works that were held against it when they were over, and what came of them. */
  judged: Count,
  kept: Count,
  broken: Count,
  unknown: Count,
  last_broken: Utc.nullable(),
  /** The same works, held against it as if a guard had asked before. */
  would_block: Count,
  would_escalate: Count,
  /** Of those, works of runs that succeeded all the same, and whose pull request was merged. */
  stopped_succeeded: Count,
  stopped_merged: Count,
  unknown_before: Count,
});
export type PolicyRow = z.infer<typeof PolicyRow>;
