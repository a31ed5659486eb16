import type { SyncSession } from "#app/sync/session.ts";
import { KIND_NAMES, KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import type { Retention } from "#core/records/retention.ts";
import { addDays, type Day, dayOf, type Month } from "#core/time.ts";

/** Drops the details of records older than the configuration keeps them, kind by kind; their rows stay. */
export async function dropByAge(session: SyncSession): Promise<void> {
  for (const kind of KIND_NAMES) {
    const { retention } = KINDS[kind];
    if (retention !== null) await dropOfKind(session, kind, retention as Retention<Stored[typeof kind]>);
  }
  session.aging.applied(session.options.config.retention);
}

async function dropOfKind<Name extends KindName>(
  session: SyncSession,
  name: Name,
  retention: Retention<Stored[Name]>,
): Promise<void> {
  const { aging, scope, effects, options, startedAt } = session;
  const { retention: keep } = options.config;
  const end = addDays(dayOf(startedAt), -keep[retention.key]);
  for (const day of aging.among(await effects.store.days(name), end, keep, scope.start)) {
    const were = await effects.store.rewrite(name, day, retention.without);
    for (const record of were) list(session, day, record, retention);
    if (were.length > 0) session.noteChange();
  }
}

/** Without the line the next sync would fetch it again. */
function list<R extends object>(
  { backlog, options }: SyncSession,
  day: Day | Month,
  record: R,
  { key, missing, what }: Retention<R>,
): void {
  const attempt = attemptIn(record);
  if (missing === null || attempt === null) return;
  const message = `${what} are kept for ${options.config.retention[key]} days (retention.${key})`;
  backlog.miss({ ...attempt, day, missing, reason: "retention", message });
}

/** A run goes by its `id`, what else tells of it by its `run_id`. */
function attemptIn(record: object): { run_id: number; run_attempt: number } | null {
  const {
    id,
    run_id = id,
    run_attempt,
  } = record as { id?: unknown; run_id?: unknown; run_attempt?: unknown };
  return typeof run_id === "number" && typeof run_attempt === "number" ? { run_id, run_attempt } : null;
}
