/** What happens in the repository apart from workflows; these happenings start the runs. Times are epoch seconds. */

export type Commit = { at: number; sha: string; message: string; author: string };
export type Issue = { number: number; at: number; title: string; author: string };
export type Pull = {
  number: number;
  at: number;
  title: string;
  author: string;
  branch: string;
  /** The fork's `owner/name`; null for a branch of the repository itself. */
  fork: string | null;
  pushes: Commit[];
  mergedAt: number | null;
  /** When it was closed without being merged. */
  closedAt: number | null;
  /** The one that it takes back. */
  reverts: number | null;
};

export type Life = {
  issues: Issue[];
  pulls: Pull[];
  /** The commits of `main`, ascending. */
  mainline: Commit[];
};
