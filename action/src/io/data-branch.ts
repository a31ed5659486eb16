import type { Clock, Report } from "#app/effects.ts";

/** A git branch that holds records, as a folder to read and write, and a way to publish what was written. */
export type DataBranch = {
  /** The data-dir on disk: give it to `directoryStore`. */
  directory: string;
  /** Commits and pushes the records that changed; no commit when none did. Merges when somebody else pushed. */
  publish(message: string): Promise<{ committed: boolean; sha: string | null; tries: number }>;
  /** A text file from the remote's default branch, e.g. `.github/agentops.yml`; null when absent. */
  readDefaultBranchFile(path: string): Promise<string | null>;
  /** Removes the clone; the workspace's own checkout (branch `.`) stays. */
  close(): Promise<void>;
};

export type DataBranchOptions = {
  /** `https://github.com`, an Enterprise host, or `file:///…` in tests: the remote is `<serverUrl>/<repository>.git`. */
  serverUrl: string;
  repository: string;
  /** Null: git's own credentials. */
  token: string | null;
  /** `agentops-data`; made as an orphan branch when absent. `.`: the branch checked out in `workDir`. */
  branch: string;
  /** Where to make the clone (a sub-folder of it); for branch `.`, the checkout itself. */
  workDir: string;
  /** The folder of the records on the branch, relative. Default `data`. */
  dataDir?: string;
  report: Report;
  clock: Clock;
};

export async function openDataBranch(options: DataBranchOptions): Promise<DataBranch> {
  throw new Error(`not yet: ${options.branch}`);
}
