import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import { EVENT_DAYS, NO_EVENTS } from "#core/documents/events/reported-events.ts";
import { declaredAgainst } from "#core/documents/policies/declared-against.ts";
import { heldAgainst } from "#core/documents/policies/held.ts";
import { reportedDecisions } from "#core/documents/policies/reported-decisions.ts";
import {
  DecisionRow,
  DeclaredRow,
  PolicyRow,
  StoppedRow,
  ViolationRow,
} from "#core/documents/policies/rows.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { declaredFor } from "#core/policies/declared.ts";
import { Pause } from "#core/policies/facts.ts";
import { pausesFold } from "#core/policies/pauses.ts";
import { addSeconds, DAY_SECONDS, Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();

/** What agents may do, and what they did: the configured policies and every decision that was told. */
export const PoliciesDocument = z.strictObject({
  from: Utc,
  to: Utc,
  /** Agents' works that were judged. */
  works: Count,
  policies: z.array(PolicyRow),
  /** Newest first; `left_out` older ones are counted in the policies alone. */
  violations: z.strictObject({ rows: z.array(ViolationRow), left_out: Count }),
  stopped: z.strictObject({ rows: z.array(StoppedRow), left_out: Count }),
  decisions: z.strictObject({
    rows: z.array(DecisionRow),
    left_out: Count,
    /** By the policy that was named; as many names as are believed, those that blocked most first. */
    tallies: z.array(
      z.strictObject({
        policy: z.string(),
        ...{ allow: Count, warn: Count, block: Count, escalate: Count, other: Count },
      }),
    ),
  }),
  pauses: z.array(Pause),
  /** What the workflow files as they are declare against a policy; null: they are not known. */
  declared: z.array(DeclaredRow).nullable(),
  /** Places in workflow files where an agent runs, and those without a guard before it; null: not known. */
  places: z.strictObject({ n: Count, unguarded: Count }).nullable(),
});
export type PoliciesDocument = z.infer<typeof PoliciesDocument>;

/** @param days how far back works are judged */
export function policiesFold(
  { context, events = NO_EVENTS, pulls = [], inventory }: Sources,
  days = EVENT_DAYS,
) {
  const { config, now } = context;
  const from = addSeconds(now, -days * DAY_SECONDS);
  const agents = inventory?.agents ?? [];
  const held = heldAgainst({
    ...{ config, from, pulls },
    declaredOf: ({ workflow_file, agent }) => declaredFor(agents, workflow_file, agent),
  });
  const decisions = reportedDecisions(from, events);
  const pauses = pausesFold(context);
  return {
    add(attempt: Attempt): void {
      held.add(attempt);
      decisions.add(attempt);
      pauses.add(attempt);
    },
    finish: (): PoliciesDocument => ({
      ...{ from, to: now, ...held.finish() },
      decisions: decisions.finish(),
      pauses: pauses.finish(),
      declared: inventory ? declaredAgainst(agents, config, now) : null,
      places: inventory ? { n: agents.length, unguarded: agents.filter(({ guard }) => !guard).length } : null,
    }),
  };
}
