import type { Outcome } from "#app/sync/outcome.ts";
import { missingAttempts, plan } from "#app/sync/plan.ts";
import { accept, readRows } from "#app/sync/rows.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import type { LedgerEntry, Need, PendingRun } from "#core/records/state.ts";
import { attemptOf, MISSING } from "#core/sync/backlog.ts";

/** Does what follows from an outcome: records, pending work, ledger, counts and news change here and nowhere else. */
export async function apply(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  outcome: Outcome,
): Promise<void> {
  const { backlog } = session;
  if (need === "jobs" && outcome.kind !== "done" && outcome.kind !== "stop")
    session.counts.jobsRequested += 1;
  switch (outcome.kind) {
    case "stop":
      return session.stop(outcome.reason);
    case "later":
      return postpone(session, need, entry);
    case "done":
      return backlog.done(entry, need);
    case "record":
      return keepRecord(session, need, entry, outcome.run, outcome.unreadable ?? []);
    case "rows":
      return keepRows(session, need, entry, outcome.payloads);
    case "reading":
      await keepReading(session, entry, outcome.reading);
      return backlog.done(entry, need);
    case "executions":
      return keepExecutions(session, entry, outcome);
    case "absent":
      postpone(session, need, entry);
      if (backlog.absent(entry, need, session.startedAt)) await giveUp(session, need, entry, gone(outcome));
      return;
    case "failed":
      postpone(session, need, entry);
      if (backlog.fail(entry)) await giveUp(session, need, entry, outcome);
      return;
    case "missing":
      return giveUp(session, need, entry, outcome);
  }
}

type Loss = { reason: LedgerEntry["reason"]; message: string; instead?: StoredAnalysis | null };

function gone({ message, instead }: Extract<Outcome, { kind: "absent" }>): Loss {
  return { reason: "not_found", message, instead: instead ?? null };
}

/** Leaves the attempt to the next sync, however often this one comes by. */
function postpone(session: SyncSession, need: Need, entry: PendingRun): void {
  session.postponed.add(nameOf(need, entry));
}

/** Whether the attempt is left alone by this sync. */
export function isPostponed(session: SyncSession, need: Need, entry: PendingRun): boolean {
  return (
    session.postponed.has(nameOf(need, entry)) || session.backlog.isResting(entry, need, session.startedAt)
  );
}

const nameOf = (need: Need, entry: PendingRun) => `${entry.run_id}/${entry.run_attempt} ${need}`;

async function keepRecord(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  run: Run,
  unreadable: readonly string[],
): Promise<void> {
  session.put(run);
  if (need === "jobs") session.counts.jobsFetched += 1;
  if (need === "artifacts") session.counts.artifactsAdded += run.artifacts?.length ?? 0;
  for (const message of unreadable) {
    session.counts.parseErrors += 1;
    session.backlog.miss({ ...attemptOf(run), missing: MISSING[need], reason: "unreadable", message });
  }
  session.backlog.done(entry, need);
  const stored = await session.stored(entry);
  if (stored) await plan(session, stored);
}

async function keepRows(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  payloads: readonly unknown[],
): Promise<void> {
  const rows = await readRows(session, payloads);
  if (rows === null) return;
  await accept(session, rows.news);
  // A run that is still going stays pending, and one of which earlier attempts were not there.
  if (need === "attempts" && (await missingAttempts(session, entry)).length === 0)
    session.backlog.done(entry, need);
}

async function keepReading(session: SyncSession, entry: PendingRun, reading: StoredAnalysis): Promise<void> {
  const run = await session.stored(entry);
  if (run === undefined) return;
  session.learned.putReading(run, reading);
  if (reading.source === "read") session.counts.read += 1;
  else if (reading.source === "inferred") session.counts.inferred += 1;
  else session.counts.recorded += 1;
  session.news.explained(run, reading);
}

async function keepExecutions(
  session: SyncSession,
  entry: PendingRun,
  { executions, events, problem }: Extract<Outcome, { kind: "executions" }>,
): Promise<void> {
  const run = await session.stored(entry);
  if (run === undefined) return;
  // Decisions are an audit trail: they stay as they were told first, and nobody is told again.
  const isAgain = await session.learned.hasExecutions(run);
  session.learned.putExecutions(run, executions, isAgain ? [] : events);
  session.counts.executions += executions.length;
  if (executions.length > 0 && !isAgain) session.news.reported(run);
  if (problem !== null) session.backlog.miss({ ...entry, missing: "telemetry", ...problem });
  session.backlog.done(entry, "telemetry");
}

/** Nobody will ask for it again: the ledger says why, and a run without its jobs is a summary. */
async function giveUp(
  session: SyncSession,
  need: Need,
  entry: PendingRun,
  { reason, message, instead = null }: Loss,
): Promise<void> {
  const attempts = need === "attempts" ? await missingAttempts(session, entry) : [entry.run_attempt];
  for (const run_attempt of attempts)
    session.backlog.miss({ ...entry, run_attempt, missing: MISSING[need], reason, message });
  if (instead !== null) await keepReading(session, entry, instead);
  session.backlog.done(entry, need);
  const run = await session.stored(entry);
  if (run === undefined) return;
  if (MISSING[need] === "jobs" && run.detail === "pending") session.put({ ...run, detail: "summary" });
  // What waited for it need not wait any longer.
  if (need === "artifacts") await plan(session, run);
}
