import * as z from "zod";
import { Utc } from "#core/time.ts";

const Text = z.string().max(500);

/** From the mildest to the strongest: of several, the strongest counts. */
export const ANSWERS = ["allow", "warn", "unknown", "escalate", "block"] as const;
export const Answer = z.enum(ANSWERS);
export type Answer = z.infer<typeof Answer>;

/** What a key of a policy was held against. */
export const Evidence = z.strictObject({
  /** The key: `models`. */
  key: Text,
  /** What breaks it; null: the fact is not known, or only in part. */
  value: Text.nullable(),
  /** What the policy asks for, as it is written. */
  limit: Text,
  /** Where the fact is from: a place in a workflow file, `run`, `telemetry`. */
  source: Text,
});
export type Evidence = z.infer<typeof Evidence>;

/** What one policy says of one agent's work in one run. */
export const Judgement = z.strictObject({
  policy: Text,
  /** 12 hex digits over what it says: the same policy has the same version everywhere. */
  version: Text,
  mode: z.enum(["simulate", "enforce"]),
  answer: Answer,
  reason: Text,
  /** Of keys that are broken or unknown. */
  evidence: z.array(Evidence),
});
export type Judgement = z.infer<typeof Judgement>;

/**
 * What all policies together say. Policies in `simulate` are listed and decide nothing. After a run nothing is
 * answered but `allow`, `warn` and `unknown`: what has happened cannot be blocked.
 */
export const PolicyDecision = z.strictObject({
  answer: Answer,
  known: z.enum(["before", "after"]),
  at: Utc,
  /** The policy that decided; null: none has anything against it. */
  policy: Text.nullable(),
  version: Text.nullable(),
  reason: Text,
  evidence: z.array(Evidence),
  /** Of every policy that is about this run, the strongest answer first. */
  judgements: z.array(Judgement),
});
export type PolicyDecision = z.infer<typeof PolicyDecision>;
