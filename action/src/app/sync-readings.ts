import { readJobLog, readJobLogs, worthReading } from "#app/read-logs.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { postpone, workOffAtRisk } from "#app/sync-work.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import { fingerprintOf } from "#core/failures/fingerprint.ts";
import { inferredReading } from "#core/failures/inferred-reading.ts";
import { KnownReadings } from "#core/failures/known-readings.ts";
import { mayHaveLogs, recordReading, withRecord } from "#core/failures/record-reading.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import { globs } from "#core/glob.ts";
import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { type Job, ownJobs, type Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { trustOfReading } from "#core/records/trust.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { readFailureMessages } from "#core/sync/payload/annotation.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { addDays, DAY_SECONDS, dayOf, epoch, type Utc } from "#core/time.ts";

/** A failure that has just happened, and its reading. */
export type FailureNews = { run: Run; analysis: StoredAnalysis };

/** Known failures of so many days are recognised. */
const KNOWN_DAYS = 30;
/** Asking for the annotations of more jobs than these costs more requests than the one that is saved. */
const MOST_ANNOTATED_JOBS = 3;
/** Logs appear a moment after what they tell of has ended. */
const YOUNG_SECONDS = 600;
/** What happened longer ago is history, not news. */
export const NEWS_SECONDS = 2 * DAY_SECONDS;
const MEGABYTE = 1_000_000;

/** Whether the attempt failed in a way that can be explained and is not yet. What is missing for good is asked elsewhere. */
export async function lacksReading(session: SyncSession, run: Run): Promise<boolean> {
  if (session.options.analyzeFailures === "off" || run.detail === "summary") return false;
  const isFailure = roleOf(run) === "failure";
  if (!isFailure && (run.conclusion !== "cancelled" || run.detail !== "full")) return false;
  if ((await session.learned.rulesOfReading(run)) !== null) return false;
  return isFailure || recordReading(run, await supersededBy(session, run)) !== null;
}

/** Explains failures: from their logs, from earlier readings of the same failure, or from the record alone. */
export class FailureReadings {
  readonly #session: SyncSession;
  #known: KnownReadings | null = null;
  #downloads = 0;
  #bytes = 0;
  #hasAll = false;
  /** Why annotations are not asked for any more. */
  #refusal: string | null = null;

  constructor(session: SyncSession) {
    this.#session = session;
  }

  async work(): Promise<void> {
    const session = this.#session;
    if (session.options.analyzeFailures === "off" || session.stopped !== null) return;
    if (session.options.analyzeFailures === "all" && !this.#hasAll) await this.#addAll();
    const entries = await this.#inOrder(session.backlog.lacking("reading"));
    if (entries.length === 0) return;
    await workOffAtRisk(session, "Failures", "reading", entries, (entry) => this.#explain(entry));
  }

  /** Every stored failure that was never read, or by older rules. */
  async #addAll(): Promise<void> {
    const session = this.#session;
    this.#hasAll = true;
    for (const day of await session.effects.store.days("runs"))
      for (const run of await session.effects.store.read("runs", day)) {
        if (roleOf(run) !== "failure" || run.detail !== "full") continue;
        const rules = await session.learned.rulesOfReading(run);
        if (rules === null || rules < RULES_VERSION) session.backlog.add(run, "reading");
      }
  }

  /**
   * Critical ones first, then those of the default branch, the newest first. Forks come last: their branches and
   * workflows have the names that a stranger gave them.
   */
  async #inOrder(entries: readonly PendingRun[]): Promise<PendingRun[]> {
    const session = this.#session;
    const { critical } = session.options.config.analysis;
    const isCritical = {
      workflow: globs(critical.workflows),
      branch: globs(critical.branches),
      event: globs(critical.events),
    };
    const ranked = await Promise.all(
      entries.map(async (entry) => {
        const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
        const file = run?.workflow_file ?? "";
        const names = [run?.workflow_name ?? "", file, file.split("/").at(-1) ?? ""];
        const first =
          names.some(isCritical.workflow) ||
          isCritical.branch(run?.head_branch ?? "") ||
          isCritical.event(run?.event ?? "");
        const isDefault = run?.head_branch === session.repository?.default_branch;
        return { entry, rank: run?.from_fork ? 3 : first ? 0 : isDefault ? 1 : 2 };
      }),
    );
    return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
  }

  async #explain(entry: PendingRun): Promise<void> {
    const session = this.#session;
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    if (run === undefined || run.detail === "summary") return session.backlog.done(entry, "reading");
    // A killed sync may have stored the reading without saying so in the state.
    if ((await session.learned.rulesOfReading(run)) === RULES_VERSION)
      return session.backlog.done(entry, "reading");
    if (run.detail === "pending") return;
    const record = recordReading(run, await supersededBy(session, run));
    if (run.conclusion === "cancelled" || !mayHaveLogs(run)) {
      if (record === null) this.#miss(run, "no job of it ever began, so it left no log");
      else this.#keep(run, record);
      return session.backlog.done(entry, "reading");
    }
    const { downloads, megabytes } = session.options.config.analysis;
    if (this.#downloads >= downloads || this.#bytes >= megabytes * MEGABYTE) return;
    const reading = await this.#fromLogs(run, record);
    if (reading === "later") return postpone(session, "reading", entry);
    if (reading !== null) this.#keep(run, reading);
    session.backlog.done(entry, "reading");
  }

  /** Null: its logs are gone, and the record says nothing. */
  async #fromLogs(run: Run, record: StoredAnalysis | null): Promise<StoredAnalysis | "later" | null> {
    const { config } = this.#session.options;
    const failed = worthReading(ownJobs(run).length > 0 ? ownJobs(run) : (run.jobs ?? []));
    const fingerprint = await this.#fingerprint(run, failed);
    this.#known ??= await this.#knownReadings();
    const known =
      fingerprint === null ? null : this.#known.find(run, fingerprint, config.analysis["reread-every"]);
    if (known !== null) return inferredReading(run, known);
    try {
      const { parts, truncated } = await this.#download(run, failed);
      const analysis = analysisOf(run, parts, truncated, config.privacy);
      const trust = trustOfReading(run, "read");
      return withRecord(
        { ...analysis, run_id: run.id, run_attempt: run.run_attempt, trust, fingerprint },
        record,
      );
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      const age = epoch(this.#session.startedAt) - epoch(run.updated_at ?? run.created_at);
      if (error.status !== 410 && age < YOUNG_SECONDS) return "later";
      this.#miss(run, error.status === 410 ? "its logs have expired" : `its logs are gone: ${error.message}`);
      return record;
    }
  }

  /** One job's log costs as little as an archive and is read while it comes. */
  async #download(run: Run, failed: readonly Job[]) {
    const { github } = this.#session.effects;
    this.#downloads += 1;
    const [job] = failed;
    const readings =
      failed.length === 1 && job !== undefined
        ? await readJobLog(github, job)
        : await readJobLogs(
            github,
            await github.attemptLogs(run.id, run.run_attempt),
            run.jobs ?? [],
            failed,
            null,
          );
    this.#bytes += readings.bytes;
    // Nothing at all came: the storage is down, and the log is still there.
    if (readings.bytes === 0 && readings.truncated[0] !== undefined)
      throw new RequestFailed("failed", "log storage", readings.truncated[0]);
    return readings;
  }

  async #fingerprint(run: Run, failed: readonly Job[]): Promise<string | null> {
    const { github, report } = this.#session.effects;
    const isAsked = this.#session.options.config.analysis.annotations && this.#refusal === null;
    if (!isAsked || failed.length > MOST_ANNOTATED_JOBS) return null;
    try {
      const told = [];
      for (const job of failed)
        told.push({ job, annotations: readFailureMessages((await github.annotations(job.id, null)).items) });
      return fingerprintOf(run, told);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.failure === "not_found" || error.failure === "failed") return null;
      if (error.failure !== "forbidden") throw error;
      this.#refusal = error.message;
      report.warn(
        `Every failure's log is downloaded, because annotations may not be read: ${error.message}. Give the job \`checks: read\`, or set \`analysis.annotations: false\`.`,
      );
      return null;
    }
  }

  async #knownReadings(): Promise<KnownReadings> {
    const { effects, startedAt } = this.#session;
    const known = new KnownReadings();
    const first = addDays(dayOf(startedAt), -KNOWN_DAYS);
    for (const day of await effects.store.days("analyses"))
      if (day >= first) for (const reading of await effects.store.read("analyses", day)) known.add(reading);
    return known;
  }

  #keep(run: Run, reading: StoredAnalysis): void {
    const { counts, startedAt, news } = this.#session;
    this.#session.learned.putReading(run, reading);
    this.#known?.add(reading);
    if (reading.source === "read") counts.read += 1;
    else if (reading.source === "inferred") counts.inferred += 1;
    else counts.recorded += 1;
    const age = epoch(startedAt) - epoch(run.updated_at ?? run.created_at);
    if (roleOf(run) === "failure" && age < NEWS_SECONDS) news.push({ run, analysis: reading });
  }

  #miss(run: Run, message: string): void {
    this.#session.backlog.miss({ ...attemptOf(run), missing: "reading", reason: "not_found", message });
  }
}

/** When the first newer run of the same workflow and branch came while this one went on. */
async function supersededBy(session: SyncSession, run: Run): Promise<Utc | null> {
  if (run.conclusion !== "cancelled" || run.updated_at === null) return null;
  const ended = run.updated_at;
  const days = new Set([dayOf(run.created_at), dayOf(ended)]);
  const newer: Utc[] = [];
  for (const day of days)
    for (const other of (await session.runsOf(day)).values())
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
