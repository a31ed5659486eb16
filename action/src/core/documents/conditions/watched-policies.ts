import { limitsOf } from "#core/alerts/limits.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { entry } from "#core/entry.ts";
import { decisionsOn } from "#core/policies/decisions-on.ts";
import { BARE, type Condition, newestRuns, subjectOf } from "#core/records/condition.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

type Breach = { at: Utc; run_id: number; run_attempt: number };

/** Enforced policies that agents' works of the last day broke. What is simulated is shown, and told to nobody. */
export function watchedPolicies({ config, now }: Context): Fold<Condition[]> {
  const { violations: limit, blocks } = limitsOf(config.alerts);
  const enforced = {
    timezone: config.timezone,
    policies: config.policies.filter(({ mode }) => mode === "enforce"),
  };
  const from = addSeconds(now, -DAY_SECONDS);
  const breaches = new Map<string, Breach[]>();
  return {
    add(attempt) {
      const { at, run } = attempt;
      if (at < from || at > now) return;
      for (const { decision } of decisionsOn(attempt, enforced))
        for (const { policy, answer } of decision.judgements)
          if (answer === "warn")
            entry(breaches, policy, () => []).push({ at, run_id: run.id, run_attempt: run.run_attempt });
    },
    finish: () =>
      enforced.policies.flatMap(({ id }) => {
        const all = (breaches.get(id) ?? []).toSorted((a, b) =>
          a.at === b.at ? a.run_id - b.run_id : a.at < b.at ? -1 : 1,
        );
        return all.length < limit ? [] : [conditionOf(id, all, { limit, burst: blocks })];
      }),
  };
}

function conditionOf(
  policy: string,
  all: readonly Breach[],
  { limit, burst }: { limit: number; burst: number },
): Condition {
  const figures = {
    value: all.length,
    unit: "count",
    limit,
    n: all.length,
    since: all[0]?.at ?? null,
  } as const;
  return {
    ...BARE,
    ...{ rule: "policy-broken", severity: all.length >= burst ? "critical" : "warning" },
    subject: subjectOf("policy", policy),
    ...figures,
    runs: newestRuns(all),
  };
}
