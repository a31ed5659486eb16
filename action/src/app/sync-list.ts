import { accept, isOnlyOwn, type Rows, readRows } from "#app/sync-rows.ts";
import type { SyncSession } from "#app/sync-session.ts";
import type { Run } from "#core/records/run.ts";
import type { Window } from "#core/records/state.ts";
import { bisect, CAP, lookbackStart, OVERLAP_SECONDS, recheckWindow, since } from "#core/sync/window.ts";
import { addSeconds, type Utc } from "#core/time.ts";

/** Rows that are stored before the list goes on. */
const BATCH = 1000;

/**
 * Lists what is new: everything since the newest run that is stored, an hour of overlap included, or the newest
 * window of the first sync. The list moves while it is read; what is seen twice is stored once.
 */
export async function listNew(session: SyncSession): Promise<void> {
  planBackfill(session);
  if (session.covered === null) {
    while (session.covered === null && session.backfill.length > 0 && session.stopped === null)
      await listNextWindow(session);
    return;
  }
  const edge = addSeconds(session.covered.to, -OVERLAP_SECONDS);
  let news: Run[] = [];
  let [next, oldest, newest, stored]: [string | null, Utc | null, Utc | null, boolean] = [
    null,
    null,
    null,
    false,
  ];
  do {
    const page = await session.need(() => session.effects.github.runs(null, next));
    if (page === null) break;
    const rows: Rows = await readRows(session, page.items);
    news.push(...rows.news);
    [oldest, newest, next] = [rows.oldest ?? oldest, later(newest, rows.newest), page.next];
    if (news.length >= BATCH) {
      await accept(session, news);
      await session.save();
      [news, stored] = [[], true];
    }
  } while (next !== null && (oldest === null || oldest >= edge));
  if (newest === null || (!stored && isOnlyOwn(session, news))) return;
  await accept(session, news);
  if (session.stopped !== null && next !== null) session.backfill.unshift({ from: edge, to: newest });
  session.covered = { from: session.covered.from, to: later(session.covered.to, newest) };
  await session.save();
}

/**
 * Lists the newest window of the backfill. Windows with more runs than GitHub serves for one are halved, and so
 * are those that a sync could not finish, so that even the smallest budget gets on.
 */
export async function listNextWindow(session: SyncSession): Promise<void> {
  const window = session.backfill[0];
  if (window === undefined) return;
  let [next, newest, listed]: [string | null, Utc | null, number] = [null, null, 0];
  do {
    const page = await session.need(() => session.effects.github.runs(window, next));
    if (page === null) {
      if (listed > 0) halve(session, window);
      await session.save();
      return;
    }
    // The count is not to be relied on, but it saves reading ten pages to find out.
    if (listed === 0 && page.next !== null && (page.total ?? 0) > CAP && halve(session, window)) return;
    const rows = await readRows(session, page.items);
    await accept(session, rows.news);
    listed += page.items.length;
    [next, newest] = [page.next, later(newest, rows.newest)];
  } while (next !== null);
  if (listed < CAP || !halve(session, window)) {
    session.backfill.shift();
    session.covered = extended(session.covered, window, newest);
  }
  await session.save();
}

/**
 * Lists one past day again, because re-runs keep their `created_at` and never show up as new. Anything of that
 * day that was missed is found, too.
 */
export async function recheck(session: SyncSession): Promise<void> {
  if (session.covered === null) return;
  const day = since(recheckWindow(session.startedAt), session.covered.from);
  const windows = day === null ? [] : [day];
  const news: Run[] = [];
  for (let window = windows.shift(); window !== undefined; window = windows.shift()) {
    let [next, listed]: [string | null, number] = [null, 0];
    const asked = window;
    do {
      const page = await session.need(() => session.effects.github.runs(asked, next));
      if (page === null) return;
      news.push(...(await readRows(session, page.items)).news);
      [next, listed] = [page.next, listed + page.items.length];
    } while (next !== null);
    if (listed >= CAP) windows.push(...(bisect(window) ?? []));
  }
  if (isOnlyOwn(session, news)) return;
  await accept(session, news);
  await session.save();
}

/** The first sync's window, and an older one when `lookback-days` has grown since. */
function planBackfill(session: SyncSession): void {
  const from = lookbackStart(session.startedAt, session.options.lookbackDays);
  const start = session.scopeStart;
  if (start === null) session.backfill = [{ from, to: session.startedAt }];
  else if (from < start) session.backfill.push({ from, to: addSeconds(start, -1) });
}

function halve(session: SyncSession, window: Window): boolean {
  const halves = bisect(window);
  if (halves === null) return false;
  session.backfill.splice(session.backfill.indexOf(window), 1, ...halves);
  return true;
}

/** Up to the newest run seen, not to the end of the window: nobody's clock is trusted. */
function extended(covered: Window | null, window: Window, newest: Utc | null): Window | null {
  if (covered === null) return newest === null ? null : { from: window.from, to: newest };
  return {
    from: window.from < covered.from ? window.from : covered.from,
    to: later(covered.to, newest),
  };
}

function later<T extends Utc | null>(a: T, b: Utc | null): T | Utc {
  return a === null ? (b ?? a) : b === null || a >= b ? a : b;
}
