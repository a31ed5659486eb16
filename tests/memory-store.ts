import type { Store } from "#app/effects.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { StoredAnalysis } from "#core/records/shard.ts";
import type { State } from "#core/records/state.ts";
import { dayOf, monthOf } from "#core/time.ts";
import { aJournalEntry, aRepositoryRecord, aState } from "./builders.ts";

type Records = {
  repository?: Repository;
  state?: State;
  journal?: JournalEntry[];
  runs?: readonly Run[];
  readings?: readonly StoredAnalysis[];
};

/** A store that holds what it is given and cannot be written to. */
export function memoryStore(records: Records = {}): Store {
  const { runs = [], readings = [], journal = [aJournalEntry()] } = records;
  const dayOfReading = (reading: StoredAnalysis) =>
    runs.filter((run) => run.id === reading.run_id).map((run) => dayOf(run.created_at))[0];
  const readOnly = () => Promise.reject(new Error("this store is read-only"));
  return {
    readRepository: async () => records.repository ?? aRepositoryRecord(),
    readState: async () => records.state ?? aState(),
    runDays: async () => [...new Set(runs.map((run) => dayOf(run.created_at)))].sort(),
    readRuns: async (day) => runs.filter((run) => dayOf(run.created_at) === day),
    analysisDays: async () => [...new Set(readings.flatMap((reading) => dayOfReading(reading) ?? []))].sort(),
    readAnalyses: async (day) => readings.filter((reading) => dayOfReading(reading) === day),
    executionDays: async () => [],
    readExecutions: async () => [],
    eventDays: async () => [],
    readEvents: async () => [],
    journalMonths: async () => [...new Set(journal.map((entry) => monthOf(entry.started_at)))].sort(),
    readJournal: async (month) => journal.filter((entry) => monthOf(entry.started_at) === month),
    sizes: async () => [{ path: "state.json", bytes: 200 }],
    writeRepository: readOnly,
    writeState: readOnly,
    mergeRuns: readOnly,
    mergeAnalyses: readOnly,
    mergeExecutions: readOnly,
    appendEvents: readOnly,
    dropJobs: readOnly,
    appendJournal: readOnly,
  };
}
