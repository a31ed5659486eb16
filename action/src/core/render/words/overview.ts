import type { PeriodName } from "#core/attempts/period.ts";
import type { Stretch } from "#core/documents/figures/buckets.ts";
import type { Figures } from "#core/documents/figures/figures.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";
import { count, duration, percent, plural, points } from "#core/format.ts";
import { change } from "#core/statistics/rate.ts";

const IN_PERIOD: Readonly<Record<PeriodName, string>> = {
  "24h": "In the last 24 hours",
  "7d": "In the last 7 days",
  "30d": "In the last 30 days",
  "90d": "In the last 90 days",
  mtd: "This month",
};

/** What of the overview is put in words. */
type Summed = {
  period: Stretch;
  current: Figures;
  previous: Figures | null;
  by_failures: readonly WorkflowRow[];
  by_minutes: readonly WorkflowRow[];
};

/** The period in a few plain sentences: what screen readers, mails and people in a hurry get. */
export function summarize({ current, previous, by_failures, by_minutes, period }: Summed): string {
  const when = IN_PERIOD[period.name];
  if (current.attempts === 0) return `${when} nothing ran.`;
  const retried = current.reruns > 0 ? ` in ${count(current.attempts)} attempts` : "";
  const sentences = [`${when} ${plural(current.runs, "run")} started${retried}.`];

  const { value, n } = current.success;
  if (value !== null) {
    const difference = change(value, previous?.success.value ?? null);
    const compared = difference === null ? "" : `, ${points(difference)} against the stretch before`;
    sentences.push(`${percent(value)} of ${plural(n, "finished attempt")} succeeded${compared}.`);
  }
  const { p50, p95 } = current.duration;
  if (p50 !== null)
    sentences.push(
      p95 === null
        ? `Half of them took ${duration(p50)} or less.`
        : `Half of them took ${duration(p50)} or less, one in twenty more than ${duration(p95)}.`,
    );
  const worst = by_failures[0];
  if (worst)
    sentences.push(
      `Most failures: ${worst.name} (${count(worst.current.outcomes.failure)} of ${count(worst.current.success.n)}).`,
    );
  const busiest = by_minutes[0];
  if (busiest && current.job_minutes)
    sentences.push(
      `Most job minutes: ${busiest.name} (${percent((busiest.current.job_minutes ?? 0) / current.job_minutes)} of ${count(current.job_minutes)}).`,
    );
  return sentences.join(" ");
}
