/** One request as the simulated GitHub answered it. */
export type Exchange = {
  method: string;
  /** With the query, as the client wrote it. */
  path: string;
  /** 0: the connection was reset. */
  status: number;
  /** The endpoint's template (`/actions/runs/{run_id}/jobs`), `storage` behind a signed URL, null when there is none. */
  route: string | null;
  /** What was left of the hour's limit afterwards; null without one. */
  remaining: number | null;
};
