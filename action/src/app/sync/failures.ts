import { readJobLog, readJobLogs, worthReading } from "#app/read-logs.ts";
import type { Outcome } from "#app/sync/outcome.ts";
import { plan, supersededBy } from "#app/sync/plan.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import { fingerprintOf } from "#core/failures/fingerprint.ts";
import { inferredReading } from "#core/failures/inferred-reading.ts";
import { KnownReadings } from "#core/failures/known-readings.ts";
import { mayHaveLogs, recordReading, withRecord } from "#core/failures/record-reading.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { type Job, ownJobs, type Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { trustOfReading } from "#core/records/trust.ts";
import { endedWithin, LOGS_LAG_SECONDS } from "#core/sync/lag.ts";
import { readFailureMessages } from "#core/sync/payload/annotation.ts";
import { readingRank } from "#core/sync/reading-order.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { addDays, dayOf } from "#core/time.ts";

/** Known failures of so many days are recognised. */
const KNOWN_DAYS = 30;
/** Asking for the annotations of more jobs than these costs more requests than the one that is saved. */
const MOST_ANNOTATED_JOBS = 3;
const MEGABYTE = 1_000_000;

/** Explains failures: from their logs, from earlier readings of the same failure, or from the record alone. */
export function failures(session: SyncSession): Stage {
  return new FailureReadings(session);
}

class FailureReadings implements Stage {
  readonly need = "reading";
  readonly label = "Failures";
  readonly isAtRisk = true;
  readonly #session: SyncSession;
  #known: KnownReadings | null = null;
  #bytes = 0;
  #hasAll = false;
  /** Why annotations are not asked for any more. */
  #refusal: string | null = null;

  constructor(session: SyncSession) {
    this.#session = session;
  }

  async pending(): Promise<PendingRun[]> {
    const session = this.#session;
    if (session.options.analyzeFailures === "all" && !this.#hasAll) await this.#planAll();
    const branch = session.repository?.default_branch ?? null;
    const rankOf = readingRank(session.options.config.analysis.critical, branch);
    const ranked = await Promise.all(
      session.backlog.lacking("reading").map(async (entry) => {
        const run = await session.stored(entry);
        return { entry, rank: run === undefined ? 0 : rankOf(run) };
      }),
    );
    return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
  }

  /** Every stored failure that was never read, or by older rules. */
  async #planAll(): Promise<void> {
    const session = this.#session;
    this.#hasAll = true;
    for (const day of await session.effects.store.days("runs"))
      for (const run of await session.effects.store.read("runs", day))
        if (roleOf(run) === "failure" && run.detail === "full") await plan(session, run);
  }

  async fetch(_: PendingRun, run: Run): Promise<Outcome> {
    const session = this.#session;
    // A killed sync may have stored the reading without saying so in the state.
    if (run.detail === "summary" || (await session.learned.rulesOfReading(run)) === RULES_VERSION)
      return { kind: "done" };
    // Its jobs are still to come.
    if (run.detail === "pending") return { kind: "later" };
    const record = recordReading(run, await supersededBy(session, run));
    if (run.conclusion === "cancelled" || !mayHaveLogs(run))
      return record === null
        ? { kind: "missing", reason: "not_found", message: "no job of it ever began, so it left no log" }
        : { kind: "reading", reading: record };
    if (this.#bytes >= session.options.config.analysis.megabytes * MEGABYTE) return { kind: "later" };
    return this.#fromLogs(run, record);
  }

  async #fromLogs(run: Run, record: StoredAnalysis | null): Promise<Outcome> {
    const { config } = this.#session.options;
    const failed = worthReading(ownJobs(run).length > 0 ? ownJobs(run) : (run.jobs ?? []));
    const fingerprint = await this.#fingerprint(run, failed);
    this.#known ??= await this.#knownReadings();
    const known =
      fingerprint === null ? null : this.#known.find(run, fingerprint, config.analysis["reread-every"]);
    if (known !== null) return this.#remembered(inferredReading(run, known));
    if (!this.#session.allowance.take("readings")) return { kind: "later" };
    try {
      const { parts, truncated } = await this.#download(run, failed);
      const analysis = analysisOf(run, parts, truncated, config.privacy);
      const trust = trustOfReading(run, "read");
      const read = { ...analysis, run_id: run.id, run_attempt: run.run_attempt, trust, fingerprint };
      return this.#remembered(withRecord(read, record));
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      if (error.status === 404 && endedWithin(run, LOGS_LAG_SECONDS, this.#session.startedAt))
        return { kind: "later" };
      if (error.status === 404)
        return { kind: "absent", message: `its logs are gone: ${error.message}`, instead: record };
      return { kind: "missing", reason: "not_found", message: "its logs have expired", instead: record };
    }
  }

  #remembered(reading: StoredAnalysis): Outcome {
    this.#known?.add(reading);
    return { kind: "reading", reading };
  }

  /** One job's log costs as little as an archive and is read while it comes. */
  async #download(run: Run, failed: readonly Job[]) {
    const { github } = this.#session.effects;
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
}
