import type { FailureNews } from "#app/sync/news.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import type { Run } from "#core/records/run.ts";
import type { Home } from "#core/sync/payload/home.ts";

export type SyncResult = {
  /** Whether any byte of the records changed. */
  changed: boolean;
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
  /** What this sync learned of failures that have just happened, newest first. */
  news: FailureNews[];
  /** Attempts of pull requests that ended lately and whose costs this sync learned, newest first. */
  spent: Run[];
  /** Where the repository is now, when it is no longer called as it was asked for; null: it is. */
  moved: Home | null;
  entry: JournalEntry;
};
