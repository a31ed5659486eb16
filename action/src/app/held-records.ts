import type { Store } from "#app/effects.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import type { Repository } from "#core/records/repository.ts";
import type { State } from "#core/records/state.ts";
import type { Unreadable } from "#core/records/unreadable.ts";
import { type Day, dayOf, type Month } from "#core/time.ts";

/** Records that lie in no folder. */
export type HeldRecords = { [Name in KindName]?: readonly Stored[Name][] } & {
  repository: Repository;
  state: State;
  unreadable?: readonly Unreadable[];
};

/** A store that holds what it is given and cannot be written to. */
export function heldRecords(held: HeldRecords): Store {
  const {
    runs = [],
    analyses = [],
    executions = [],
    events = [],
    pulls = [],
    alerts = [],
    statements = [],
    journal = [],
  } = held;
  const all: { [Name in KindName]: readonly Stored[Name][] } = {
    ...{ runs, analyses, executions, events, pulls, alerts, statements, journal },
  };
  const days = new Map(runs.map((run) => [run.id, dayOf(run.created_at)]));
  /** What names no day of its own lies with its run, or by its time where there is none. */
  function placeOf<Name extends KindName>(kind: Name, record: Stored[Name]): Day | Month | null {
    const ofRun = "run_id" in record && record.run_id !== null ? days.get(record.run_id) : undefined;
    const own = "timestamp" in record ? dayOf(record.timestamp) : null;
    return KINDS[kind].shardOf(record) ?? ofRun ?? own;
  }
  const readOnly = () => Promise.reject(new Error("these records are only held, and are written nowhere"));
  return {
    readRepository: async () => held.repository,
    readState: async () => held.state,
    readForgotten: async () => null,
    days: async (kind) => [...new Set(all[kind].flatMap((record) => placeOf(kind, record) ?? []))].sort(),
    read: async (kind, day) => all[kind].filter((record) => placeOf(kind, record) === day),
    unreadable: () => [...(held.unreadable ?? [])],
    sizes: async () => [],
    writeRepository: readOnly,
    readGuardTable: async () => null,
    writeState: readOnly,
    writeForgotten: readOnly,
    writeGuardTable: readOnly,
    merge: readOnly,
    rewrite: readOnly,
  };
}
