import type { Store } from "#app/effects.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import type { Unreadable } from "#core/records/unreadable.ts";
import { type Day, dayOf, type Month } from "#core/time.ts";
import { aJournalEntry, aRepositoryRecord, aState } from "./builders.ts";

type Records = {
  repository?: Repository;
  state?: State;
  journal?: JournalEntry[];
  runs?: readonly Run[];
  readings?: readonly StoredAnalysis[];
  pulls?: readonly Pull[];
  executions?: readonly Execution[];
  events?: readonly StoredEvent[];
  unreadable?: Unreadable[];
};

/** A store that holds what it is given and cannot be written to. */
export function memoryStore(records: Records = {}): Store {
  const { runs = [], readings = [], pulls = [], executions = [], events = [] } = records;
  const held: { [Name in KindName]: readonly Stored[Name][] } = {
    runs,
    analyses: readings,
    executions,
    events,
    pulls,
    journal: records.journal ?? [aJournalEntry()],
  };
  const days = new Map(runs.map((run) => [run.id, dayOf(run.created_at)]));
  /** What names no day of its own lies with its run, or by its time where the test has no runs. */
  function placeOf<Name extends KindName>(kind: Name, record: Stored[Name]): Day | Month | null {
    const ofRun = "run_id" in record && record.run_id !== null ? days.get(record.run_id) : undefined;
    const own = "timestamp" in record ? dayOf(record.timestamp) : null;
    return KINDS[kind].shardOf(record) ?? ofRun ?? own;
  }
  const readOnly = () => Promise.reject(new Error("this store is read-only"));
  return {
    readRepository: async () => records.repository ?? aRepositoryRecord(),
    readState: async () => records.state ?? aState(),
    days: async (kind) => [...new Set(held[kind].flatMap((record) => placeOf(kind, record) ?? []))].sort(),
    read: async (kind, day) => held[kind].filter((record) => placeOf(kind, record) === day),
    unreadable: () => records.unreadable ?? [],
    sizes: async () => [{ path: "state.json", bytes: 200 }],
    writeRepository: readOnly,
    writeState: readOnly,
    merge: readOnly,
    rewrite: readOnly,
  };
}
