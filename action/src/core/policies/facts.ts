import * as z from "zod";
import { Zone } from "#core/calendar/zone.ts";
import { Utc } from "#core/time.ts";

const Text = z.string().max(500);
const Names = z.array(Text).nullable();
const Amount = z.number().nonnegative().nullable();

/** An agent that broke an enforced policy lately, and until when it is not to start. */
export const Pause = z.strictObject({
  policy: Text,
  /** Of the policy as it was broken: one that was changed since pauses nobody. */
  version: Text,
  agent: Text,
  until: Utc,
  /** The run that broke it. */
  run_id: z.number().int(),
});
export type Pause = z.infer<typeof Pause>;

/**
 * What is known of one agent's work in one run when policies are held against it. Null is unknown, an empty list is
 * none. `before`: by the guard, ere the agent starts; what a workflow declares stands for what will be used.
 */
export const PolicyFacts = z.strictObject({
  known: z.enum(["before", "after"]),
  /** When the attempt started, or now. */
  at: Utc,
  timezone: Zone,
  agent: Text.nullable(),
  /** Name and file of the workflow; either may be null. */
  workflow: Text.nullable(),
  workflow_file: Text.nullable(),
  event: Text.nullable(),
  branch: Text.nullable(),
  /** Who started this attempt. */
  actor: Text.nullable(),
  /** `author_association` of the event. */
  association: Text.nullable(),
  /** 1 for the first. */
  attempt: z.number().int().positive().nullable(),
  /** Environments of the agent's job. */
  environments: Names,
  /** What its token may do; `all` is `read-all` and `write-all`. */
  permissions: z.array(z.strictObject({ scope: Text, access: Text })).nullable(),
  /** Actions of its job that are pinned to no commit. */
  unpinned: Names,
  /** Where the four above are declared: `.github/workflows/triage.yml:31`. */
  declared_at: Text.nullable(),
  models: Names,
  tools: Names,
  usd: Amount,
  turns: Amount,
  minutes: Amount,
  prompt_tokens: Amount,
  context_share: Amount,
  retries: Amount,
  hosts: Names,
  /** Of these only a part is known: what is known can break a policy, and cannot keep it. */
  partial: z.array(
    z.enum(["models", "tools", "usd", "turns", "retries", "prompt_tokens", "context_share", "hosts"]),
  ),
  /** Agents that are paused; of a run that is over, none. */
  pauses: z.array(Pause),
});
export type PolicyFacts = z.infer<typeof PolicyFacts>;

/** What the guard knows, and what it does not: to be filled with what it does. */
export function unknownBefore(at: Utc, timezone: Zone): PolicyFacts {
  return {
    ...{ known: "before", at, timezone, agent: null, workflow: null, workflow_file: null, event: null },
    ...{ branch: null, actor: null, association: null, attempt: null, environments: null, permissions: null },
    ...{
      unpinned: null,
      declared_at: null,
      models: null,
      tools: null,
      usd: null,
      turns: null,
      minutes: null,
    },
    ...{ prompt_tokens: null, context_share: null, retries: null, hosts: null, partial: [], pauses: [] },
  };
}
