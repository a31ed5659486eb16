import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { bucketOf, PERIODS, type Period } from "#core/attempts/period.ts";
import { countOutcome, isDecided, noOutcomes, Outcomes } from "#core/outcome.ts";
import { type Distribution, distribution } from "#core/statistics/distribution.ts";
import { Utc } from "#core/time.ts";

/** A published period: `from` inclusive, `to` exclusive. */
export const Stretch = z.strictObject({
  name: z.enum(PERIODS),
  from: Utc,
  to: Utc,
  bucket_seconds: z.number().int(),
});
export type Stretch = z.infer<typeof Stretch>;

export function stretchOf({ name, from, to, bucketSeconds }: Period): Stretch {
  return { name, from, to, bucket_seconds: bucketSeconds };
}

/** One bar of a trend. The first and the last may be cut by the period; the last is still filling. */
export const Bucket = z.strictObject({
  start: Utc,
  outcomes: Outcomes,
  /** Of attempts that succeeded or failed; null where there was none. A median of few is shown, with its n. */
  p50_seconds: z.number().nullable(),
  p95_seconds: z.number().nullable(),
  /** What the two percentiles are of. */
  timed: z.number().int(),
});
export type Bucket = z.infer<typeof Bucket>;

/** Counts attempts by the bucket they started in; those outside the period are passed over. */
export function bucketCounter(period: Period): Fold<Bucket[]> {
  const slots = period.buckets.map((start) => ({ start, outcomes: noOutcomes(), durations: [] as number[] }));
  return {
    add({ run, at, role }) {
      const slot = slots[bucketOf(period, at)];
      if (slot === undefined) return;
      countOutcome(slot.outcomes, run);
      if (run.duration_seconds !== null && isDecided(role)) slot.durations.push(run.duration_seconds);
    },
    finish: () =>
      slots.map(({ start, outcomes, durations }) => {
        const { n, p50, p95 }: Distribution = distribution(durations);
        return { start, outcomes, p50_seconds: p50, p95_seconds: p95, timed: n };
      }),
  };
}
