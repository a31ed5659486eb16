import { apply, isPostponed } from "#app/sync/apply.ts";
import { type Outcome, outcomeOf } from "#app/sync/outcome.ts";
import type { SyncSession } from "#app/sync/session.ts";
import { describe, UserError } from "#core/errors.ts";
import type { Run } from "#core/records/run.ts";
import type { Need, PendingRun } from "#core/records/state.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { MOST_DEATHS } from "#core/sync/suspects.ts";

/** One kind of work on pending attempts: a row in the order of spending (`sync.ts`). */
export type Stage = {
  need: Need;
  label: string;
  /** Strangers have made what it opens: one after the other, and noted before, for it may be the last we do. */
  isAtRisk: boolean;
  /** What of the backlog this sync may come to, in the order of its turn. */
  pending(): Promise<PendingRun[]>;
  /** Told which are next, before the first of them is fetched. */
  begin?(entries: readonly PendingRun[]): void;
  /** Rejects with `RequestFailed` where GitHub refuses. `run` is as stored. */
  fetch(entry: PendingRun, run: Run): Promise<Outcome>;
};

/** Attempts worked off between two savings: what a killed sync has to ask again. */
const BATCH = 200;
const SLOW_BATCH = 20;

/** Works off what is pending of a stage, as far as time, budget and limits reach. */
export async function work(session: SyncSession, stage: Stage): Promise<void> {
  if (session.stopped !== null) return;
  const entries = (await stage.pending()).filter((entry) => !isPostponed(session, stage.need, entry));
  if (entries.length === 0) return;
  if (stage.isAtRisk) await oneByOne(session, stage, entries);
  else await together(session, stage, entries);
}

async function together(session: SyncSession, stage: Stage, entries: readonly PendingRun[]): Promise<void> {
  for (let start = 0; start < entries.length && session.stopped === null; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    await Promise.all(batch.map((entry) => one(session, stage, entry)));
    await session.save();
    if (session.stopped === null)
      session.effects.report.progress(stage.label, start + batch.length, entries.length);
  }
}

/**
 * What is about to be opened is noted where it outlives us: a sync that dies over it cannot say so any more. What
 * one died over comes last and alone; what two died over is given up.
 */
async function oneByOne(session: SyncSession, stage: Stage, entries: readonly PendingRun[]): Promise<void> {
  const { need } = stage;
  const suspects = await session.checkpoints.suspects();
  const open: PendingRun[] = [];
  for (const entry of entries) {
    const deaths = suspects.deathsOf(entry, need);
    if (deaths < MOST_DEATHS) open.push(entry);
    else {
      const message = `${deaths} syncs ended while it was read`;
      await apply(session, need, entry, { kind: "missing", reason: "gave_up", message });
      suspects.clear(entry, need);
    }
  }
  const isSuspect = (entry: PendingRun) => suspects.deathsOf(entry, need) > 0;
  const groups = [
    open.filter((entry) => !isSuspect(entry)),
    // The last of a group are the least likely to have been reached, so they come first.
    ...open
      .filter(isSuspect)
      .reverse()
      .map((entry) => [entry]),
  ];
  let done = 0;
  for (const group of groups) {
    if (group.length === 0 || session.stopped !== null) continue;
    await session.checkpoints.note(group, need);
    stage.begin?.(group);
    for (const entry of group) {
      await one(session, stage, entry);
      done += 1;
      if (done % SLOW_BATCH === 0 || session.checkpoints.isDue) await session.save();
      if (session.stopped !== null) break;
      session.effects.report.progress(stage.label, done, open.length);
    }
    // Which of them were read is known only when the sync did not have to stop.
    if (session.stopped === null) for (const entry of group) suspects.clear(entry, need);
    await session.save();
  }
}

/** A failure concerns one attempt: it is tried again by later syncs and at last given up into the ledger. */
async function one(session: SyncSession, stage: Stage, entry: PendingRun): Promise<void> {
  const over = session.mustEnd();
  if (over !== null) session.stop(over);
  if (session.stopped !== null) return;
  await apply(session, stage.need, entry, await fetched(session, stage, entry));
}

async function fetched(session: SyncSession, stage: Stage, entry: PendingRun): Promise<Outcome> {
  const run = await session.stored(entry);
  if (run === undefined) return { kind: "done" };
  try {
    return await stage.fetch(entry, run);
  } catch (error) {
    const isOurs = error instanceof RequestFailed || error instanceof UserError;
    if (isOurs || !stage.isAtRisk) return outcomeOf(error);
    // A thing that cannot be read, whyever, must not keep all others from being read.
    const message = describe(error);
    session.effects.report.warn(`${stage.label} of run ${entry.run_id} cannot be read: ${message}`);
    return { kind: "missing", reason: "unreadable", message };
  }
}
