import type { Attempt } from "#core/attempts/attempt.ts";
import type { Policy } from "#core/config/policies.ts";
import type { Config } from "#core/config.ts";
import { newestRows } from "#core/documents/policies/newest.ts";
import type { PolicyRow, StoppedRow, ViolationRow } from "#core/documents/policies/rows.ts";
import { workOf } from "#core/documents/policies/works.ts";
import type { Judgement, PolicyDecision } from "#core/policies/decision.ts";
import { decisionsOn, replayed } from "#core/policies/decisions-on.ts";
import type { Declared } from "#core/policies/declared.ts";
import { versionOf } from "#core/policies/evaluate.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";
import { KEY_NAMES, KEYS } from "#core/policies/keys.ts";
import { limitText } from "#core/policies/limit-text.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Run } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

const MOST = { violations: 1000, stopped: 2000 } as const;

type Light = {
  config: Config;
  /** Works of attempts that started earlier are not looked at. */
  from: Utc;
  pulls: readonly Pull[];
  declaredOf: (facts: PolicyFacts) => Declared | null;
};

/** Holds every work against the configured policies: as it was, and as a guard would have seen it before. */
export function heldAgainst({ config, from, pulls, declaredOf }: Light) {
  const rows = new Map(config.policies.map((policy) => [policy.id, emptyRow(policy)]));
  const merged = new Map(pulls.map(({ number, state }) => [number, state === "merged"]));
  const violations = newestRows<ViolationRow>(MOST.violations);
  const stopped = newestRows<StoppedRow>(MOST.stopped);
  let works = 0;
  return {
    add(attempt: Attempt): void {
      if (attempt.at < from) return;
      for (const { facts, decision } of decisionsOn(attempt, config)) {
        works += 1;
        for (const judgement of decision.judgements) {
          count(rows.get(judgement.policy), judgement, attempt.at);
          if (judgement.answer === "warn") violations.add(violationOf(attempt, facts, judgement));
        }
        const before = replayed(facts, config, declaredOf(facts));
        const row = stoppedOf(attempt, facts, before, mergedOf(attempt.run, merged));
        for (const judgement of before.judgements) countBefore(rows.get(judgement.policy), judgement, row);
        if (row !== null) stopped.add(row);
      }
    },
    finish: () => ({
      works,
      policies: [...rows.values()],
      violations: violations.finish(),
      stopped: stopped.finish(),
    }),
  };
}

function emptyRow(policy: Policy): PolicyRow {
  return {
    ...{ policy: policy.id, version: versionOf(policy), mode: policy.mode, otherwise: policy.otherwise },
    ...{ pause_hours: policy["pause-hours"], reason: policy.reason, about: aboutText(policy) },
    requires: KEY_NAMES.flatMap((key) =>
      policy.require[key] === undefined
        ? []
        : [{ key, limit: limitText(policy.require[key]), judged: KEYS[key].judged }],
    ),
    ...{ judged: 0, kept: 0, broken: 0, unknown: 0, last_broken: null, would_block: 0, would_escalate: 0 },
    ...{ stopped_succeeded: 0, stopped_merged: 0, unknown_before: 0 },
  };
}

function aboutText({ match }: Policy): string | null {
  const parts = Object.entries(match).flatMap(([name, patterns]) =>
    patterns === undefined ? [] : [`${name}: ${limitText(patterns)}`],
  );
  return parts.length === 0 ? null : parts.join("; ");
}

function count(row: PolicyRow | undefined, { answer }: Judgement, at: Utc): void {
  if (row === undefined) return;
  row.judged += 1;
  if (answer === "allow") row.kept += 1;
  else if (answer === "unknown") row.unknown += 1;
  else {
    row.broken += 1;
    if (row.last_broken === null || at > row.last_broken) row.last_broken = at;
  }
}

function countBefore(row: PolicyRow | undefined, { answer }: Judgement, stopped: StoppedRow | null): void {
  if (row === undefined) return;
  if (answer === "unknown") row.unknown_before += 1;
  if (answer !== "block" && answer !== "escalate") return;
  if (answer === "block") row.would_block += 1;
  else row.would_escalate += 1;
  if (stopped?.succeeded) row.stopped_succeeded += 1;
  if (stopped?.merged) row.stopped_merged += 1;
}

function violationOf(attempt: Attempt, { agent }: PolicyFacts, judgement: Judgement): ViolationRow {
  const { policy, version, mode, reason, evidence } = judgement;
  return { ...workOf(attempt, agent), policy, version, mode, reason, evidence };
}

/** Null: the guard would have let it pass. */
function stoppedOf(
  attempt: Attempt,
  { agent }: PolicyFacts,
  { answer, reason, judgements }: PolicyDecision,
  merged: boolean | null,
): StoppedRow | null {
  if (answer !== "block" && answer !== "escalate") return null;
  const { status, conclusion } = attempt.run;
  return {
    ...workOf(attempt, agent),
    ...{ answer, reason, status, conclusion, succeeded: attempt.role === "success", merged },
    policies: judgements
      .filter((one) => one.answer === "block" || one.answer === "escalate")
      .map(({ policy }) => policy),
  };
}

function mergedOf({ pull_requests }: Run, merged: ReadonlyMap<number, boolean>): boolean | null {
  const known = (pull_requests ?? []).flatMap(({ number }) => merged.get(number) ?? []);
  return known.length === 0 ? null : known.includes(true);
}
