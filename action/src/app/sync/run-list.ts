import type { Page } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import { readRows } from "#app/sync/rows.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Run } from "#core/records/run.ts";
import type { Window } from "#core/records/state.ts";
import { remainder } from "#core/sync/window.ts";
import type { Utc } from "#core/time.ts";

/** A list of runs while it is read page by page, and what its pages have shown so far. */
export class RunList {
  /** Run objects read, those that could not be understood included. */
  length = 0;
  oldest: Utc | null = null;
  newest: Utc | null = null;
  isAtEnd = false;
  /** The sync had to stop before the end. */
  isBrokenOff = false;
  #pages: AsyncGenerator<Page, void> | null = null;
  /** Newest first so far, as GitHub does and does not promise. */
  #inOrder = true;

  /** @returns the news of the next page; null when the sync has to stop here */
  async read(session: SyncSession, created: Window | null): Promise<Run[] | null> {
    this.#pages ??= everyPage((next) => session.effects.github.runs(created, next));
    const pages = this.#pages;
    const page = await session.need(async () => (await pages.next()).value ?? { items: [], next: null });
    const rows = page && (await readRows(session, page.items));
    if (page === null || rows === null) {
      this.isBrokenOff = true;
      return null;
    }
    this.length += page.items.length;
    for (const time of rows.created) this.#note(time);
    this.isAtEnd = page.next === null;
    return rows.news;
  }

  /** What of the window is still to be listed; null when that cannot be told from the whole. */
  remainderOf(window: Window): Window[] | null {
    return this.length === 0 ? null : remainder(window, this.oldest, this.#inOrder);
  }

  #note(created: Utc): void {
    this.#inOrder &&= this.oldest === null || created <= this.oldest;
    if (this.oldest === null || created < this.oldest) this.oldest = created;
    if (this.newest === null || created > this.newest) this.newest = created;
  }
}
