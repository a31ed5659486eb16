import type { Attempt } from "#core/attempts/attempt.ts";
import { grouped } from "#core/attempts/grouped.ts";
import type { ReportedEvents } from "#core/documents/events/reported-events.ts";
import { newestRows } from "#core/documents/policies/newest.ts";
import type { DecisionRow } from "#core/documents/policies/rows.ts";
import { workOf } from "#core/documents/policies/works.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { GUARD_POLICY, verdictOf } from "#core/records/guard-verdict.ts";
import { compare } from "#core/records/order.ts";
import { attemptKey } from "#core/records/run.ts";
import { toUtc, type Utc } from "#core/time.ts";

const MOST_ROWS = 1000;
/** Anybody's telemetry can make up names. */
const MOST_POLICIES = 200;

/** How often each word was said in the name of one policy. */
export type Tally = {
  policy: string;
  allow: number;
  warn: number;
  block: number;
  escalate: number;
  other: number;
};

/**
 * What agents' telemetry and our own steps told was decided. Nothing counts that was only
 * printed into a log, and of a fork's run nothing that the configuration does not admit. An event that an execution tells as well is one decision.
 */
export function reportedDecisions(from: Utc, { governed }: ReportedEvents) {
  const newest = newestRows<DecisionRow>(MOST_ROWS);
  const tallies = grouped(MOST_POLICIES, emptyTally);
  const events = new Map<string, StoredEvent[]>();
  for (const event of governed.list) {
    const { type, run_id, run_attempt } = event;
    if (type !== "agent.policy.decision" || run_id === null || run_attempt === null) continue;
    const key = attemptKey({ run_id, run_attempt });
    events.set(key, [...(events.get(key) ?? []), event]);
  }
  function add(row: DecisionRow): void {
    newest.add(row);
    const tally = tallies.of(row.policy);
    if (tally !== null) tally[wordOf(row.result)] += row.n;
  }
  return {
    add(attempt: Attempt): void {
      const { run, at } = attempt;
      if (at < from) return;
      const told = decisionsOf(attempt);
      told.forEach(add);
      const known = new Set(told.map(sameAs));
      for (const event of events.get(attemptKey({ run_id: run.id, run_attempt: run.run_attempt })) ?? []) {
        const row = rowOfEvent(event, attempt);
        if (row !== null && !known.has(sameAs(row))) add(row);
      }
    },
    finish: () => ({
      ...newest.finish(),
      tallies: [...tallies.groups.values()].sort((a, b) => b.block - a.block || compare(a.policy, b.policy)),
    }),
  };
}

function emptyTally(policy: string): Tally {
  return { policy, allow: 0, warn: 0, block: 0, escalate: 0, other: 0 };
}

function wordOf(result: string): Exclude<keyof Tally, "policy"> {
  return result === "allow" || result === "warn" || result === "block" || result === "escalate"
    ? result
    : "other";
}

function decisionsOf(attempt: Attempt): DecisionRow[] {
  return attempt.invocations.flatMap(({ execution, agent }) =>
    execution === null || execution.trust === "log"
      ? []
      : execution.decisions.map(
          ({ policy_id, tool, result, count, reason }): DecisionRow => ({
            ...workOf(attempt, agent),
            at: execution.started_at ?? attempt.at,
            ...{ policy: policy_id, tool, result, n: count, reason, source: "telemetry" },
          }),
        ),
  );
}

/** Null: it says that the guard decided, and nobody can tell whether it did. */
function rowOfEvent(event: StoredEvent, attempt: Attempt): DecisionRow | null {
  const verdict = verdictOf(event);
  if (verdict === null && event.policy_id === GUARD_POLICY) return null;
  const agent = event.agent_id ?? attempt.attribution?.agent ?? null;
  return {
    ...workOf(attempt, agent),
    at: toUtc(event.timestamp) ?? attempt.at,
    policy: event.policy_id ?? "unknown",
    tool: event.tool_name ?? null,
    result: event.policy_result ?? event.status ?? "unknown",
    n: 1,
    reason: verdict?.reason ?? event.error_message ?? null,
    source: verdict === null ? "event" : "guard",
  };
}

function sameAs({ policy, tool, result }: DecisionRow): string {
  return JSON.stringify([policy, tool, result]);
}
