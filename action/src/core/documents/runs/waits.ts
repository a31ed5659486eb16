import { jobBegan } from "#core/documents/runs/timeline.ts";
import { ownJobs, type Run, startedAt } from "#core/records/run.ts";
import { secondsBetween } from "#core/time.ts";

/** What an attempt waited for, in seconds, apart from each other; null where it is not known. */
export type Waits = {
  /** Its first job, for a runner. */
  queue: number | null;
  /** The longest of its jobs, for somebody to approve it. */
  approval: number | null;
  /** Before it had any job: for a run of its concurrency group to end. */
  concurrency: number | null;
};

export function waitsOf(run: Run): Waits {
  const jobs = ownJobs(run);
  const began = jobs.filter(jobBegan).filter(({ started_at }) => started_at !== null);
  const [first] = began.toSorted((a, b) => ((a.started_at ?? "") < (b.started_at ?? "") ? -1 : 1));
  const approvals = began.map(({ approval_seconds }) => approval_seconds);
  const created = jobs.flatMap(({ created_at }) => created_at ?? []).sort()[0] ?? null;
  return {
    queue: first?.queued_seconds ?? null,
    approval:
      approvals.length === 0 || approvals.includes(null)
        ? null
        : Math.max(...approvals.map((seconds) => seconds ?? 0)),
    // A fork's run may have waited for a maintainer to let it run at all.
    concurrency: run.from_fork ? null : secondsBetween(startedAt(run), created),
  };
}
