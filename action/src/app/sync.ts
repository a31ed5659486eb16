import type { Clock, GitHub, Report, Store } from "#app/effects.ts";
import type { Config } from "#core/config.ts";
import type { JournalEntry } from "#core/records/journal.ts";

export type SyncEffects = { github: GitHub; store: Store; clock: Clock; report: Report };

export type SyncOptions = {
  /** `owner/name`. */
  repository: string;
  config: Config;
  /** Globs over workflow names and files; empty means all. */
  workflows: string[];
  /** How many runs of a workflow get their jobs in one sync. Null: 50 on the first sync, then unlimited. */
  maxRunsPerWorkflow: number | null;
  lookbackDays: number;
  jobs: "true" | "agents" | "false";
  /** How many runs of a workflow, newest first, keep jobs and steps. Null: all. */
  fullDetailRuns: number | null;
  /** How many more keep a row without jobs. Null: all the others. */
  summaryRuns: number | null;
  /** Null: a share of the hourly limit that depends on `trigger`. */
  maxApiRequests: number | null;
  /** GitHub's event that started us, or `cli`. */
  trigger: string;
  ownRunId: number | null;
  /** Path of the workflow that runs us, e.g. `.github/workflows/agentops-data-sync.yml`. */
  ownWorkflowFile: string | null;
};

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
  entry: JournalEntry;
};

/** Plan, fetch, merge, save. Throws `UserError` when GitHub refuses the token or the repository. */
export async function sync(_effects: SyncEffects, _options: SyncOptions): Promise<SyncResult> {
  throw new Error("not yet");
}
