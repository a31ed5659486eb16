import { agentOfLogin } from "#core/agents/evidence.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Execution } from "#core/records/execution.ts";
import { type Run, workflowName } from "#core/records/run.ts";
import { hashedUser } from "#core/telemetry/as-stored.ts";

/** Logins and hashes have no spaces, so that no account is taken for a schedule. */
const SCHEDULED = " (scheduled)";

/**
 * Who made an attempt happen; null where GitHub names nobody. Of a scheduled run it names whoever last edited the
 * workflow, who did nothing; whoever re-ran it did.
 */
export function startedBy(run: Run): string | null {
  if (isScheduled(run)) return null;
  return run.event === "schedule" ? run.triggering_actor : (run.triggering_actor ?? run.actor);
}

/**
 * Whom an attempt is counted to, in runs and money: who started it, or its workflow's schedule. AgentOps' own sync is
 * nobody's.
 */
export function chargedTo(run: Run, own: boolean, { config, repository }: Context): string | null {
  if (own) return null;
  const account = accountOf(run);
  if (account === null || isAccount(account) || !config.privacy["hash-users"]) return account;
  return hashedUser(account, repository.full_name);
}

/** Whom an execution is counted to: the user that its telemetry names, else as its attempt. */
export function userOf(
  { user_id }: Pick<Execution, "user_id">,
  run: Run,
  charged: string | null,
  { repository }: Context,
): string | null {
  if (user_id === null) return charged;
  // Agents tell the actor that GitHub tells them.
  const isActor =
    user_id === run.actor || (run.actor && user_id === hashedUser(run.actor, repository.full_name));
  return isScheduled(run) && isActor ? charged : user_id;
}

/** Apps, accounts of agents, and schedules: no people. */
export function isAccount(user: string): boolean {
  return user.endsWith("[bot]") || user.endsWith(SCHEDULED) || agentOfLogin(user) !== null;
}

/** Who started an attempt, or its workflow's schedule. */
export function accountOf(run: Run): string | null {
  return isScheduled(run) ? scheduleOf(workflowName(run) ?? run.workflow_id) : startedBy(run);
}

/** Whom scheduled runs of a workflow are counted to. */
export function scheduleOf(workflow: string | number): string {
  return `${workflow}${SCHEDULED}`;
}

/** Whether nobody made it happen: whoever runs it again did. */
export function isScheduled({ event, run_attempt }: Pick<Run, "event" | "run_attempt">): boolean {
  return event === "schedule" && run_attempt === 1;
}
