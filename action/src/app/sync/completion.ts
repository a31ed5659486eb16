import { everyPage } from "#app/every-page.ts";
import { apply } from "#app/sync/apply.ts";
import { accept, readRows } from "#app/sync/rows.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import type { PendingRun } from "#core/records/state.ts";
import { isDue, MAX_DAYS, MOST_ALONE, UNFINISHED } from "#core/sync/unfinished.ts";
import { addDays, dayOf } from "#core/time.ts";

/**
 * Runs that had not ended when they were last seen, unless this sync's lists have shown them. Many are looked for in
 * lists by status: what those still show needs no request of its own.
 */
export function completion(session: SyncSession): Stage {
  const { github } = session.effects;
  return {
    need: "completion",
    label: "Unfinished runs",
    isAtRisk: false,
    async pending() {
      await giveUpOld(session);
      const due = () =>
        session.backlog
          .lacking("completion")
          .filter(
            (entry) =>
              !session.seen.has(entry.run_id) &&
              entry.run_id !== session.options.ownRunId &&
              isDue(entry, session.startedAt),
          );
      if (due().length > MOST_ALONE) await listUnfinished(session, due());
      return due();
    },
    fetch: async (entry) => ({ kind: "rows", payloads: [await github.run(entry.run_id)] }),
  };
}

async function giveUpOld(session: SyncSession): Promise<void> {
  const oldest = addDays(dayOf(session.startedAt), -MAX_DAYS);
  const message = `it has not ended in ${MAX_DAYS} days`;
  for (const entry of session.backlog.lacking("completion"))
    if (entry.day < oldest && !session.seen.has(entry.run_id))
      await apply(session, "completion", entry, { kind: "missing", reason: "gave_up", message });
}

/** Reads the lists of runs that go on, newest first, as far as the oldest that is looked for. */
async function listUnfinished(session: SyncSession, sought: readonly PendingRun[]): Promise<void> {
  const oldest = sought.reduce((day, entry) => (entry.day < day ? entry.day : day), dayOf(session.startedAt));
  const statuses = await statusesOf(session, sought);
  for (const status of UNFINISHED) {
    if (!statuses.has(status)) continue;
    const list = everyPage((next) => session.effects.github.runsWith(status, next));
    for (;;) {
      const page = await session.need(async () => (await list.next()).value ?? { items: [], next: null });
      const rows = page && (await readRows(session, page.items));
      if (page === null || rows === null) return;
      await accept(session, rows.news);
      const isPast = rows.created.some((created) => dayOf(created) < oldest);
      if (page.next === null || isPast) break;
    }
  }
}

/** A run that waits in line may have begun to run since, so that list is always looked at. */
async function statusesOf(session: SyncSession, entries: readonly PendingRun[]): Promise<Set<string | null>> {
  const runs = await Promise.all(entries.map((entry) => session.stored(entry)));
  return new Set(["in_progress", ...runs.map((run) => run?.status ?? null)]);
}
