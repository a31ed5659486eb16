import type { SyncEffects, SyncOptions } from "#app/sync.ts";
import type { ArtifactList } from "#app/sync-artifacts.ts";
import { CACHED_DAYS, Learned } from "#app/sync-learned.ts";
import { type FailureNews, NEWS_SECONDS } from "#app/sync-readings.ts";
import { isOff } from "#app/sync-telemetry.ts";
import { globs } from "#core/glob.ts";
import { hasEnded } from "#core/records/ended.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { mergeRun } from "#core/records/merge.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import type { Repository } from "#core/records/repository.ts";
import { type Run, runKey } from "#core/records/run.ts";
import type { Need, PendingRun, State, Window } from "#core/records/state.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Backlog } from "#core/sync/backlog.ts";
import { outOfTime } from "#core/sync/budget.ts";
import { type DetailPolicy, Ranking } from "#core/sync/detail.ts";
import { JobsQuota } from "#core/sync/quota.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { Suspects } from "#core/sync/suspects.ts";
import { type Day, dayOf, epoch, type Utc } from "#core/time.ts";

/** How many runs of a workflow get their jobs in the first sync, unless told otherwise. */
const FIRST_SYNC_RUNS_PER_WORKFLOW = 50;

/** What a sync that is killed loses at most, and the pace of its commits. */
const CHECKPOINT_SECONDS = 120;

/** The last words of the workflow file that our README has users copy. */
const OWN_FILE = /(^|\/)agentops-data-sync\.ya?ml$/;

/**
 * One sync at work: what is stored, what was learned since the last saving, and what remains.
 *
 * Savings go shards first, then repository, then state. A sync killed between any two of them has records that
 * its state does not know of, never the reverse: what the state still calls pending is looked up in the records
 * before it is asked for, so nothing is lost and nothing is fetched twice for long.
 */
export class SyncSession {
  readonly effects: SyncEffects;
  readonly options: SyncOptions;
  readonly startedAt: Utc;
  readonly isFirst: boolean;
  readonly backlog: Backlog;
  readonly quota: JobsQuota;
  /** Filled only when runs are sampled. */
  readonly ranking: Ranking;
  /** Runs that GitHub's lists have shown in this sync. */
  readonly seen = new Set<number>();
  /** What was tried in vain and is left to the next sync: `run/attempt need`. */
  readonly postponed = new Set<string>();
  /** Attempts seen that lack a field every run has today. */
  readonly lacking = new Set<string>();
  covered: Window | null;
  backfill: Window[];
  ownWorkflowId: number | null;
  repository: Repository | null;
  /** Why nothing more is asked; null while the sync goes on. */
  stopped: string | null = null;
  changed = false;
  /** Attempts stored, once they were counted after the last saving. */
  runsTotal: number | null = null;
  /** Whether the list of workflows has been asked for in this sync. */
  askedRepository = false;
  artifacts: ArtifactList | null = null;
  /** Failures that have just happened and were explained by this sync. */
  readonly news: FailureNews[] = [];
  /** Attempts of pull requests that ended lately, and whose costs this sync learned, by key. */
  readonly spent = new Map<string, Run>();
  /** Readings of logs, and what agents did. */
  readonly learned: Learned;
  readonly counts = {
    jobsRequested: 0,
    jobsFetched: 0,
    artifactsAdded: 0,
    parseErrors: 0,
    read: 0,
    inferred: 0,
    recorded: 0,
    executions: 0,
  };

  readonly #isWanted: (text: string) => boolean;
  /** Attempts that this sync stored first, and those it found stored and changed. */
  readonly #added = new Set<string>();
  readonly #updated = new Set<string>();
  #days = new Map<Day, Map<string, Run>>();
  #unsaved = new Map<Day, Map<string, Run>>();
  /** What was saved is not published yet. */
  #unpublished = false;
  #checkpointAt: number;
  #suspects: Promise<Suspects> | null = null;
  #note: string | null = null;
  #savedState: string;
  #savedRepository: string;

  private constructor(
    effects: SyncEffects,
    options: SyncOptions,
    state: State | null,
    repository: Repository | null,
    ranking: Ranking,
  ) {
    this.effects = effects;
    this.options = options;
    this.startedAt = effects.clock.now();
    this.#checkpointAt = epoch(this.startedAt) + CHECKPOINT_SECONDS;
    this.isFirst = state === null || state.covered === null;
    this.backlog = new Backlog(state?.pending ?? [], state?.ledger ?? []);
    if (options.analyzeFailures === "off") this.backlog.drop("reading");
    if (isOff(options.config.telemetry)) this.backlog.drop("telemetry");
    this.quota = new JobsQuota(
      options.maxRunsPerWorkflow ?? (this.isFirst ? FIRST_SYNC_RUNS_PER_WORKFLOW : null),
    );
    this.ranking = ranking;
    this.learned = new Learned(effects.store);
    this.covered = state?.covered ?? null;
    this.backfill = state?.backfill ?? [];
    this.ownWorkflowId = state?.own_workflow_id ?? null;
    this.repository = repository;
    this.#isWanted = globs(options.workflows);
    this.#savedState = JSON.stringify(state && canonicalState(state));
    this.#savedRepository = JSON.stringify(repository);
  }

  static async open(effects: SyncEffects, options: SyncOptions): Promise<SyncSession> {
    const [state, repository] = [await effects.store.readState(), await effects.store.readRepository()];
    const ranking = new Ranking();
    if (options.fullDetailRuns !== null)
      for (const day of await effects.store.days("runs"))
        for (const run of await effects.store.read("runs", day)) ranking.add(run);
    return new SyncSession(effects, options, state, repository, ranking);
  }

  get detailPolicy(): DetailPolicy {
    const { jobs, config, fullDetailRuns, summaryRuns } = this.options;
    return { jobs, agents: config.agents, fullDetailRuns, summaryRuns };
  }

  /** The oldest `created_at` that is stored or still to be listed; null before the first sync. */
  get scopeStart(): Utc | null {
    const starts = [this.covered, ...this.backfill].flatMap((window) =>
      window === null ? [] : [window.from],
    );
    return starts.sort()[0] ?? null;
  }

  isInScope(run: Run): boolean {
    if (run.created_at < (this.scopeStart ?? "")) return false;
    if (this.options.workflows.length === 0) return true;
    const file = run.workflow_file ?? "";
    return [run.workflow_name ?? "", file, file.split("/").at(-1) ?? ""].some((text) => this.#isWanted(text));
  }

  /** Our own workflow: the run that we are, the file we were told, or the one that users copy. */
  recogniseOwn(run: Run): void {
    const { ownRunId, ownWorkflowFile } = this.options;
    const isOurs = run.id === ownRunId || (ownWorkflowFile !== null && run.workflow_file === ownWorkflowFile);
    if (isOurs || (this.ownWorkflowId === null && OWN_FILE.test(run.workflow_file ?? "")))
      this.ownWorkflowId = run.workflow_id;
  }

  get state(): State {
    return canonicalState({
      schema_version: SCHEMA_VERSION,
      covered: this.covered,
      backfill: this.backfill,
      pending: this.backlog.pending,
      ledger: this.backlog.ledger,
      own_workflow_id: this.ownWorkflowId,
    });
  }

  /** The day's attempts by key, with what was learned since the last saving. */
  async runsOf(day: Day): Promise<ReadonlyMap<string, Run>> {
    const known = this.#days.get(day);
    if (known) return known;
    const runs = new Map((await this.effects.store.read("runs", day)).map((run) => [runKey(run), run]));
    const raced = this.#days.get(day);
    if (raced) return raced;
    this.#days.set(day, runs);
    return runs;
  }

  async stored(day: Day, runId: number, attempt: number): Promise<Run | undefined> {
    return (await this.runsOf(day)).get(runKey({ id: runId, run_attempt: attempt }));
  }

  /** Notes an observation, to be saved with the next batch. Its day must have been read. */
  put(run: Run): void {
    const day = dayOf(run.created_at);
    const key = runKey(run);
    const known = this.#days.get(day) ?? new Map<string, Run>();
    const before = known.get(key);
    const merged = mergeRun(before ?? run, run);
    if (before === undefined) this.#added.add(key);
    else if (!this.#added.has(key) && JSON.stringify(before) !== JSON.stringify(merged))
      this.#updated.add(key);
    if (hasEnded(merged) && (before === undefined || !hasEnded(before) || this.spent.has(key)))
      this.#noteSpent(merged);
    this.#days.set(day, known.set(key, merged));
    this.#unsaved.set(day, (this.#unsaved.get(day) ?? new Map<string, Run>()).set(key, merged));
  }

  /** Notes what the agents of an attempt did, and that its costs are news. */
  putExecutions(run: Run, executions: readonly Execution[], events: readonly StoredEvent[]): void {
    this.learned.putExecutions(run, executions, events);
    if (executions.length > 0) this.#noteSpent(run);
  }

  /** What happened longer ago is history, which nobody waits to be told. */
  #noteSpent(run: Run): void {
    const age = epoch(this.startedAt) - epoch(run.updated_at ?? run.created_at);
    if (run.pull_requests?.length && age < NEWS_SECONDS) this.spent.set(runKey(run), run);
  }

  get runsAdded(): number {
    return this.#added.size;
  }

  get runsUpdated(): number {
    return this.#updated.size;
  }

  /** Writes what was learned into the store, and publishes it when that was not done for a while. */
  async save(): Promise<void> {
    const { store } = this.effects;
    for (const [day, runs] of this.#unsaved) {
      const { added, updated } = await store.merge("runs", day, [...runs.values()]);
      if (added + updated > 0) this.#noteChange();
    }
    this.#unsaved.clear();
    if (await this.learned.save()) this.#noteChange();
    if (this.#days.size > CACHED_DAYS) this.#days.clear();
    await this.#saveRepository();
    await this.#saveState();
    if (this.isCheckpointDue && this.#unpublished) await this.#checkpoint();
  }

  get isCheckpointDue(): boolean {
    return epoch(this.effects.clock.now()) >= this.#checkpointAt;
  }

  async #checkpoint(): Promise<void> {
    const { merged } = await this.effects.safekeeping.checkpoint();
    this.#unpublished = false;
    this.#checkpointAt = epoch(this.effects.clock.now()) + CHECKPOINT_SECONDS;
    if (!merged) return;
    // What another sync has done is in the store now, and no longer work of ours.
    const [state, repository] = [
      await this.effects.store.readState(),
      await this.effects.store.readRepository(),
    ];
    this.#days.clear();
    this.learned.forget();
    this.repository = repository;
    this.#savedRepository = JSON.stringify(repository);
    if (state === null) return;
    this.backlog.replace(state.pending, state.ledger);
    this.covered = state.covered;
    this.backfill = state.backfill;
    this.ownWorkflowId = state.own_workflow_id;
    this.#savedState = JSON.stringify(this.state);
  }

  #noteChange(): void {
    this.changed = true;
    this.#unpublished = true;
  }

  /** What earlier syncs died over; asked for when something of that kind is to be read. */
  suspects(): Promise<Suspects> {
    this.#suspects ??= this.effects.safekeeping.readNote().then((note) => {
      this.#note = note;
      return new Suspects(note);
    });
    return this.#suspects;
  }

  /** Notes what is about to be read, where it outlives us. */
  async note(entries: readonly PendingRun[], need: Need): Promise<void> {
    const text = (await this.suspects()).note(entries, need);
    if (text === this.#note) return;
    await this.effects.safekeeping.writeNote(text);
    this.#note = text;
  }

  /** Takes back what was noted: this sync has lived. */
  async settle(): Promise<void> {
    if (this.#suspects !== null) await this.note([], "reading");
  }

  /** Why the sync must come to its end; null: it has time. */
  outOfTime(): string | null {
    return outOfTime(this.options.maxMinutes, epoch(this.effects.clock.now()) - epoch(this.startedAt));
  }

  async #saveRepository(): Promise<void> {
    const text = JSON.stringify(this.repository);
    if (this.repository === null || text === this.#savedRepository) return;
    await this.effects.store.writeRepository(this.repository);
    this.#savedRepository = text;
    this.#noteChange();
  }

  async #saveState(): Promise<void> {
    const text = JSON.stringify(this.state);
    if (text === this.#savedState) return;
    await this.effects.store.writeState(this.state);
    this.#savedState = text;
    this.#noteChange();
  }

  /**
   * Asks for something the sync cannot go on without. Null when the sync has to stop here and leave the rest to
   * the next one.
   */
  async need<T>(ask: () => Promise<T>): Promise<T | null> {
    if (this.stopped !== null) return null;
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RequestFailed) || (error.failure !== "stopped" && error.failure !== "failed"))
        throw error;
      this.stop(error.message);
      return null;
    }
  }

  stop(reason: string): void {
    this.stopped ??= reason;
  }
}
