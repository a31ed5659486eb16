import {
  importContext,
  ofAgents,
  readAgentLog,
  readArtifacts,
  type TelemetryReading,
} from "#app/read-telemetry.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { postpone, workOffAtRisk } from "#app/sync-work.ts";
import type { TelemetryConfig } from "#core/config/telemetry.ts";
import { ownJobs, type Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { telemetrySources } from "#core/telemetry/artifact-choice.ts";
import { storedEvent, storedExecution } from "#core/telemetry/as-stored.ts";
import { withoutToldTwice } from "#core/telemetry/import-files.ts";
import { epoch } from "#core/time.ts";

/** Logs appear a moment after what they tell of has ended. */
const YOUNG_SECONDS = 600;
const MEGABYTE = 1_000_000;
/** Artifacts of so many attempts are on their way at once: most of the time goes into waiting for them. */
const AT_ONCE = 4;
/** A file that is broken in every line would fill the log of the sync. */
const MOST_WARNINGS = 5;

/** Plans the import of what an attempt's agents left, once its artifacts and jobs are known. */
export async function planTelemetry(session: SyncSession, run: Run): Promise<void> {
  if (run.detail === "pending" || isOff(session.options.config.telemetry)) return;
  // Artifacts stand on the latest attempt; while they are still to come, so is this.
  if (run.artifacts === null && session.backlog.get(run.id, run.run_attempt)?.needs.includes("artifacts"))
    return;
  if (isIgnored(run, session.options.config.telemetry)) return;
  if (telemetrySources(run, session.options.config.agents) === null) return;
  if (session.backlog.isMissing(run.id, run.run_attempt, "telemetry")) return;
  if (await session.learned.hasExecutions(run)) return;
  session.backlog.add(run, "telemetry");
}

/** Nothing may be fetched, so nothing waits to be. */
export function isOff({ artifacts, logs }: TelemetryConfig): boolean {
  return artifacts === 0 && logs === 0;
}

/** A fork's run, where the configuration wants nothing of it. */
function isIgnored(run: Run, { forks }: TelemetryConfig): boolean {
  return run.from_fork && forks === "ignore";
}

/** What forks left comes after all of the repository's own, or a stranger's artifacts would use up what it may read. */
async function ownFirst(session: SyncSession, entries: readonly PendingRun[]): Promise<PendingRun[]> {
  const isForeign = new Map<PendingRun, boolean>();
  for (const entry of entries) {
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    isForeign.set(entry, run?.from_fork ?? false);
  }
  return entries.toSorted((a, b) => Number(isForeign.get(a)) - Number(isForeign.get(b)));
}

/** An attempt whose artifacts are being read. */
type Begun = { run: Run; log: boolean; told: Promise<TelemetryReading> };

/** Learns what agents did: from artifacts, or else from the log of their job. */
export class AgentTelemetry {
  readonly #session: SyncSession;
  #artifacts = 0;
  #logs = 0;
  #bytes = 0;
  /** Attempts in the order of their turn, and of those begun before it what came of it. */
  #queue: PendingRun[] = [];
  #ahead = new Map<PendingRun, Begun | "nothing" | "full">();

  constructor(session: SyncSession) {
    this.#session = session;
  }

  async work(): Promise<void> {
    const session = this.#session;
    const entries = await ownFirst(session, session.backlog.lacking("telemetry"));
    if (entries.length === 0 || session.stopped !== null) return;
    await workOffAtRisk(
      session,
      "Telemetry",
      "telemetry",
      entries,
      (entry) => this.#import(entry),
      (next) => {
        this.#queue = [...next];
        this.#ahead = new Map();
      },
    );
  }

  /** Begins with the artifacts of the next attempts too; what they tell is kept in turn, so the order stays. */
  async #begun(entry: PendingRun): Promise<Begun | "nothing" | "full"> {
    while (this.#queue.length > 0 && this.#ahead.size < AT_ONCE) {
      const next = this.#queue.shift();
      if (next !== undefined) this.#ahead.set(next, await this.#begin(next));
    }
    const begun = this.#ahead.get(entry) ?? "full";
    this.#ahead.delete(entry);
    return begun;
  }

  async #begin(entry: PendingRun): Promise<Begun | "nothing" | "full"> {
    const session = this.#session;
    const { config } = session.options;
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    const sources = run === undefined ? null : telemetrySources(run, config.agents);
    // A killed sync may have stored them without saying so in the state.
    if (
      run === undefined ||
      sources === null ||
      isIgnored(run, config.telemetry) ||
      (await session.learned.hasExecutions(run))
    )
      return "nothing";
    const { artifacts, megabytes } = config.telemetry;
    if (this.#bytes >= megabytes * MEGABYTE) return "full";
    // With `artifacts: 0` only logs are asked; else a run's artifacts are read together, or later.
    const files = artifacts === 0 ? [] : sources.artifacts;
    if (this.#artifacts > 0 && this.#artifacts + files.length > artifacts) return "full";
    this.#artifacts += files.length;
    const { github, clock } = session.effects;
    const told = readArtifacts(github, files, this.#context(run), () => epoch(clock.now()));
    // Its turn may never come; when it does, it fails there.
    told.catch(() => {});
    return { run, log: sources.log, told };
  }

  async #import(entry: PendingRun): Promise<void> {
    const session = this.#session;
    const begun = await this.#begun(entry);
    if (begun === "nothing") return session.backlog.done(entry, "telemetry");
    const { megabytes, logs } = session.options.config.telemetry;
    if (begun === "full" || this.#bytes >= megabytes * MEGABYTE) return;
    const { run } = begun;
    try {
      const told = await begun.told;
      this.#bytes += told.bytes;
      if (told.executions.length === 0 && begun.log) {
        const known = await session.learned.agentsInLogs(run);
        if (known === null && this.#logs >= logs) return;
        const printed =
          known === null ? await this.#fromLog(run) : { ...ofAgents(known, this.#context(run)), bytes: 0 };
        if (printed === "later") return postpone(session, "telemetry", entry);
        told.executions.push(...printed.executions);
        told.problems.push(...printed.problems);
      }
      this.#keep(run, told);
    } catch (error) {
      // An artifact may be deleted at any time; what else it left was not read either, so nothing is kept by halves.
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      this.#miss(run, `what it left is gone: ${error.message}`);
    }
    session.backlog.done(entry, "telemetry");
  }

  async #fromLog(run: Run): Promise<TelemetryReading | "later"> {
    const { effects, startedAt } = this.#session;
    this.#logs += 1;
    try {
      const jobs = ownJobs(run);
      const reading = await readAgentLog(
        effects.github,
        jobs.length > 0 ? jobs : (run.jobs ?? []),
        this.#context(run),
      );
      this.#bytes += reading.bytes;
      return reading;
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      const age = epoch(startedAt) - epoch(run.updated_at ?? run.created_at);
      if (error.status !== 410 && age < YOUNG_SECONDS) return "later";
      return { executions: [], events: [], problems: [], bytes: 0 };
    }
  }

  #context(run: Run) {
    const { config, repository } = this.#session.options;
    return importContext(run, repository, config.privacy);
  }

  #keep(run: Run, { executions, events, problems }: TelemetryReading): void {
    const session = this.#session;
    const { report } = session.effects;
    for (const { file, line, message } of problems.slice(0, MOST_WARNINGS))
      report.warn(`Telemetry of run ${run.id}: ${file}${line === null ? "" : ` line ${line}`}: ${message}`);
    if (problems.length > MOST_WARNINGS)
      report.warn(`Telemetry of run ${run.id}: ${problems.length - MOST_WARNINGS} more problems`);
    const salt = session.options.config.privacy["hash-users"] ? session.options.repository : null;
    const kept = withoutToldTwice(executions).map((execution) => storedExecution(execution, salt));
    session.putExecutions(
      run,
      kept,
      events.map((event) => storedEvent(event, { repository: session.options.repository, run }, salt)),
    );
    session.counts.executions += kept.length;
    if (problems.length > 0) this.#miss(run, inShort(problems), "not_believed");
    else if (kept.length + events.length === 0)
      this.#miss(run, "nothing that it left tells what its agent did");
  }

  #miss(run: Run, message: string, reason: "not_found" | "not_believed" = "not_found"): void {
    this.#session.backlog.miss({ ...attemptOf(run), missing: "telemetry", reason, message });
  }
}

/** The first problem, and how many more there are: a line of the ledger. */
function inShort(problems: TelemetryReading["problems"]): string {
  const [first] = problems;
  if (first === undefined) return "";
  const place = `${first.file.slice(0, 100)}${first.line === null ? "" : ` line ${first.line}`}`;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return `${place}: ${first.message}${more}`;
}
