import type { Store } from "#app/effects.ts";
import { type HeldRecords, heldRecords } from "#app/held-records.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { aJournalEntry, aRepositoryRecord, aState } from "./builders.ts";

/** A store of given records, in a repository and after a sync like any. */
export function memoryStore({
  readings = [],
  ...records
}: Partial<HeldRecords> & { readings?: readonly StoredAnalysis[] } = {}): Store {
  return {
    ...heldRecords({
      repository: aRepositoryRecord(),
      state: aState(),
      journal: [aJournalEntry()],
      analyses: readings,
      ...records,
    }),
    sizes: async () => [{ path: "state.json", bytes: 200 }],
  };
}
