import { compare } from "#core/records/order.ts";
import { attemptKey } from "#core/records/run.ts";
import type { LedgerEntry, Need, PendingRun } from "#core/records/state.ts";
import { dayOf, epoch, type Utc } from "#core/time.ts";

/** So many syncs try to fetch a thing before it goes into the ledger for good. */
export const MAX_TRIES = 5;

/** GitHub answers 404 in passing, too: what is asked for so often over a day, and is never there, is gone. */
const ABSENCES = 3;
const BETWEEN_ABSENCES_SECONDS = 11 * 3600;

/** Ledger messages are for a glance; GitHub's can be pages. */
const MAX_MESSAGE = 200;

type Attempt = { id: number; run_attempt: number; workflow_id: number; created_at: Utc };
type Missing = LedgerEntry["missing"];

/** What the ledger calls the thing that an attempt lacks; what is listed there is not asked for again. */
export const MISSING: Readonly<Record<Need, Missing>> = {
  completion: "jobs",
  // Listed for each of the earlier attempts, never for the one that lacks them.
  attempts: "attempt",
  jobs: "jobs",
  artifacts: "artifacts",
  pull_requests: "pull_requests",
  reading: "reading",
  telemetry: "telemetry",
};

const lineOf = (entry: {
  run_id: number;
  run_attempt: number;
  missing: Missing;
  pull?: number | undefined;
}) => `${attemptKey(entry)} ${entry.missing} ${entry.pull}`;

/** How pending work and the ledger name an attempt. */
export function attemptOf(
  run: Omit<Attempt, "workflow_id">,
): Pick<PendingRun, "run_id" | "run_attempt" | "day"> {
  return { run_id: run.id, run_attempt: run.run_attempt, day: dayOf(run.created_at) };
}

/**
 * The work a sync still has and the ledger of what it will never do. Every run id seen is stored, pending here,
 * or listed with the reason it is missing.
 */
export class Backlog {
  #pending = new Map<string, PendingRun>();
  #ledger = new Map<string, LedgerEntry>();
  #forgotten: ReadonlySet<number> | null = null;

  constructor(pending: readonly PendingRun[], ledger: readonly LedgerEntry[]) {
    this.replace(pending, ledger);
  }

  /** Takes another list of work for its own: that of two syncs, merged. */
  replace(pending: readonly PendingRun[], ledger: readonly LedgerEntry[]): void {
    this.#pending = new Map(pending.map((entry) => [attemptKey(entry), entry]));
    this.#ledger = new Map(ledger.map((entry) => [lineOf(entry), entry]));
    this.#forgotten = null;
  }

  /** Replaces what is pending for an attempt. Tries are kept while something it lacked is still lacking. */
  plan(run: Attempt, needs: readonly Need[]): void {
    const key = `${run.id}/${run.run_attempt}`;
    const open = needs.filter(
      (need) => need === "attempts" || !this.isMissing(run.id, run.run_attempt, MISSING[need]),
    );
    if (open.length === 0) {
      this.#pending.delete(key);
      return;
    }
    const before = this.#pending.get(key);
    const entry = {
      ...attemptOf(run),
      workflow_id: run.workflow_id,
      needs: open,
      tries: before?.needs.some((need) => open.includes(need)) ? before.tries : 0,
    };
    this.#pending.set(key, { ...entry, ...absences(before?.absent, open) });
  }

  /** Something more is to be fetched for an attempt. */
  add(run: Attempt, need: Need): void {
    this.plan(run, [...new Set([...(this.get(run.id, run.run_attempt)?.needs ?? []), need])]);
  }

  /** What nobody wants any more is not pending. */
  drop(need: Need): void {
    for (const entry of this.lacking(need)) this.done(entry, need);
  }

  /** Something an attempt lacked has come. */
  done(entry: PendingRun, need: Need): void {
    const current = this.#pending.get(attemptKey(entry));
    if (current === undefined) return;
    const { absent, ...rest } = current;
    const needs = current.needs.filter((open) => open !== need);
    if (needs.length === 0) this.#pending.delete(attemptKey(entry));
    else this.#pending.set(attemptKey(entry), { ...rest, needs, tries: 0, ...absences(absent, needs) });
  }

  /** A newer attempt has come: what only the latest attempt can lack is its business now. */
  supersede(run: { id: number; run_attempt: number }): void {
    for (let earlier = 1; earlier < run.run_attempt; earlier += 1) {
      const entry = this.#pending.get(`${run.id}/${earlier}`);
      if (entry === undefined) continue;
      for (const need of ["completion", "attempts", "artifacts"] as const) this.done(entry, need);
    }
  }

  /** A try that failed. @returns whether it was the last one */
  fail(entry: PendingRun): boolean {
    const current = this.#pending.get(attemptKey(entry)) ?? entry;
    this.#pending.set(attemptKey(entry), { ...current, tries: current.tries + 1 });
    return current.tries + 1 >= MAX_TRIES;
  }

  /** GitHub has no such thing, it says. @returns whether it has said so often enough, and long enough apart */
  absent(entry: PendingRun, need: Need, now: Utc): boolean {
    const current = this.#pending.get(attemptKey(entry)) ?? entry;
    const others = (current.absent ?? []).filter((absence) => absence.need !== need);
    const times = (this.#absenceOf(entry, need)?.times ?? 0) + 1;
    const absent = [...others, { need, times, last: now }].sort((a, b) => compare(a.need, b.need));
    this.#pending.set(attemptKey(entry), { ...current, absent });
    return times >= ABSENCES;
  }

  /** Whether what was not there is left alone for now: the next time it is asked for shall prove something. */
  isResting(entry: PendingRun, need: Need, now: Utc): boolean {
    const last = this.#absenceOf(entry, need)?.last;
    return last !== undefined && epoch(now) - epoch(last) < BETWEEN_ABSENCES_SECONDS;
  }

  #absenceOf(entry: PendingRun, need: Need) {
    return this.#pending.get(attemptKey(entry))?.absent?.find((absence) => absence.need === need);
  }

  /** Lists a thing as missing, for ever; the first reason stands. */
  miss({ run_id, run_attempt, day, missing, pull, reason, message }: LedgerEntry): void {
    const what = pull === undefined ? { missing } : { missing, pull };
    const entry = { run_id, run_attempt, day, ...what, reason, message: message.slice(0, MAX_MESSAGE) };
    if (!this.#ledger.has(lineOf(entry))) this.#ledger.set(lineOf(entry), entry);
  }

  isMissing(runId: number, attempt: number, missing: Missing): boolean {
    return this.reasonOf(runId, attempt, missing) !== null;
  }

  /** Why it is listed as missing; null when it is not. */
  reasonOf(runId: number, attempt: number, missing: Missing): LedgerEntry["reason"] | null {
    return this.#ledger.get(lineOf({ run_id: runId, run_attempt: attempt, missing }))?.reason ?? null;
  }

  /** Pull requests of which nobody will know what became of them. */
  get lostPulls(): Set<number> {
    return new Set([...this.#ledger.values()].flatMap(({ pull }) => pull ?? []));
  }

  /** Whether the run was removed on request, all its attempts, those of later too. */
  isForgotten(runId: number): boolean {
    this.#forgotten ??= new Set(
      this.ledger.flatMap(({ run_id, reason }) => (reason === "forgotten" ? run_id : [])),
    );
    return this.#forgotten.has(runId);
  }

  /** It is here after all. */
  found(runId: number, attempt: number, missing: Missing): void {
    this.#ledger.delete(lineOf({ run_id: runId, run_attempt: attempt, missing }));
  }

  get(runId: number, attempt: number): PendingRun | undefined {
    return this.#pending.get(`${runId}/${attempt}`);
  }

  lacks(entry: Pick<PendingRun, "run_id" | "run_attempt">, need: Need): boolean {
    return this.#pending.get(attemptKey(entry))?.needs.includes(need) ?? false;
  }

  /** Pending attempts that lack `need`, newest first. */
  lacking(need: Need): PendingRun[] {
    return [...this.#pending.values()]
      .filter((entry) => entry.needs.includes(need))
      .sort((a, b) => compare(b.day, a.day) || b.run_id - a.run_id || b.run_attempt - a.run_attempt);
  }

  get pending(): PendingRun[] {
    return [...this.#pending.values()];
  }

  get ledger(): LedgerEntry[] {
    return [...this.#ledger.values()];
  }
}

/** Of what is still lacking; nothing where there are none, so that most entries have no such key. */
function absences(known: PendingRun["absent"], needs: readonly Need[]): Pick<PendingRun, "absent"> {
  const absent = known?.filter(({ need }) => needs.includes(need)) ?? [];
  return absent.length === 0 ? {} : { absent };
}
