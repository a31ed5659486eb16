import { hasEnded } from "#core/records/ended.ts";
import { compare, compareText, greater } from "#core/records/order.ts";
import type { Artifact, Detail, PullRequest, Run } from "#core/records/run.ts";

/**
 * Two observations of the same thing become one, whatever came first: every merge here is associative,
 * commutative and idempotent, so that syncs that overlap end with the same bytes in any order.
 *
 * A run has parts that are observed apart, and each part is the greater of the two by an order of its own:
 * - the row (title, status, times): ended beats not ended, then the later `updated_at`, then fewer
 *   unknown fields;
 * - its detail (`detail`, `jobs`, `job_times`, `duration_seconds`): `full` beats `summary` beats `pending` (a decision not to
 *   fetch beats the intention), then jobs that ended later;
 * - pull requests and artifacts: known beats unknown, and what was seen once stays.
 */
export function mergeRun(a: Run, b: Run): Run {
  const detail = greater(a, b, compareDetails);
  const { job_times: _, ...seen } = greater(a, b, compareRows);
  return {
    ...seen,
    duration_seconds: detail.duration_seconds,
    pull_requests: union(a.pull_requests, b.pull_requests, (pull) => pull.number, comparePulls),
    artifacts: union(a.artifacts, b.artifacts, (artifact) => artifact.id, compareArtifacts),
    detail: detail.detail,
    jobs: detail.jobs,
    ...(detail.job_times && { job_times: detail.job_times }),
  };
}

const DETAIL_RANK: Readonly<Record<Detail, number>> = { pending: 0, summary: 1, full: 2 };

function compareRows(a: Run, b: Run): number {
  return (
    Number(hasEnded(a)) - Number(hasEnded(b)) ||
    compare(a.updated_at ?? "", b.updated_at ?? "") ||
    unknowns(b) - unknowns(a) ||
    compareText(row(a), row(b))
  );
}

function row(run: Run): Partial<Run> {
  const { duration_seconds, pull_requests, artifacts, detail, jobs, job_times, ...rest } = run;
  return rest;
}

function unknowns(run: Run): number {
  return Object.values(row(run)).filter((value) => value === null).length;
}

/** Looks at nothing but the detail itself: an order that asked the row too would not be associative. */
function compareDetails(a: Run, b: Run): number {
  return (
    DETAIL_RANK[a.detail] - DETAIL_RANK[b.detail] ||
    compare(lastEnd(a), lastEnd(b)) ||
    (a.duration_seconds ?? -1) - (b.duration_seconds ?? -1) ||
    Number(a.job_times !== undefined) - Number(b.job_times !== undefined) ||
    compareText(a.jobs, b.jobs) ||
    compareText(a.job_times ?? [], b.job_times ?? [])
  );
}

function lastEnd(run: Run): string {
  return (run.jobs ?? []).reduce(
    (last, job) => (compare(job.completed_at ?? "", last) > 0 ? (job.completed_at ?? "") : last),
    "",
  );
}

function comparePulls(a: PullRequest, b: PullRequest): number {
  return Number(a.source === "run") - Number(b.source === "run");
}

function compareArtifacts(a: Artifact, b: Artifact): number {
  return Number(a.expired) - Number(b.expired) || compareText(a, b);
}

/** Null is not known; of two entries with one key the greater stays. Sorted by key. */
function union<T>(
  a: readonly T[] | null,
  b: readonly T[] | null,
  keyOf: (entry: T) => string | number,
  order: (x: T, y: T) => number,
): T[] | null {
  if (a === null && b === null) return null;
  const entries = new Map<string | number, T>();
  for (const entry of [...(a ?? []), ...(b ?? [])]) {
    const known = entries.get(keyOf(entry));
    entries.set(keyOf(entry), known === undefined ? entry : greater(known, entry, order));
  }
  return [...entries].sort(([x], [y]) => compare(x, y)).map(([, entry]) => entry);
}
