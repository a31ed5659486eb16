import type { JournalEntry } from "#core/records/journal.ts";

/** What one sync came to, as its outputs, its summary and the terminal tell it. */
export type SyncFigures = {
  /** Whether nothing is pending. */
  complete: boolean;
  /** Attempts, as everywhere below. */
  runsAdded: number;
  runsUpdated: number;
  runsTotal: number;
  pending: number;
  /** About how many more syncs the rest takes; 0 when complete, null when it cannot be told. */
  syncsRemaining: number | null;
  /** Why the sync stopped early; null when it did all it could. */
  stopped: string | null;
  entry: JournalEntry;
};
