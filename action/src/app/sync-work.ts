import type { SyncSession } from "#app/sync-session.ts";
import type { LedgerEntry, Need, PendingRun } from "#core/records/state.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

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
    if (oneByOne) for (const entry of batch) await one(session, need, entry, work);
    else await Promise.all(batch.map((entry) => one(session, need, entry, work)));
    await session.save();
    if (session.stopped === null)
      session.effects.report.progress(label, start + batch.length, entries.length);
  }
}

async function one(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  work: (entry: PendingRun) => Promise<void>,
): Promise<void> {
  if (session.stopped !== null) return;
  try {
    await work(entry);
  } catch (error) {
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
