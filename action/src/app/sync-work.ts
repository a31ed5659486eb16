import type { SyncSession } from "#app/sync-session.ts";
import { describe, UserError } from "#core/errors.ts";
import type { LedgerEntry, Need, PendingRun } from "#core/records/state.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { MOST_DEATHS } from "#core/sync/suspects.ts";

/** Attempts worked off between two savings: what a killed sync has to ask again. */
const BATCH = 200;
const SLOW_BATCH = 20;

/** What the ledger calls the thing that an attempt lacks. */
const MISSING: Readonly<Record<Need, LedgerEntry["missing"]>> = {
  completion: "jobs",
  attempts: "attempt",
  jobs: "jobs",
  artifacts: "artifacts",
  pull_requests: "pull_requests",
  reading: "reading",
  telemetry: "telemetry",
};

/**
 * Works off pending attempts in the order given, in batches that are saved each. A failure concerns one attempt: it
 * is tried again by later syncs and at last given up into the ledger.
 *
 * @param oneByOne where what one attempt gave matters to the next
 */
export async function workOff(
  session: SyncSession,
  label: string,
  need: Need,
  pending: readonly PendingRun[],
  work: (entry: PendingRun) => Promise<void>,
  oneByOne = false,
): Promise<void> {
  const entries = pending.filter((entry) => !isPostponed(session, need, entry));
  const size = oneByOne ? SLOW_BATCH : BATCH;
  for (let start = 0; start < entries.length && session.stopped === null; start += size) {
    const batch = entries.slice(start, start + size);
    if (oneByOne)
      for (const entry of batch) {
        await one(session, need, entry, work);
        if (session.isCheckpointDue) await session.save();
      }
    else await Promise.all(batch.map((entry) => one(session, need, entry, work)));
    await session.save();
    if (session.stopped === null)
      session.effects.report.progress(label, start + batch.length, entries.length);
  }
}

/**
 * Works off what strangers have made, one by one, and notes before it is opened what that will be: a sync that dies
 * over it cannot say so any more. What one died over comes last and alone; what two died over is given up.
 *
 * @param begin told which attempts are next, before the first of them is worked off
 */
export async function workOffAtRisk(
  session: SyncSession,
  label: string,
  need: Need,
  pending: readonly PendingRun[],
  work: (entry: PendingRun) => Promise<void>,
  begin: (entries: readonly PendingRun[]) => void = () => {},
): Promise<void> {
  const suspects = await session.suspects();
  const entries = pending.filter((entry) => !isPostponed(session, need, entry));
  for (const entry of entries) {
    const deaths = suspects.deathsOf(entry, need);
    if (deaths < MOST_DEATHS) continue;
    await giveUp(session, need, entry, "gave_up", `${deaths} syncs ended while it was read`);
    suspects.clear(entry, need);
  }
  const open = entries.filter((entry) => session.backlog.lacks(entry, need));
  const isSuspect = (entry: PendingRun) => suspects.deathsOf(entry, need) > 0;
  const groups = [
    open.filter((entry) => !isSuspect(entry)),
    // The last of a group are the least likely to have been reached, so they come first.
    ...open
      .filter(isSuspect)
      .reverse()
      .map((entry) => [entry]),
  ];
  for (const group of groups) {
    if (group.length === 0 || session.stopped !== null) continue;
    await session.note(group, need);
    begin(group);
    await workOff(session, label, need, group, work, true);
    // Which of them were read is known only when the sync did not have to stop.
    if (session.stopped === null) for (const entry of group) suspects.clear(entry, need);
  }
}

async function one(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  work: (entry: PendingRun) => Promise<void>,
): Promise<void> {
  const over = session.outOfTime();
  if (over !== null) session.stop(over);
  if (session.stopped !== null) return;
  try {
    await work(entry);
  } catch (error) {
    // A thing that cannot be read, whyever, must not keep all others from being read.
    if (!(error instanceof RequestFailed) && !(error instanceof UserError) && isAtRisk(need)) {
      session.effects.report.warn(
        `Run ${entry.run_id}: its ${MISSING[need]} cannot be read: ${describe(error)}`,
      );
      return giveUp(session, need, entry, "unreadable", describe(error));
    }
    if (!(error instanceof RequestFailed) || error.failure === "unauthorized") throw error;
    if (error.failure === "stopped") return session.stop(error.message);
    if (error.failure === "not_found") return giveUp(session, need, entry, "not_found", error.message);
    postpone(session, need, entry);
    if (session.backlog.fail(entry))
      await giveUp(
        session,
        need,
        entry,
        error.failure === "forbidden" ? "forbidden" : "gave_up",
        error.message,
      );
  }
}

/** Leaves the attempt to the next sync, however often this one comes by. */
export function postpone(session: SyncSession, need: Need, entry: PendingRun): void {
  session.postponed.add(nameOf(entry, need));
}

export function isPostponed(session: SyncSession, need: Need, entry: PendingRun): boolean {
  return session.postponed.has(nameOf(entry, need));
}

/** What strangers have made is opened for these. */
const isAtRisk = (need: Need) => need === "reading" || need === "telemetry";

const nameOf = (entry: PendingRun, need: Need) => `${entry.run_id}/${entry.run_attempt} ${need}`;

/** Nobody will ask for it again: the ledger says why, and a run without its jobs is a summary. */
export async function giveUp(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  reason: LedgerEntry["reason"],
  message: string,
): Promise<void> {
  session.backlog.miss({ ...entry, missing: MISSING[need], reason, message });
  session.backlog.done(entry, need);
  if (MISSING[need] !== "jobs") return;
  const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
  if (run && run.detail === "pending") session.put({ ...run, detail: "summary" });
}
