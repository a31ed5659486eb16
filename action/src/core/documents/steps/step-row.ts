import * as z from "zod";
import type { Period } from "#core/attempts/period.ts";
import { StepSlowdown } from "#core/documents/step-times/slower-since.ts";
import { type AttemptStart, executions, type StepSamples } from "#core/documents/step-times/step-samples.ts";
import { isDecided } from "#core/outcome.ts";
import { compareValues, Difference } from "#core/statistics/compare.ts";
import { Distribution, distribution, median, nearestRank } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { DAY_SECONDS, epoch } from "#core/time.ts";

/** What a step takes, over the executions that ran to an end, in seconds. */
export const Spread = z.strictObject({
  min: z.number(),
  p5: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p95: z.number(),
  max: z.number(),
});
export type Spread = z.infer<typeof Spread>;

export const StepRow = z.strictObject({
  workflow_id: z.number().int(),
  workflow: z.string(),
  workflow_slug: z.string(),
  /** The base name that a matrix's variants share. */
  job: z.string(),
  step: z.string(),
  /** Full names of the jobs behind it, sorted. */
  variants: z.array(z.string()),
  /** The runner's own: set-up, clean-up, an action's pre and post. */
  runner: z.boolean(),
  /** Attempts in which it ran. */
  attempts: z.number().int(),
  /** Executions that ended in success or failure: a cancelled one says nothing about how long it takes. */
  duration: Distribution,
  /** Null below five executions. */
  spread: Spread.nullable(),
  failures: Rate,
  /** Everything that ran, the cancelled too, and its share of all steps of the period. */
  total_seconds: z.number(),
  share: z.number().nullable(),
  /** Attempts in which it lay on the critical path, of those in which it ran. */
  critical: Rate,
  /** Seconds in which nothing else of the run was under way: what shortening the step can save. */
  exclusive_seconds: z.number(),
  /** Against the equal stretch before; null when that is not fully known. */
  change: Difference.nullable(),
  /** Median per day (in 24h per hour), the last one still filling; null where nothing ran. */
  trend: z.array(z.number().nullable()),
  slower: StepSlowdown.nullable(),
  slowest: z
    .strictObject({ run_id: z.number().int(), run_attempt: z.number().int(), seconds: z.number() })
    .nullable(),
});
export type StepRow = z.infer<typeof StepRow>;

/** The figures of one step in one period; null when it did not run. */
export function stepFigures(samples: StepSamples, period: Period, comparable: boolean) {
  const ran = new Set<AttemptStart>();
  const critical = new Set<AttemptStart>();
  const ended: number[] = [];
  const trend = trendOf(period);
  const sums = { failures: 0, total: 0, exclusive: 0 };
  let slowest: StepRow["slowest"] = null;
  for (const { attempt, seconds, exclusive, role } of executions(samples, period.from, period.to)) {
    ran.add(attempt);
    sums.total += seconds;
    sums.exclusive += exclusive ?? 0;
    if (exclusive !== null) critical.add(attempt);
    if (!isDecided(role)) continue;
    ended.push(seconds);
    trend.at(attempt.at)?.push(seconds);
    if (role === "failure") sums.failures += 1;
    if (seconds > (slowest?.seconds ?? -1))
      slowest = { run_id: attempt.run_id, run_attempt: attempt.run_attempt, seconds };
  }
  if (ran.size === 0) return null;
  const before = comparable ? [...executions(samples, period.previousFrom, period.from)] : [];
  const previous = before.filter(({ role }) => isDecided(role)).map(({ seconds }) => seconds);
  return {
    attempts: ran.size,
    duration: distribution(ended),
    spread: spreadOf(ended),
    failures: rate(sums.failures, ended.length),
    total_seconds: sums.total,
    critical: rate(critical.size, ran.size),
    exclusive_seconds: sums.exclusive,
    change: comparable ? compareValues(previous, ended, "lower") : null,
    trend: trend.slots.map(median),
    slowest,
  };
}

/** Steps run seldom: shorter slots than a day would be mostly gaps. */
function trendOf(period: Period): { slots: number[][]; at(seconds: number): number[] | undefined } {
  const length = period.name === "24h" ? period.bucketSeconds : DAY_SECONDS;
  const slot = (seconds: number) => Math.floor(seconds / length);
  const first = slot(epoch(period.from));
  const slots = Array.from({ length: slot(epoch(period.to) - 1) - first + 1 }, (): number[] => []);
  return { slots, at: (seconds) => slots[slot(seconds) - first] };
}

function spreadOf(seconds: readonly number[]): Spread | null {
  if (seconds.length < ENOUGH.spread) return null;
  const ascending = Float64Array.from(seconds).sort();
  const at = (fraction: number) => nearestRank(ascending, fraction);
  return { min: at(0), p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), max: at(1) };
}
