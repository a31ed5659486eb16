import type { Attempt } from "#core/attempts/attempt.ts";
import { whereOf } from "#core/attempts/where.ts";
import type { AuditApproval } from "#core/documents/audit/rows.ts";
import { DAY_SECONDS, secondsBetween, type Utc } from "#core/time.ts";

/** What GitHub calls a run that waits for a reviewer of an environment, and one of a fork that waits to be let run. */
const WAITING: ReadonlySet<string | null> = new Set(["waiting", "action_required"]);

/** GitHub forgets what nobody approves for so long. */
const LONGEST_WAIT_SECONDS = 30 * DAY_SECONDS;

/** @param slaMinutes null: no wait is too long */
export function approvalsOf(attempt: Attempt, now: Utc, slaMinutes: number | null): AuditApproval[] {
  const { run, jobs, attribution } = attempt;
  const base = { ...whereOf(attempt), agent: attribution?.agent ?? null };
  const over = (seconds: number | null) =>
    slaMinutes === null || seconds === null ? null : seconds > slaMinutes * 60;
  const waits = WAITING.has(run.status) || (run.status === "completed" && WAITING.has(run.conclusion));
  if (waits) {
    const seconds = secondsBetween(base.at, now);
    if (seconds !== null && seconds > LONGEST_WAIT_SECONDS) return [];
    return [{ ...base, job: null, state: "waiting", seconds, over: over(seconds) }];
  }
  // Null: it may have waited for a runner as well as for a person.
  return jobs.flatMap(({ name, approval_seconds: seconds }): AuditApproval[] =>
    seconds === null || seconds === 0
      ? []
      : [{ ...base, job: name, state: "approved", seconds, over: over(seconds) }],
  );
}
