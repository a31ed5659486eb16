import * as z from "zod";
import type { AgentEvent, StoredEvent } from "#core/records/event.ts";
import { attemptKey } from "#core/records/run.ts";
import { toUtc, Utc } from "#core/time.ts";

/** The policy under which the guard's decisions are recorded. */
export const GUARD_POLICY = "agentops-guard";

export const GUARD_ANSWERS = ["allow", "warn", "unknown", "escalate", "block"] as const;
export const GuardAnswer = z.enum(GUARD_ANSWERS);
export type GuardAnswer = z.infer<typeof GuardAnswer>;

/** What the guard decided of one attempt, as it is recorded. Texts are strangers' as far as they quote inputs. */
export const GuardVerdict = z.strictObject({
  at: Utc,
  answer: GuardAnswer,
  /** Whether its agent was let through: also one that somebody broke the glass for. */
  allowed: z.boolean(),
  reason: z.string(),
  /** Why the glass was broken; null: it was not. */
  break_glass: z.string().nullable(),
});
export type GuardVerdict = z.infer<typeof GuardVerdict>;

const MOST_REASON = 500;

/** The decision as an event, which is how it gets among the records. */
export function verdictEvent(
  verdict: GuardVerdict,
  rest: Readonly<Record<string, string | number>>,
): AgentEvent {
  return {
    type: "agent.policy.decision",
    timestamp: verdict.at,
    policy_id: GUARD_POLICY,
    policy_result: verdict.answer,
    attributes: {
      allowed: verdict.allowed,
      reason: verdict.reason.slice(0, MOST_REASON),
      ...(verdict.break_glass !== null && { break_glass: verdict.break_glass.slice(0, MOST_REASON) }),
      ...rest,
    },
  };
}

/** Null: it is none, or nobody can tell whether our own step made it. */
export function verdictOf(event: StoredEvent): GuardVerdict | null {
  if (event.type !== "agent.policy.decision" || event.policy_id !== GUARD_POLICY) return null;
  if (!event.own_step || event.trust !== "own") return null;
  const reported = new Map(Object.entries(event.attributes ?? {}));
  const answer = GuardAnswer.safeParse(event.policy_result);
  const at = toUtc(event.timestamp);
  if (!answer.success || at === null) return null;
  const glass = reported.get("break_glass");
  return {
    at,
    answer: answer.data,
    allowed: reported.get("allowed") === true,
    reason: String(reported.get("reason") ?? ""),
    break_glass: glass === undefined ? null : String(glass),
  };
}

/** Of each attempt (`runKey`) what its guards decided: the strongest answer, from the first of them on. */
export function verdictsOf(events: readonly StoredEvent[]): Map<string, GuardVerdict> {
  const verdicts = new Map<string, GuardVerdict>();
  for (const event of events) {
    const verdict = verdictOf(event);
    if (verdict === null || event.run_id === null || event.run_attempt === null) continue;
    const key = attemptKey({ run_id: event.run_id, run_attempt: event.run_attempt });
    const known = verdicts.get(key);
    verdicts.set(key, known === undefined ? verdict : together(known, verdict));
  }
  return verdicts;
}

/** Several jobs of one run may ask, each for its own agent. */
function together(a: GuardVerdict, b: GuardVerdict): GuardVerdict {
  const stronger = GUARD_ANSWERS.indexOf(b.answer) > GUARD_ANSWERS.indexOf(a.answer) ? b : a;
  return {
    ...stronger,
    at: a.at < b.at ? a.at : b.at,
    allowed: a.allowed || b.allowed,
    break_glass: a.break_glass ?? b.break_glass,
  };
}
