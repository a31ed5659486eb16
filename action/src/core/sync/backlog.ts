import { attemptKey } from "#core/records/run.ts";
import type { LedgerEntry, Need, PendingRun } from "#core/records/state.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** So many syncs try to fetch a thing before it goes into the ledger for good. */
export const MAX_TRIES = 5;

/** Ledger messages are for a glance; GitHub's can be pages. */
const MAX_MESSAGE = 200;

type Attempt = { id: number; run_attempt: number; workflow_id: number; created_at: Utc };
type Missing = LedgerEntry["missing"];

/** What of the ledger answers which need: what is listed there as missing is not asked again. */
const ANSWERED_BY: Readonly<Record<Need, Missing | null>> = {
  completion: "jobs",
  attempts: null,
  jobs: "jobs",
  artifacts: "artifacts",
  pull_requests: "pull_requests",
  reading: "reading",
  telemetry: "telemetry",
};

const lineOf = (entry: { run_id: number; run_attempt: number; missing: Missing }) =>
  `${attemptKey(entry)} ${entry.missing}`;

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

  constructor(pending: readonly PendingRun[], ledger: readonly LedgerEntry[]) {
    this.replace(pending, ledger);
  }

  /** Takes another list of work for its own: that of two syncs, merged. */
  replace(pending: readonly PendingRun[], ledger: readonly LedgerEntry[]): void {
    this.#pending = new Map(pending.map((entry) => [attemptKey(entry), entry]));
    this.#ledger = new Map(ledger.map((entry) => [lineOf(entry), entry]));
  }

  /** Replaces what is pending for an attempt. Tries are kept while something it lacked is still lacking. */
  plan(run: Attempt, needs: readonly Need[]): void {
    const key = `${run.id}/${run.run_attempt}`;
    const open = needs.filter((need) => {
      const missing = ANSWERED_BY[need];
      return missing === null || !this.isMissing(run.id, run.run_attempt, missing);
    });
    if (open.length === 0) {
      this.#pending.delete(key);
      return;
    }
    const before = this.#pending.get(key);
    this.#pending.set(key, {
      ...attemptOf(run),
      workflow_id: run.workflow_id,
      needs: open,
      tries: before?.needs.some((need) => open.includes(need)) ? before.tries : 0,
    });
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
    const needs = current.needs.filter((open) => open !== need);
    if (needs.length === 0) this.#pending.delete(attemptKey(entry));
    else this.#pending.set(attemptKey(entry), { ...current, needs, tries: 0 });
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

  /** Lists a thing as missing, for ever; the first reason stands. */
  miss({ run_id, run_attempt, day, missing, reason, message }: LedgerEntry): void {
    const entry = { run_id, run_attempt, day, missing, reason, message: message.slice(0, MAX_MESSAGE) };
    if (!this.#ledger.has(lineOf(entry))) this.#ledger.set(lineOf(entry), entry);
  }

  isMissing(runId: number, attempt: number, missing: Missing): boolean {
    return this.reasonOf(runId, attempt, missing) !== null;
  }

  /** Why it is listed as missing; null when it is not. */
  reasonOf(runId: number, attempt: number, missing: Missing): LedgerEntry["reason"] | null {
    return this.#ledger.get(lineOf({ run_id: runId, run_attempt: attempt, missing }))?.reason ?? null;
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
