import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Policy } from "#core/config/policies.ts";
import { decisionsOn } from "#core/policies/decisions-on.ts";
import { versionOf } from "#core/policies/evaluate.ts";
import type { Pause } from "#core/policies/facts.ts";
import { compare } from "#core/records/order.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, HOUR_SECONDS } from "#core/time.ts";

/** Agents that broke an enforced policy with `pause-hours` and are paused now, by policy and agent. */
export function pausesFold({ config, now }: Pick<Context, "config" | "now">): Fold<Pause[]> {
  const pausing = config.policies.filter(pauses);
  const asked = { policies: pausing, timezone: config.timezone };
  const longest = Math.max(0, ...pausing.map((policy) => policy["pause-hours"]));
  const since = addSeconds(now, -longest * HOUR_SECONDS);
  const latest = new Map<string, Pause>();
  return {
    add(attempt): void {
      const { run } = attempt;
      if (pausing.length === 0 || endOf(run) < since) return;
      for (const { facts, decision } of decisionsOn(attempt, asked))
        for (const { policy: id, answer } of decision.judgements) {
          const policy = pausing.find((one) => one.id === id);
          if (answer !== "warn" || policy === undefined || facts.agent === null) continue;
          const pause = pauseOf(policy, facts.agent, run);
          const key = JSON.stringify([id, facts.agent]);
          const known = latest.get(key);
          if (known === undefined || byEnd(known, pause) < 0) latest.set(key, pause);
        }
    },
    finish: () =>
      [...latest.values()]
        .filter(({ until }) => until > now)
        .sort((a, b) => compare(a.policy, b.policy) || compare(a.agent, b.agent)),
  };
}

function pauses(policy: Policy): boolean {
  return policy.mode === "enforce" && policy["pause-hours"] > 0;
}

function pauseOf(policy: Policy, agent: string, run: Run): Pause {
  const until = addSeconds(endOf(run), Math.round(policy["pause-hours"] * HOUR_SECONDS));
  return { policy: policy.id, version: versionOf(policy), agent, until, run_id: run.id };
}

function endOf({ updated_at, run_started_at, created_at }: Run): string {
  return updated_at ?? run_started_at ?? created_at;
}

function byEnd(a: Pause, b: Pause): number {
  return compare(a.until, b.until) || a.run_id - b.run_id;
}
