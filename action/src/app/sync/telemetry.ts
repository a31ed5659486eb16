import {
  importContext,
  ofAgents,
  readAgentLog,
  readArtifacts,
  type TelemetryReading,
} from "#app/read-telemetry.ts";
import { FileVersions } from "#app/sync/file-versions.ts";
import { isTold } from "#app/sync/is-told.ts";
import type { Outcome } from "#app/sync/outcome.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import { ownJobs, type Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { endedWithin, LOGS_LAG_SECONDS } from "#core/sync/lag.ts";
import { isIgnored } from "#core/sync/needs.ts";
import { FILES_PER_QUERY } from "#core/sync/payload/file-versions.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { telemetrySources } from "#core/telemetry/artifact-choice.ts";
import { storedEvent, storedExecution } from "#core/telemetry/as-stored.ts";
import { guardArtifacts } from "#core/telemetry/guard-file.ts";
import { withoutReportedTwice } from "#core/telemetry/reported-twice.ts";
import { NO_VERSIONS, type Versions, withVersions } from "#core/telemetry/with-versions.ts";
import { epoch } from "#core/time.ts";

const MEGABYTE = 1_000_000;
/** Artifacts of so many attempts are on their way at once: most of the time goes into waiting for them. */
const AT_ONCE = 4;
/** A file that is broken in every line would fill the log of the sync. */
const MOST_WARNINGS = 5;

/** An attempt whose artifacts are being read; `done`: there is nothing to learn; `later`: the limits are reached. */
type Begun = { log: boolean; told: Promise<TelemetryReading> } | "done" | "later";

/** Learns what agents did: from artifacts, or else from the log of their job. */
export function telemetry(session: SyncSession): Stage {
  return new AgentTelemetry(session);
}

class AgentTelemetry implements Stage {
  readonly need = "telemetry";
  readonly label = "Telemetry";
  readonly isAtRisk = true;
  readonly #session: SyncSession;
  readonly #versions: FileVersions;
  #bytes = 0;
  /** Attempts in the order of their turn, and of those begun before it what came of it. */
  #queue: PendingRun[] = [];
  #ahead = new Map<PendingRun, Begun>();

  constructor(session: SyncSession) {
    this.#session = session;
    this.#versions = new FileVersions(session);
  }

  /** What forks left comes after all of the repository's own, or a stranger's artifacts would use up what it may read. */
  async pending(): Promise<PendingRun[]> {
    const entries = this.#session.backlog.lacking("telemetry");
    const isForeign = new Map<PendingRun, boolean>();
    for (const entry of entries)
      isForeign.set(entry, (await this.#session.stored(entry))?.from_fork ?? false);
    return entries.toSorted((a, b) => Number(isForeign.get(a)) - Number(isForeign.get(b)));
  }

  begin(entries: readonly PendingRun[]): void {
    this.#queue = [...entries];
    this.#ahead = new Map();
  }

  /** Begins with the artifacts of the next attempts too; what they tell is kept in turn, so the order stays. */
  async #begun(entry: PendingRun): Promise<Begun> {
    while (this.#queue.length > 0 && this.#ahead.size < AT_ONCE) {
      const next = this.#queue.shift();
      if (next !== undefined) this.#ahead.set(next, await this.#begin(next));
    }
    const begun = this.#ahead.get(entry) ?? "later";
    this.#ahead.delete(entry);
    return begun;
  }

  async #begin(entry: PendingRun): Promise<Begun> {
    const session = this.#session;
    const { config } = session.options;
    const run = await session.stored(entry);
    const sources = run === undefined ? null : telemetrySources(run, config.agents);
    // A killed sync may have stored them without saying so in the state.
    if (
      run === undefined ||
      sources === null ||
      isIgnored(run, config.telemetry) ||
      (await isTold(session, run))
    )
      return "done";
    if (this.#isFull) return "later";
    // With `artifacts: 0` only logs are asked; else a run's artifacts are read together, or later.
    const files = config.telemetry.artifacts === 0 ? [] : sources.artifacts;
    if (!session.allowance.take("artifacts", files.length)) return "later";
    const { github, clock } = session.effects;
    const told = readArtifacts(github, files, this.#context(run), () => epoch(clock.now()));
    // Its turn may never come; when it does, it fails there.
    told.catch(() => {});
    return { log: sources.log, told };
  }

  get #isFull(): boolean {
    return this.#bytes >= this.#session.options.config.telemetry.megabytes * MEGABYTE;
  }

  async fetch(entry: PendingRun, run: Run): Promise<Outcome> {
    const begun = await this.#begun(entry);
    if (begun === "done" || begun === "later") return { kind: begun };
    if (this.#isFull) return { kind: "later" };
    // Read anew, what was known stays where nothing comes of it.
    const isAgain = await this.#session.learned.hasExecutions(run);
    try {
      const told = await begun.told;
      this.#bytes += told.bytes;
      if (isAgain && told.executions.length === 0)
        return { kind: "missing", reason: "not_found", message: "nothing is told any more; what was stays" };
      if (told.executions.length > 0 || !begun.log) return await this.#outcome(run, told);
      const known = await this.#session.learned.agentsInLogs(run);
      if (known === null && !this.#session.allowance.take("logs")) return { kind: "later" };
      const printed =
        known === null ? await this.#fromLog(run) : { ...ofAgents(known, this.#context(run)), bytes: 0 };
      this.#bytes += printed.bytes;
      told.executions.push(...printed.executions);
      told.problems.push(...printed.problems);
      return await this.#outcome(run, told);
    } catch (error) {
      // An artifact may be deleted at any time; what else it left was not read either, so nothing is kept by halves.
      if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
      if (error.status === 404 && endedWithin(run, LOGS_LAG_SECONDS, this.#session.startedAt))
        return { kind: "later" };
      const stays = isAgain ? "; what was read of it before stays" : "";
      const message = `what it left is gone: ${error.message}${stays}`;
      return error.status === 404
        ? { kind: "absent", message }
        : { kind: "missing", reason: "not_found", message };
    }
  }

  /** An expired log tells nothing. */
  async #fromLog(run: Run): Promise<TelemetryReading> {
    try {
      const jobs = ownJobs(run);
      return await readAgentLog(
        this.#session.effects.github,
        jobs.length > 0 ? jobs : (run.jobs ?? []),
        this.#context(run),
      );
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== 410) throw error;
      return { executions: [], events: [], problems: [], bytes: 0 };
    }
  }

  async #versionsOf(run: Run): Promise<Versions> {
    const waiting = [...this.#ahead.keys(), ...this.#queue].slice(0, FILES_PER_QUERY);
    const ahead = await Promise.all(waiting.map((entry) => this.#session.stored(entry)));
    return this.#versions.of(
      run,
      ahead.filter((other) => other !== undefined),
    );
  }

  #context(run: Run) {
    const { config, repository } = this.#session.options;
    return { ...importContext(run, repository, config.privacy), guardArtifacts: guardArtifacts(run) };
  }

  async #outcome(run: Run, { executions, events, problems }: TelemetryReading): Promise<Outcome> {
    const { options, effects } = this.#session;
    for (const { file, line, message } of problems.slice(0, MOST_WARNINGS))
      effects.report.warn(
        `Telemetry of run ${run.id}: ${file}${line === null ? "" : ` line ${line}`}: ${message}`,
      );
    if (problems.length > MOST_WARNINGS)
      effects.report.warn(`Telemetry of run ${run.id}: ${problems.length - MOST_WARNINGS} more problems`);
    const { repository } = options;
    const salt = options.config.privacy["hash-users"] ? repository : null;
    const versions = executions.length > 0 ? await this.#versionsOf(run) : NO_VERSIONS;
    const kept = withoutReportedTwice(executions).map((execution) =>
      storedExecution(withVersions(execution, run, versions), salt),
    );
    const isSilent = kept.length + events.length === 0;
    return {
      kind: "executions",
      executions: kept,
      events: events.map((event) => storedEvent(event, { repository, run }, salt)),
      problem:
        problems.length > 0
          ? { reason: "not_believed", message: inShort(problems) }
          : isSilent
            ? { reason: "not_found", message: "nothing that it left tells what its agent did" }
            : null,
    };
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
