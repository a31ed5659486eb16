import { accept, isOnlyOwn } from "#app/sync/rows.ts";
import { RunList } from "#app/sync/run-list.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Run } from "#core/records/run.ts";
import type { Window } from "#core/records/state.ts";
import { CAP, lookbackStart, OVERLAP_SECONDS, PAGE, recheckWindow, since } from "#core/sync/window.ts";
import { addSeconds, type Utc } from "#core/time.ts";

/** Rows that are stored before the list goes on. */
const BATCH = 1000;

/**
 * Lists what is new: everything since the newest run that is stored, an hour of overlap included, or the newest
 * window of the first sync. The list moves while it is read; what is seen twice is stored once.
 */
export async function listNew(session: SyncSession): Promise<void> {
  planBackfill(session);
  if (session.scope.covered === null) {
    while (session.scope.covered === null && session.scope.backfill.length > 0 && session.stopped === null)
      await listNextWindow(session);
    return;
  }
  const edge = addSeconds(session.scope.covered.to, -OVERLAP_SECONDS);
  const list = new RunList();
  let news: Run[] = [];
  let hasStored = false;
  while (!list.isAtEnd && (list.oldest === null || list.oldest >= edge)) {
    const found = await list.read(session, null);
    if (found === null) break;
    news.push(...found);
    if (news.length >= BATCH) {
      await accept(session, news);
      await session.save();
      [news, hasStored] = [[], true];
    }
  }
  // Beyond a page it is worth a commit to remember how far we looked, or the way grows with every sync.
  const isQuiet = !hasStored && list.length <= PAGE && isOnlyOwn(session, news);
  if (list.newest === null || isQuiet) return;
  await accept(session, news);
  if (list.isBrokenOff) {
    const gap = { from: edge, to: list.newest };
    session.scope.backfill.unshift(...(list.remainderOf(gap) ?? [gap]));
  }
  session.scope.covered = {
    from: session.scope.covered.from,
    to: later(session.scope.covered.to, list.newest),
  };
}

/**
 * Lists the newest window of the backfill. GitHub serves at most 1,000 runs of one; the next window then begins
 * where the list broke off. The same goes for a list that the sync could not finish, so that even the smallest
 * budget gets on.
 */
export async function listNextWindow(session: SyncSession): Promise<void> {
  const [window, ...others] = session.scope.backfill;
  if (window === undefined) return;
  const list = new RunList();
  while (!list.isAtEnd) {
    const news = await list.read(session, window);
    if (news === null) break;
    await accept(session, news);
  }
  const isWhole = list.isAtEnd && list.length < CAP;
  // Where nothing can be left out, a list at its end has shown what there is to see.
  const rest = isWhole ? [] : (list.remainderOf(window) ?? (list.isAtEnd ? [] : [window]));
  session.scope.backfill = [...rest, ...others];
  session.scope.covered = extended(session.scope.covered, isWhole ? window.from : list.oldest, list.newest);
}

/**
 * Lists one past day again, because re-runs keep their `created_at` and never show up as new. Anything of that
 * day that was missed is found, too.
 */
export async function recheck(session: SyncSession): Promise<void> {
  if (session.scope.covered === null) return;
  const day = since(recheckWindow(session.startedAt), session.scope.covered.from);
  const windows = day === null ? [] : [day];
  const news: Run[] = [];
  for (let window = windows.shift(); window !== undefined; window = windows.shift()) {
    const list = new RunList();
    while (!list.isAtEnd) {
      const found = await list.read(session, window);
      if (found === null) return;
      news.push(...found);
    }
    if (list.length >= CAP) windows.push(...(list.remainderOf(window) ?? []));
  }
  if (!isOnlyOwn(session, news)) await accept(session, news);
}

/** The first sync's window, and an older one when `lookback-days` has grown since. */
function planBackfill(session: SyncSession): void {
  const from = lookbackStart(session.startedAt, session.options.lookbackDays);
  const start = session.scope.start;
  if (start === null) session.scope.backfill = [{ from, to: session.startedAt }];
  else if (from < start) session.scope.backfill.push({ from, to: addSeconds(start, -1) });
}

/**
 * Up to the newest run seen, not to the end of the window: nobody's clock is trusted. A repository without runs
 * is covered up to where the window began.
 */
function extended(covered: Window | null, from: Utc | null, newest: Utc | null): Window | null {
  if (from === null) return covered;
  if (covered === null) return { from, to: newest ?? from };
  return { from: from < covered.from ? from : covered.from, to: later(covered.to, newest) };
}

function later<T extends Utc | null>(a: T, b: Utc | null): T | Utc {
  return a === null ? (b ?? a) : b === null || a >= b ? a : b;
}
