import { isTold } from "#app/sync/is-told.ts";
import type { SyncSession } from "#app/sync/session.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import { roleOf } from "#core/outcome.ts";
import { hasEnded } from "#core/records/ended.ts";
import { type Run, runKey } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { needsOf } from "#core/sync/needs.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** GitHub deletes attempts after this many; nobody has more. */
const MAX_ATTEMPTS = 51;

/**
 * What a stored attempt still lacks, as pending work. With the latest attempt come the earlier ones, because a
 * sync killed before it saved its state may have stored them and forgotten.
 */
export async function plan(session: SyncSession, run: Run): Promise<void> {
  const { backlog } = session;
  const attempts = await session.attempts.of(dayOf(run.created_at));
  const at = (attempt: number) => attempts.get(runKey({ id: run.id, run_attempt: attempt }));
  for (let later = run.run_attempt + 1; later <= MAX_ATTEMPTS; later += 1)
    if (at(later) !== undefined) return planOne(session, run, false, false);
  backlog.supersede(run);
  for (let earlier = 1; earlier < run.run_attempt; earlier += 1) {
    const stored = at(earlier);
    if (stored !== undefined && hasEnded(stored)) await planOne(session, stored, false, false);
  }
  await planOne(session, run, true, (await missingAttempts(session, attemptOf(run))).length > 0);
}

/** The earlier attempts that are neither stored as ended nor listed as missing. */
export async function missingAttempts(
  { attempts, backlog }: SyncSession,
  { day, run_id, run_attempt }: Pick<PendingRun, "day" | "run_id" | "run_attempt">,
): Promise<number[]> {
  const known = await attempts.of(day);
  return Array.from({ length: run_attempt - 1 }, (_, index) => index + 1).filter((attempt) => {
    const stored = known.get(runKey({ id: run_id, run_attempt: attempt }));
    const isHere = stored !== undefined && hasEnded(stored);
    return !isHere && !backlog.isMissing(run_id, attempt, "attempt");
  });
}

async function planOne(
  session: SyncSession,
  run: Run,
  isLatest: boolean,
  lacksAttempts: boolean,
): Promise<void> {
  const { backlog, wanted } = session;
  const known = {
    isLatest,
    lacksAttempts,
    isWithoutArtifacts: backlog.isMissing(run.id, run.run_attempt, "artifacts"),
    isRead: wanted.readings && (await isRead(session, run)),
    supersededBy: wanted.readings ? await supersededBy(session, run) : null,
    isReported: await isTold(session, run),
  };
  // Others are fetched meanwhile: what it has by now counts, or it would be asked for again.
  const now = (await session.attempts.of(dayOf(run.created_at))).get(runKey(run)) ?? run;
  backlog.plan(now, needsOf(now, known, wanted));
}

/** By today's rules where every failure is to be read, else by whichever there were. */
async function isRead({ learned, options }: SyncSession, run: Run): Promise<boolean> {
  const rules = await learned.rulesOfReading(run);
  if (rules === null) return false;
  const isAnew = options.analyzeFailures === "all" && roleOf(run) === "failure" && run.detail === "full";
  return !isAnew || rules >= RULES_VERSION;
}

/** When the first newer run of the same workflow and branch came while this one went on. */
export async function supersededBy({ attempts }: SyncSession, run: Run): Promise<Utc | null> {
  if (run.conclusion !== "cancelled" || run.updated_at === null) return null;
  const ended = run.updated_at;
  const days = new Set([dayOf(run.created_at), dayOf(ended)]);
  const newer: Utc[] = [];
  for (const day of days)
    for (const other of (await attempts.of(day)).values())
      if (
        other.workflow_id === run.workflow_id &&
        other.head_branch === run.head_branch &&
        other.head_repository === run.head_repository &&
        other.created_at > run.created_at &&
        other.created_at <= ended
      )
        newer.push(other.created_at);
  return newer.sort().at(-1) ?? null;
}
