import type { FailureNews } from "#app/sync/news.ts";
import type { Run } from "#core/records/run.ts";
import type { Home } from "#core/sync/payload/home.ts";
import type { SyncFigures } from "#core/sync/sync-figures.ts";

export type SyncResult = SyncFigures & {
  /** Whether any byte of the records changed. */
  changed: boolean;
  /** What this sync learned of failures that have just happened, newest first. */
  news: FailureNews[];
  /** Attempts of pull requests that ended lately and whose costs this sync learned, newest first. */
  spent: Run[];
  /** Where the repository is now, when it is no longer called as it was asked for; null: it is. */
  moved: Home | null;
};
