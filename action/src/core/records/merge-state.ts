import { compare, compareText, greater } from "#core/records/order.ts";
import { attemptKey } from "#core/records/run.ts";
import type { LedgerEntry, PendingRun, State, Window } from "#core/records/state.ts";
import { addSeconds } from "#core/time.ts";

/**
 * What is left to do after two syncs that both started from `base` (null: from nothing). Work that either of them
 * finished is done, for its records are merged too; work that either found is kept. In doubt something is fetched
 * again rather than lost.
 */
export function mergeState(base: State | null, ours: State, theirs: State): State {
  const { covered, gap } = mergeCovered(ours.covered, theirs.covered);
  const windows = mergeSets(
    base?.backfill,
    ours.backfill,
    theirs.backfill,
    (window) => `${window.from} ${window.to}`,
  );
  return canonicalState({
    schema_version: ours.schema_version,
    covered,
    backfill: gap === null ? windows : [...windows, gap],
    pending: mergePending(base?.pending, ours.pending, theirs.pending),
    ledger: mergeSets(base?.ledger, ours.ledger, theirs.ledger, ledgerKey),
    own_workflow_id: ours.own_workflow_id ?? theirs.own_workflow_id,
    ...mergeRetention(ours.retention, theirs.retention),
  });
}

/** Where they differ the longer time counts as applied, so that the next sync looks at all days again. */
function mergeRetention(a: State["retention"], b: State["retention"]): Pick<State, "retention"> {
  if (a === undefined || b === undefined) return {};
  const longer = (key: keyof typeof a) => Math.max(a[key], b[key]);
  return {
    retention: {
      "detail-days": longer("detail-days"),
      "telemetry-days": longer("telemetry-days"),
      "excerpts-days": longer("excerpts-days"),
    },
  };
}

/** The same state in its one order: windows newest first, the rest by run. */
export function canonicalState(state: State): State {
  return {
    ...state,
    backfill: [...state.backfill].sort((a, b) => compare(b.to, a.to) || compare(b.from, a.from)),
    pending: [...state.pending].sort(byRun).map((run) => ({ ...run, needs: [...new Set(run.needs)].sort() })),
    ledger: [...state.ledger].sort(
      (a, b) => byRun(a, b) || compare(a.missing, b.missing) || (a.pull ?? 0) - (b.pull ?? 0),
    ),
  };
}

/** Two stretches that touch are one. Of two apart the later counts, and all before it is listed again. */
function mergeCovered(a: Window | null, b: Window | null): { covered: Window | null; gap: Window | null } {
  if (a === null || b === null) return { covered: a ?? b, gap: null };
  const [early, late] = compare(a.from, b.from) <= 0 ? [a, b] : [b, a];
  if (addSeconds(early.to, 1) < late.from) return { covered: late, gap: { from: early.from, to: late.from } };
  return { covered: { from: early.from, to: early.to > late.to ? early.to : late.to }, gap: null };
}

/** Merged need by need: one sync may have fetched the jobs of a run and the other its artifacts. */
function mergePending(
  base: readonly PendingRun[] | undefined,
  ours: readonly PendingRun[],
  theirs: readonly PendingRun[],
): PendingRun[] {
  const single = (runs: readonly PendingRun[]) =>
    runs.flatMap((run) => run.needs.map((need) => ({ ...run, needs: [need] })));
  const merged = new Map<string, PendingRun>();
  for (const run of mergeSets(base && single(base), single(ours), single(theirs), needKey)) {
    const known = merged.get(attemptKey(run));
    merged.set(attemptKey(run), {
      ...run,
      needs: [...(known?.needs ?? []), ...run.needs],
      tries: Math.max(known?.tries ?? 0, run.tries),
    });
  }
  return [...merged.values()];
}

/** What both have, and what one has and base had not; what one of them removed from base is gone. */
function mergeSets<T>(
  base: readonly T[] | undefined,
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (entry: T) => string,
): T[] {
  const before = new Set(base?.map(keyOf));
  const left = new Map(ours.map((entry) => [keyOf(entry), entry]));
  const right = new Map(theirs.map((entry) => [keyOf(entry), entry]));
  const merged: T[] = [];
  for (const [key, entry] of new Map([...left, ...right])) {
    const other = left.get(key);
    if (other !== undefined && right.has(key))
      merged.push(greater(entry, other, compareText)); // any choice will do, if both make it;
    else if (!before.has(key)) merged.push(entry);
  }
  return merged;
}

const needKey = (run: PendingRun) => `${attemptKey(run)} ${run.needs.join()}`;
const ledgerKey = (entry: LedgerEntry) => `${attemptKey(entry)} ${entry.missing} ${entry.pull}`;

type RunKey = { run_id: number; run_attempt: number };
const byRun = (a: RunKey, b: RunKey) => a.run_id - b.run_id || a.run_attempt - b.run_attempt;
