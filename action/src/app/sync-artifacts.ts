import type { Page } from "#app/effects.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { planTelemetry } from "#app/sync-telemetry.ts";
import { workOff } from "#app/sync-work.ts";
import type { Artifact } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import type { Utc } from "#core/time.ts";

/** Pages of the repository's list that one sync reads at most. */
const MAX_PAGES = 50;

/** As far as the repository's list has been read. */
export type ArtifactList = {
  byRun: Map<number, Artifact[]>;
  /** Artifacts younger than this are all here; null before the first page, empty after the last. */
  since: Utc | "" | null;
  next: string | null;
  pages: number;
};

/**
 * Artifacts of ended runs, from the repository's list: one page tells those of many runs. It is read on while
 * that costs less than asking for the remaining runs one by one.
 */
export async function fetchArtifacts(session: SyncSession): Promise<void> {
  const entries = session.backlog.lacking("artifacts");
  if (entries.length === 0 || session.stopped !== null) return;
  session.artifacts ??= { byRun: new Map(), since: null, next: null, pages: 0 };
  const list = session.artifacts;
  const created = new Map<PendingRun, Utc>();
  for (const entry of entries) {
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    if (run) created.set(entry, run.created_at);
  }
  // An artifact is younger than its run, so a run younger than the list's end has all of its own here.
  const isTold = (entry: PendingRun) => list.since !== null && (created.get(entry) ?? "") > list.since;
  const untold = () => entries.filter((entry) => !isTold(entry));
  while (isWorthReading(list, untold().length)) {
    const page = await session.need(() => session.effects.github.artifacts(list.next));
    if (page === null) break;
    readPage(list, page);
  }
  const told = entries.filter(isTold);
  for (const entry of told) await attach(session, entry, list.byRun.get(entry.run_id) ?? []);
  await workOff(session, "Artifacts", "artifacts", untold(), async (entry) => {
    await attach(session, entry, await artifactsOf(session, entry.run_id));
  });
}

function isWorthReading(list: ArtifactList, untold: number): boolean {
  const hasMore = list.pages === 0 || list.next !== null;
  return hasMore && list.pages < MAX_PAGES && untold > list.pages + 1;
}

function readPage(list: ArtifactList, page: Page): void {
  for (const payload of page.items) {
    const { value } = readArtifact(payload);
    if (value === null) continue;
    if (value.runId !== null)
      list.byRun.set(value.runId, [...(list.byRun.get(value.runId) ?? []), value.artifact]);
    list.since = value.artifact.created_at ?? list.since;
  }
  list.pages += 1;
  list.next = page.next;
  if (page.next === null) list.since = "";
}

async function artifactsOf(session: SyncSession, runId: number): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  let next: string | null = null;
  do {
    const page: Page = await session.effects.github.runArtifacts(runId, next);
    artifacts.push(...page.items.flatMap((payload) => readArtifact(payload).value?.artifact ?? []));
    next = page.next;
  } while (next !== null);
  return artifacts;
}

/** Pages move while they are read, so an artifact may have come twice. */
async function attach(session: SyncSession, entry: PendingRun, found: readonly Artifact[]): Promise<void> {
  const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
  if (run && run.artifacts === null) {
    const artifacts = [...new Map(found.map((artifact) => [artifact.id, artifact])).values()];
    session.put({ ...run, artifacts: artifacts.sort((a, b) => a.id - b.id) });
    session.counts.artifactsAdded += artifacts.length;
  }
  session.backlog.done(entry, "artifacts");
  const stored = await session.stored(entry.day, entry.run_id, entry.run_attempt);
  if (stored) await planTelemetry(session, stored);
}
