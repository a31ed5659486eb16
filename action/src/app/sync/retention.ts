import type { SyncSession } from "#app/sync/session.ts";
import type { Run } from "#core/records/run.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { addDays, dayOf } from "#core/time.ts";

/**
 * Drops the jobs of runs older than the configuration keeps them; their rows stay. Only days that have just
 * grown too old are looked at, and some before them for syncs that did not happen: what is older was done then.
 */
const DAYS_LOOKED_AT = 62;

export async function dropOldJobs(session: SyncSession): Promise<void> {
  const { store } = session.effects;
  const keep = session.options.config.retention["detail-days"];
  const end = addDays(dayOf(session.startedAt), -keep);
  const start = addDays(end, -DAYS_LOOKED_AT);
  for (const day of await store.days("runs")) {
    if (day < start || day >= end) continue;
    for (const run of await store.rewrite("runs", day, withoutJobs)) {
      const message = `jobs are kept for ${keep} days (retention.detail-days)`;
      session.backlog.miss({ ...attemptOf(run), missing: "jobs", reason: "retention", message });
      session.noteChange();
    }
  }
}

/** The form that sampling gives, too. */
function withoutJobs(run: Run): Run {
  return run.jobs === null ? run : { ...run, detail: "summary", jobs: null };
}
