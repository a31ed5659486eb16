import { count, duration, moment, percent } from "#core/format.ts";
import { rate } from "#core/statistics/rate.ts";
import { formatUtc } from "#core/time.ts";
import type { Histogram, RunsSummary } from "./summary.ts";

/** `Success 91.2 % of 214 · median 2m 04s · p95 12m 30s` */
export function figureWords({ duration: times, succeeded, failed }: RunsSummary): string {
  const success = rate(succeeded, succeeded + failed);
  const p95 = times.p95 === null ? "" : ` · p95 ${duration(times.p95)}`;
  return `Success ${percent(success.value)} of ${count(success.n)} · median ${duration(times.p50)}${p95}`;
}

/** The histogram's finding, for those who do not see it. */
export function histogramWords({ start, bucketSeconds, failed, other }: Histogram): string {
  const totals = failed.map((bad, index) => bad + (other[index] ?? 0));
  const most = Math.max(...totals);
  if (most <= 0) return "No attempts in this period";
  const busiest = start + totals.indexOf(most) * bucketSeconds;
  return `Attempts by ${bucketWord(bucketSeconds)}; most ${moment(formatUtc(busiest))}: ${count(most)}`;
}

/** `And` for the live region: `214 runs, 18 failed`. */
export function countWords(attempts: number, { failed }: Pick<RunsSummary, "failed">): string {
  return `${count(attempts)} ${attempts === 1 ? "attempt" : "attempts"}, ${count(failed)} failed`;
}

function bucketWord(seconds: number): string {
  if (seconds % 86_400 === 0) return seconds === 86_400 ? "day" : `${seconds / 86_400} days`;
  if (seconds % 3600 === 0) return seconds === 3600 ? "hour" : `${seconds / 3600} hours`;
  return `${Math.round(seconds / 60)} minutes`;
}
