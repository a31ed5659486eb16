import type { Clock, GitHub, Report, Safekeeping, Store } from "#app/effects.ts";
import type { Config } from "#core/config.ts";

export type SyncEffects = {
  github: GitHub;
  store: Store;
  safekeeping: Safekeeping;
  clock: Clock;
  report: Report;
  /** Why whoever runs us wants the sync to end now; null: nobody does. */
  interrupted(): string | null;
};

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
  /** Whose logs are read: no failure's, those that this sync or an unfinished one found, or every stored one's. */
  analyzeFailures: "off" | "new" | "all";
  /** How many runs of a workflow, newest first, keep jobs and steps. Null: all. */
  fullDetailRuns: number | null;
  /** How many more keep a row without jobs. Null: all the others. */
  summaryRuns: number | null;
  /** Null: a share of the hourly limit that depends on `trigger`. */
  maxApiRequests: number | null;
  /** Nothing more is asked after so many minutes: the job that runs us ends, whatever we have done by then. */
  maxMinutes: number;
  /** GitHub's event that started us, or `cli`. */
  trigger: string;
  ownRunId: number | null;
  /** The commit of the data branch that the records are from; null: there is none. */
  dataTip: string | null;
  /** Path of the workflow that runs us, e.g. `.github/workflows/agentops-data-sync.yml`. */
  ownWorkflowFile: string | null;
};
