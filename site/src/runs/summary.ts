/** What the strip above the table says about the selected rows. */
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { roleOf } from "#core/outcome.ts";
import { type Distribution, distribution } from "#core/statistics/distribution.ts";

export type RunsSummary = {
  /** Seconds of the attempts that succeeded or failed; the rest would only make it look fast. */
  duration: Distribution;
  succeeded: number;
  failed: number;
  histogram: Histogram;
};

/** Rows by when they started. `start` of the first bucket in epoch seconds, aligned to UTC. */
export type Histogram = { start: number; bucketSeconds: number; failed: Int32Array; other: Int32Array };

const BUCKETS = [300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
const MOST_BUCKETS = 60;

export function summarize(table: RunTable, rows: Int32Array, from: number, to: number): RunsSummary {
  const roles = table.state.values.map(roleOf);
  const isFailure = Uint8Array.from(roles, (role) => Number(role === "failure"));
  const isTimed = Uint8Array.from(roles, (role) => Number(role === "failure" || role === "success"));
  const histogram = emptyHistogram(from, to);
  const { start, bucketSeconds } = histogram;
  const durations = new Float64Array(rows.length);
  let timed = 0;
  let failed = 0;
  let decided = 0;
  for (const row of rows) {
    const state = table.state.codes[row] ?? 0;
    const seconds = table.duration[row] ?? Number.NaN;
    const bucket = Math.floor(((table.started[row] ?? 0) - start) / bucketSeconds);
    const bars = isFailure[state] === 1 ? histogram.failed : histogram.other;
    bars[bucket] = (bars[bucket] ?? 0) + 1;
    if (isTimed[state] !== 1) continue;
    decided += 1;
    failed += isFailure[state] ?? 0;
    if (Number.isNaN(seconds)) continue;
    durations[timed] = seconds;
    timed += 1;
  }
  return {
    duration: distribution(durations.subarray(0, timed)),
    succeeded: decided - failed,
    failed,
    histogram,
  };
}

function emptyHistogram(from: number, to: number): Histogram {
  const bucketSeconds =
    BUCKETS.find((size) => (to - from) / size <= MOST_BUCKETS) ?? Math.ceil((to - from) / MOST_BUCKETS);
  const start = Math.floor(from / bucketSeconds) * bucketSeconds;
  const buckets = Math.max(1, Math.ceil((to - start) / bucketSeconds));
  return { start, bucketSeconds, failed: new Int32Array(buckets), other: new Int32Array(buckets) };
}
