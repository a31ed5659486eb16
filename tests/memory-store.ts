import type { Store } from "#app/effects.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Repository } from "#core/records/repository.ts";
import type { Run } from "#core/records/run.ts";
import type { State } from "#core/records/state.ts";
import { dayOf, monthOf } from "#core/time.ts";
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
};

/** A store that holds what it is given and cannot be written to. */
export function memoryStore(records: Records = {}): Store {
  const { runs = [], readings = [], pulls = [], executions = [], events = [] } = records;
  const { journal = [aJournalEntry()] } = records;
  const dayOfRun = ({ run_id }: { run_id: number | null }) =>
    runs.filter((run) => run.id === run_id).map((run) => dayOf(run.created_at))[0];
  const readOnly = () => Promise.reject(new Error("this store is read-only"));
  return {
    readRepository: async () => records.repository ?? aRepositoryRecord(),
    readState: async () => records.state ?? aState(),
    runDays: async () => [...new Set(runs.map((run) => dayOf(run.created_at)))].sort(),
    readRuns: async (day) => runs.filter((run) => dayOf(run.created_at) === day),
    analysisDays: async () => [...new Set(readings.flatMap((reading) => dayOfRun(reading) ?? []))].sort(),
    readAnalyses: async (day) => readings.filter((reading) => dayOfRun(reading) === day),
    executionDays: async () => [...new Set(executions.flatMap((one) => dayOfRun(one) ?? []))].sort(),
    readExecutions: async (day) => executions.filter((one) => dayOfRun(one) === day),
    eventDays: async () => [...new Set(events.map(({ timestamp }) => dayOf(timestamp)))].sort(),
    readEvents: async (day) => events.filter(({ timestamp }) => dayOf(timestamp) === day),
    pullMonths: async () => [...new Set(pulls.map((pull) => monthOf(pull.created_at)))].sort(),
    readPulls: async (month) => pulls.filter((pull) => monthOf(pull.created_at) === month),
    journalMonths: async () => [...new Set(journal.map((entry) => monthOf(entry.started_at)))].sort(),
    readJournal: async (month) => journal.filter((entry) => monthOf(entry.started_at) === month),
    sizes: async () => [{ path: "state.json", bytes: 200 }],
    writeRepository: readOnly,
    writeState: readOnly,
    mergeRuns: readOnly,
    mergeAnalyses: readOnly,
    mergeExecutions: readOnly,
    appendEvents: readOnly,
    mergePulls: readOnly,
    dropJobs: readOnly,
    appendJournal: readOnly,
  };
}
