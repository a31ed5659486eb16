import type { RecordFile } from "#core/records/files.ts";
import { each, raisedTo } from "#core/records/migrate-old.ts";

/** 3 → 4: jobs did not tell a wait for an approval from one for a runner, which is not known of them any more. */
export function waits(file: RecordFile, data: unknown): unknown {
  return raisedTo(4, file, data, {
    runs: (run) =>
      Array.isArray(run["jobs"])
        ? { ...run, jobs: each(run["jobs"], (job) => ({ ...job, approval_seconds: null })) }
        : run,
  });
}
