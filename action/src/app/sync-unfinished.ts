import { accept, readRows } from "#app/sync-rows.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { giveUp, workOff } from "#app/sync-work.ts";
import { addDays, dayOf } from "#core/time.ts";

/** GitHub ends a run after 35 days at the latest; one that still runs then never tells. */
const MAX_DAYS = 40;

/** Asks after runs that had not ended when they were last seen, unless this sync's lists have shown them. */
export async function revisitUnfinished(session: SyncSession): Promise<void> {
  const { github } = session.effects;
  const oldest = addDays(dayOf(session.startedAt), -MAX_DAYS);
  const entries = session.backlog
    .lacking("completion")
    .filter((entry) => !session.seen.has(entry.run_id) && entry.run_id !== session.options.ownRunId);
  await workOff(session, "Unfinished runs", "completion", entries, async (entry) => {
    if (entry.day < oldest)
      return giveUp(session, "completion", entry, "gave_up", `it has not ended in ${MAX_DAYS} days`);
    const rows = await readRows(session, [await github.run(entry.run_id)]);
    if (rows !== null) await accept(session, rows.news);
  });
}
