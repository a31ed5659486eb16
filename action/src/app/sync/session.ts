import { Aging } from "#app/sync/aging.ts";
import { AttemptsByDay } from "#app/sync/attempts-by-day.ts";
import { Checkpoints } from "#app/sync/checkpoints.ts";
import { Learned } from "#app/sync/learned.ts";
import { News } from "#app/sync/news.ts";
import type { SyncEffects, SyncOptions } from "#app/sync/options.ts";
import { UserError } from "#core/errors.ts";
import { canonicalState } from "#core/records/merge-state.ts";
import type { Repository } from "#core/records/repository.ts";
import { type Run, runKey } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { Backlog } from "#core/sync/backlog.ts";
import { outOfTime } from "#core/sync/budget.ts";
import { type DetailPolicy, Ranking } from "#core/sync/detail.ts";
import { Allowance, limitsOf } from "#core/sync/limits.ts";
import { isOff, type Wanted } from "#core/sync/needs.ts";
import type { Home } from "#core/sync/payload/home.ts";
import { JobsQuota } from "#core/sync/quota.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { Scope } from "#core/sync/scope.ts";
import { type Day, epoch, type Utc } from "#core/time.ts";

/** How many runs of a workflow get their jobs in the first sync, unless told otherwise. */
const FIRST_SYNC_RUNS_PER_WORKFLOW = 50;

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
  readonly scope: Scope;
  readonly aging: Aging;
  readonly quota: JobsQuota;
  readonly allowance: Allowance;
  readonly attempts: AttemptsByDay;
  /** Readings of logs, and what agents did. */
  readonly learned: Learned;
  readonly checkpoints: Checkpoints;
  readonly news: News;
  /** Filled only when runs are sampled. */
  readonly ranking: Ranking;
  /** Runs that GitHub's lists have shown in this sync. */
  readonly seen = new Set<number>();
  /** What was tried in vain and is left to the next sync: `run/attempt need`. */
  readonly postponed = new Set<string>();
  /** Attempts seen that lack a field every run has today. */
  readonly lacking = new Set<string>();
  repository: Repository | null;
  /** Where the runs that GitHub shows are, which tells whether the repository has another name by now. */
  home: Home | null = null;
  /** Whether the list of workflows has been asked for in this sync. */
  askedRepository = false;
  /** Why nothing more is asked; null while the sync goes on. */
  stopped: string | null = null;
  changed = false;
  /** Attempts stored, once they were counted after the last saving. */
  runsTotal: number | null = null;
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
  /** What was saved is not published yet. */
  #isUnpublished = false;
  #savedState: string;
  #savedRepository: string;

  private constructor(
    effects: SyncEffects,
    options: SyncOptions,
    state: State | null,
    repository: Repository | null,
    ranking: Ranking,
  ) {
    const { store, clock, safekeeping } = effects;
    this.effects = effects;
    this.options = options;
    this.startedAt = clock.now();
    this.isFirst = state === null || state.covered === null;
    this.backlog = new Backlog(state?.pending ?? [], state?.ledger ?? []);
    if (options.analyzeFailures === "off") this.backlog.drop("reading");
    if (isOff(options.config.telemetry)) this.backlog.drop("telemetry");
    this.scope = new Scope(options, state);
    this.aging = new Aging(state, this.scope.start);
    this.quota = new JobsQuota(
      options.maxRunsPerWorkflow ?? (this.isFirst ? FIRST_SYNC_RUNS_PER_WORKFLOW : null),
    );
    this.allowance = new Allowance(limitsOf(options.config));
    this.attempts = new AttemptsByDay(store);
    this.learned = new Learned(store);
    this.checkpoints = new Checkpoints(safekeeping, clock);
    this.news = new News(this.startedAt);
    this.ranking = ranking;
    this.repository = repository;
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

  get wanted(): Wanted {
    const { analyzeFailures, config } = this.options;
    return { readings: analyzeFailures !== "off", telemetry: config.telemetry, agents: config.agents };
  }

  get state(): State {
    return canonicalState({
      schema_version: SCHEMA_VERSION,
      covered: this.scope.covered,
      backfill: this.scope.backfill,
      pending: this.backlog.pending,
      ledger: this.backlog.ledger,
      own_workflow_id: this.scope.ownWorkflowId,
      ...this.aging.state,
    });
  }

  /** Of an attempt as pending work or the ledger name it. */
  async stored({ day, run_id, run_attempt }: { day: Day; run_id: number; run_attempt: number }) {
    return (await this.attempts.of(day)).get(runKey({ id: run_id, run_attempt }));
  }

  /** Notes an observation, to be saved with the next batch. Its day must have been read. */
  put(run: Run): void {
    const { before, merged } = this.attempts.put(run);
    this.news.observed(before, merged);
  }

  /**
   * Notes in which repository GitHub's runs are.
   *
   * @throws UserError when it is another than the one whose records are stored: a name may be given anew
   */
  meet(home: Home | null): void {
    if (home === null || this.home !== null) return;
    const known = this.repository?.id;
    const { repository } = this.options;
    if (known !== undefined && known !== home.id)
      throw new UserError(
        `${repository} is another repository now (GitHub's number ${home.id}) than the one whose records are stored (${known}).`,
        `Move the folder ${repository} of the data-dir away, or choose another data-dir or data-branch.`,
      );
    this.home = home;
  }

  /** Stores the repository's number with something worth a commit. */
  keepNumber(): void {
    if (this.repository !== null && this.repository.id === undefined && this.home !== null)
      this.repository = { ...this.repository, id: this.home.id };
  }

  /** Writes what was learned into the store, and publishes it when that was not done for a while. */
  async save(): Promise<void> {
    if (await this.attempts.save(this.backlog)) this.noteChange();
    if (await this.learned.save(this.backlog)) this.noteChange();
    await this.#saveRepository();
    await this.#saveState();
    if (this.#isUnpublished && this.checkpoints.isDue) await this.#checkpoint();
  }

  async #checkpoint(): Promise<void> {
    const merged = await this.checkpoints.publish();
    this.#isUnpublished = false;
    if (!merged) return;
    // What another sync has done is in the store now, and no longer work of ours.
    const { store } = this.effects;
    const [state, repository] = [await store.readState(), await store.readRepository()];
    this.attempts.forget();
    this.learned.forget();
    this.repository = repository;
    this.#savedRepository = JSON.stringify(repository);
    if (state === null) return;
    this.backlog.replace(state.pending, state.ledger);
    this.scope.replace(state);
    this.#savedState = JSON.stringify(this.state);
  }

  async #saveRepository(): Promise<void> {
    const text = JSON.stringify(this.repository);
    if (this.repository === null || text === this.#savedRepository) return;
    await this.effects.store.writeRepository(this.repository);
    this.#savedRepository = text;
    this.noteChange();
  }

  async #saveState(): Promise<void> {
    const text = JSON.stringify(this.state);
    if (text === this.#savedState) return;
    await this.effects.store.writeState(this.state);
    this.#savedState = text;
    this.noteChange();
  }

  noteChange(): void {
    this.changed = true;
    this.#isUnpublished = true;
  }

  /** Why the sync must come to its end; null: it may go on. */
  mustEnd(): string | null {
    const { clock, interrupted } = this.effects;
    return interrupted() ?? outOfTime(this.options.maxMinutes, epoch(clock.now()) - epoch(this.startedAt));
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
