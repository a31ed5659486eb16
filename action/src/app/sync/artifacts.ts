import type { Page } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import { entry } from "#core/entry.ts";
import { count } from "#core/format.ts";
import type { Artifact } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import type { Utc } from "#core/time.ts";

/** Pages of the repository's list that one sync reads at most. */
const MAX_PAGES = 50;
/** More than these of one run nobody looks through, nor are they kept; the newest come first. */
const MOST_OF_RUN = 1_000;
const TOO_MANY = `GitHub lists more than ${count(MOST_OF_RUN)} artifacts; these are the newest`;

/** The repository's list of artifacts, newest first, as far as it has been read: a page tells those of many runs. */
class ArtifactList {
  readonly byRun = new Map<number, Artifact[]>();
  #pages = 0;
  #isAtEnd = false;
  readonly #list: AsyncGenerator<Page, void>;
  /** Artifacts younger than this are all here; null before the first page, empty after the last. */
  #since: Utc | "" | null = null;

  constructor({ effects }: SyncSession) {
    this.#list = everyPage((next) => effects.github.artifacts(next));
  }

  /** An artifact is younger than its run, so a run younger than the list's end has all of its own here. */
  tellsOf(created: Utc | undefined): boolean {
    return this.#since !== null && (created ?? "") > this.#since;
  }

  /** Whether the next page costs less than asking for so many runs one by one. */
  isWorthReading(unreported: number): boolean {
    return !this.#isAtEnd && this.#pages < MAX_PAGES && unreported > this.#pages + 1;
  }

  /** Whether another page was there. Where GitHub has no list, and once is no proof, each run is asked. */
  async isRead(): Promise<boolean> {
    try {
      await this.#readPage();
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      this.#isAtEnd = true;
      return false;
    }
  }

  async #readPage(): Promise<void> {
    const { value: page } = await this.#list.next();
    this.#pages += 1;
    for (const payload of page?.items ?? []) {
      const { value } = readArtifact(payload);
      if (value === null) continue;
      if (value.runId !== null) entry(this.byRun, value.runId, () => []).push(value.artifact);
      this.#since = value.artifact.created_at ?? this.#since;
    }
    if (page?.next == null) [this.#isAtEnd, this.#since] = [true, ""];
  }
}

/**
 * Artifacts of ended runs, from the repository's list as long as that costs less than asking for the remaining runs
 * one by one.
 */
export function artifacts(session: SyncSession): Stage {
  const list = new ArtifactList(session);
  const created = new Map<PendingRun, Utc>();
  const isReported = (entry: PendingRun) => list.tellsOf(created.get(entry));
  return {
    need: "artifacts",
    label: "Artifacts",
    isAtRisk: false,
    async pending() {
      const entries = session.backlog.lacking("artifacts");
      for (const entry of entries) {
        const run = await session.stored(entry);
        if (run) created.set(entry, run.created_at);
      }
      while (list.isWorthReading(entries.filter((entry) => !isReported(entry)).length))
        if ((await session.need(() => list.isRead())) === null) break;
      return entries;
    },
    async fetch(entry, run) {
      if (run.artifacts !== null) return { kind: "done" };
      const found = isReported(entry) ? (list.byRun.get(run.id) ?? []) : await artifactsOf(session, run.id);
      // Pages move while they are read, so an artifact may have come twice.
      const once = [...new Map(found.map((artifact) => [artifact.id, artifact])).values()];
      const artifacts = once.slice(0, MOST_OF_RUN).sort((a, b) => a.id - b.id);
      const unreadable = once.length > artifacts.length ? [TOO_MANY] : [];
      return { kind: "record", run: { ...run, artifacts }, unreadable };
    },
  };
}

async function artifactsOf({ effects }: SyncSession, runId: number): Promise<Artifact[]> {
  const found: Artifact[] = [];
  for await (const page of everyPage((next) => effects.github.runArtifacts(runId, next))) {
    found.push(...page.items.flatMap((payload) => readArtifact(payload).value?.artifact ?? []));
    if (found.length > MOST_OF_RUN) break;
  }
  return found;
}
