import { groupBy } from "#core/attempts/grouped.ts";
import { BARE, type Condition, newestRuns, subjectOf } from "#core/records/condition.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { addSeconds, DAY_SECONDS, toUtc, type Utc } from "#core/time.ts";

/** Policies that blocked so often in the last day. @param governed decisions that our own step collected */
export function blockBursts(governed: readonly StoredEvent[], limit: number, now: Utc): Condition[] {
  const from = addSeconds(now, -DAY_SECONDS);
  const blocks = governed.filter(({ type, policy_result, timestamp }) => {
    const at = toUtc(timestamp);
    return (
      type === "agent.policy.decision" && policy_result === "block" && at !== null && at >= from && at <= now
    );
  });
  return [...groupBy(blocks, ({ policy_id }) => policy_id ?? "")].flatMap(([policy, of]) => {
    if (of.length < limit) return [];
    const runs = of.flatMap(({ run_id, run_attempt }) =>
      run_id === null || run_attempt === null ? [] : { run_id, run_attempt },
    );
    const each = new Map(runs.map((run) => [`${run.run_id}/${run.run_attempt}`, run]));
    return [
      {
        ...BARE,
        rule: "blocked",
        subject: subjectOf("policy", policy, policy || "a policy without a name"),
        ...{ value: of.length, unit: "count", limit, n: of.length, since: toUtc(of[0]?.timestamp) },
        runs: newestRuns([...each.values()]),
      } satisfies Condition,
    ];
  });
}
