import { accountOf } from "#core/attempts/charged-to.ts";
import type { GuardTable } from "#core/guard/guard-table.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import type { Run } from "#core/records/run.ts";
import { runKey, startedAt } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/** A list as GitHub gave it: its first page, and how many runs it has in all. */
export type RunPage = { runs: readonly Run[]; total: number };

/** What GitHub lists now; null: it could not be asked, and `problem` says why. */
export type Listed = {
  /** Runs created since the table's `as_of`. */
  since: RunPage | null;
  /** Runs in progress, whenever they were created: a re-run keeps the day of its run. */
  running: RunPage | null;
  problem: string | null;
};

/** An attempt that runs now, or ended after the records were written. */
export type Unseen = {
  run_id: number;
  run_attempt: number;
  workflow_id: number;
  workflow_file: string | null;
  workflow_name: string | null;
  /** Whom it counts to, as in the ledger. */
  user: string | null;
  started: Utc;
  /** Null: it is not known whether it has ended. */
  isRunning: boolean | null;
};

/** Ended so, nothing of it ran. */
const NEVER_RAN: ReadonlySet<string | null> = new Set([
  "skipped",
  "action_required",
  "startup_failure",
  "stale",
]);
/** Not started yet: each of these asks the guard itself, and then sees the others. */
const NOT_STARTED: ReadonlySet<string | null> = new Set(["queued", "pending", "waiting", "requested"]);

/**
 * Attempts that may have cost what the records do not know yet, but for the one that asks. One is missing, and cannot
 * be had at two requests: the re-run of a run created before `as_of` that has also ended since, for no list of GitHub
 * goes by when something ended.
 */
export function unseenAttempts(table: GuardTable, { since, running }: Listed, own: OwnRun): Unseen[] {
  const known = new Set(table.seen.map(([id, attempt]) => `${id}/${attempt}`));
  // Of what had not ended, the records know no cost.
  for (const { run_id, run_attempt } of table.in_flight) known.delete(`${run_id}/${run_attempt}`);
  const unseen = new Map<string, Unseen>();
  const add = (attempt: Unseen) => {
    const key = runKey({ id: attempt.run_id, run_attempt: attempt.run_attempt });
    if (key !== runKey({ id: own.run_id, run_attempt: own.run_attempt }) && !known.has(key))
      unseen.set(key, attempt);
  };
  for (const { started_at, ...attempt } of table.in_flight)
    add({ ...attempt, ...NOBODY, started: started_at, isRunning: null });
  const ranNothing: string[] = [];
  for (const run of since?.runs ?? []) {
    // Only the newest attempt is listed; those before it ended since, too.
    for (let attempt = 1; attempt < run.run_attempt; attempt += 1)
      add({ ...rowOf(run), run_attempt: attempt, started: run.created_at, isRunning: false });
    if (NEVER_RAN.has(run.conclusion) || NOT_STARTED.has(run.status)) ranNothing.push(runKey(run));
    else add(rowOf(run));
  }
  for (const run of running?.runs ?? []) add(rowOf(run));
  for (const key of ranNothing) unseen.delete(key);
  return [...unseen.values()];
}

const NOBODY = { workflow_file: null, workflow_name: null, user: null } as const;

function rowOf(run: Run): Unseen {
  return {
    run_id: run.id,
    run_attempt: run.run_attempt,
    workflow_id: run.workflow_id,
    workflow_file: run.workflow_file,
    workflow_name: run.workflow_name,
    user: accountOf(run),
    started: startedAt(run),
    isRunning: run.status !== "completed",
  };
}

/** Why the records, with what GitHub lists, do not tell what has happened; null: they do. */
export function whyUncertain(table: GuardTable, listed: Listed, unseen: readonly Unseen[]): string | null {
  if (listed.problem !== null) return listed.problem;
  for (const [page, what] of [
    [listed.since, `created since ${table.as_of}`],
    [listed.running, "in progress"],
  ] as const)
    if (page !== null && page.total > page.runs.length)
      return `GitHub lists ${page.total} runs ${what}, more than the ${page.runs.length} of one page`;
  if (table.incomplete !== null) return table.incomplete;
  const withAgents = new Set(table.workflows.filter(({ agents }) => agents.length > 0).map(({ id }) => id));
  const ended = unseen.filter(
    ({ isRunning, workflow_id }) => isRunning === false && withAgents.has(workflow_id),
  );
  return ended.length > table.max_unseen
    ? `${ended.length} runs of agents have ended since the last sync (${table.as_of}), more than ${table.max_unseen}`
    : null;
}
