import type { Store } from "#app/effects.ts";
import { newestReading } from "#core/attempts/newest-reading.ts";
import { entry } from "#core/entry.ts";
import type { AgentResult, StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Stored } from "#core/records/kinds.ts";
import { attemptKey, type Run, runKey } from "#core/records/run.ts";
import type { Backlog } from "#core/sync/backlog.ts";
import { isOutdated } from "#core/telemetry/importers.ts";
import { type Day, dayOf } from "#core/time.ts";

/** More days than these are not kept in memory after a saving. */
export const CACHED_DAYS = 31;

/** What later steps of a sync ask of an attempt's reading. */
type Read = Pick<StoredAnalysis, "rules_version" | "source"> & { agents: readonly AgentResult[] };

/** What a sync knows of attempts besides GitHub's own word: readings of their logs, and what their agents did. */
export class Learned {
  readonly #store: Store;
  readonly #readings = new Map<Day, Map<string, Read>>();
  readonly #unsavedReadings = new Map<Day, StoredAnalysis[]>();
  /** Attempts whose agents' work is stored, and whether an importer told of it that tells more by now. */
  readonly #told = new Map<Day, Map<string, { outdated: boolean }>>();
  readonly #unsavedWork = new Map<Day, { executions: Execution[]; events: StoredEvent[] }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The version of the rules by which the attempt was read; null: it was not. */
  async rulesOfReading(run: Run): Promise<number | null> {
    return (await this.#readingOf(run))?.rules_version ?? null;
  }

  /** What a reading of the attempt's logs says of its agents; null where they were not read. */
  async agentsInLogs(run: Run): Promise<readonly AgentResult[] | null> {
    const reading = await this.#readingOf(run);
    return reading?.source === "read" ? reading.agents : null;
  }

  async hasExecutions(run: Run): Promise<boolean> {
    return (await this.#toldOf(run)) !== undefined;
  }

  /** Whether what is stored of its agents' work could be read anew and would tell more. */
  async isOutdated(run: Run): Promise<boolean> {
    return (await this.#toldOf(run))?.outdated ?? false;
  }

  /** Notes a reading of an attempt, to be saved with the next batch. */
  putReading(run: Run, reading: StoredAnalysis): void {
    const day = dayOf(run.created_at);
    this.#readings.get(day)?.set(runKey(run), readOf(reading));
    entry(this.#unsavedReadings, day, () => []).push(reading);
  }

  /** Notes what the agents of an attempt did, to be saved with the next batch. */
  putExecutions(run: Run, executions: readonly Execution[], events: readonly StoredEvent[]): void {
    const day = dayOf(run.created_at);
    if (executions.length > 0) this.#told.get(day)?.set(runKey(run), { outdated: false });
    const unsaved = this.#unsavedWork.get(day) ?? { executions: [], events: [] };
    unsaved.executions.push(...executions);
    unsaved.events.push(...events);
    this.#unsavedWork.set(day, unsaved);
  }

  /**
   * What the store does not take goes into the ledger, without which the next sync would read it again.
   *
   * @returns whether any byte of the records changed
   */
  async save(backlog: Backlog): Promise<boolean> {
    let changed = false;
    const put = async <Name extends "analyses" | "executions" | "events">(
      kind: Name,
      day: Day,
      records: Stored[Name][],
    ) => {
      const merged = await this.#store.merge(kind, day, records);
      changed ||= merged.changed;
      const missing = kind === "analyses" ? "reading" : "telemetry";
      for (const { record, reason } of merged.refused) {
        const { run_id, run_attempt } = record;
        if (run_id === null || run_attempt === null) continue;
        const message = `not stored: ${reason}`;
        backlog.miss({ run_id, run_attempt, day, missing, reason: "not_believed", message });
      }
    };
    for (const [day, readings] of this.#unsavedReadings) await put("analyses", day, readings);
    this.#unsavedReadings.clear();
    for (const [day, { executions, events }] of this.#unsavedWork) {
      await put("executions", day, executions);
      await put("events", day, events);
    }
    this.#unsavedWork.clear();
    if (this.#readings.size > CACHED_DAYS) this.#readings.clear();
    if (this.#told.size > CACHED_DAYS) this.#told.clear();
    return changed;
  }

  /** The store holds more than it did. */
  forget(): void {
    this.#readings.clear();
    this.#told.clear();
  }

  async #toldOf(run: Run): Promise<{ outdated: boolean } | undefined> {
    const day = dayOf(run.created_at);
    let told = this.#told.get(day);
    if (told === undefined) {
      const stored = await this.#store.read("executions", day);
      told = this.#told.get(day) ?? toldIn(stored);
      this.#told.set(day, told);
    }
    return told.get(runKey(run));
  }

  async #readingOf(run: Run): Promise<Read | undefined> {
    const day = dayOf(run.created_at);
    let known = this.#readings.get(day);
    if (known === undefined) {
      const stored = await this.#store.read("analyses", day);
      const all = [...stored, ...(this.#unsavedReadings.get(day) ?? [])];
      known = this.#readings.get(day) ?? new Map(all.map((each) => [attemptKey(each), readOf(each)]));
      this.#readings.set(day, known);
    }
    return known.get(runKey(run));
  }
}

function toldIn(executions: readonly Execution[]): Map<string, { outdated: boolean }> {
  const byAttempt = new Map<string, Execution[]>();
  for (const one of executions) entry(byAttempt, attemptKey(one), () => []).push(one);
  // What was read anew stands beside what it replaces.
  const outdated = (all: readonly Execution[]) => newestReading(all).some(({ source }) => isOutdated(source));
  return new Map([...byAttempt].map(([attempt, all]) => [attempt, { outdated: outdated(all) }]));
}

/** Excerpts and findings need not stay in memory. */
function readOf({ rules_version, source, agents }: StoredAnalysis): Read {
  return { rules_version, source, agents };
}
