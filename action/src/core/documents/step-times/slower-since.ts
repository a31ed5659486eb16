import * as z from "zod";
import { slowdown } from "#core/documents/step-times/slowdown.ts";
import { executions, type StepSamples } from "#core/documents/step-times/step-samples.ts";
import { isDecided } from "#core/outcome.ts";
import { addSeconds, DAY_SECONDS, formatUtc, Utc } from "#core/time.ts";

/** Since when a step takes longer, found in the last 90 days whatever the period. */
export const StepSlowdown = z.strictObject({
  since: Utc,
  /** The first slower commit and the last faster one: the cause lies between the two. */
  sha: z.string(),
  last_fast_sha: z.string(),
  before_seconds: z.number(),
  after_seconds: z.number(),
  before_n: z.number().int(),
  after_n: z.number().int(),
});
export type StepSlowdown = z.infer<typeof StepSlowdown>;

const SLOWDOWN_DAYS = 90;

/** Since when executions are looked at for a slowdown, whatever the period. */
export function slowdownsFrom(now: Utc): Utc {
  return addSeconds(now, -SLOWDOWN_DAYS * DAY_SECONDS);
}

export function slowerSince(samples: StepSamples, now: Utc): StepSlowdown | null {
  const timed = [...executions(samples, slowdownsFrom(now), now)]
    .filter(({ role }) => isDecided(role))
    .map(({ attempt, seconds }) => ({ at: attempt.at, sha: attempt.sha, seconds }));
  const found = slowdown(timed);
  if (found === null) return null;
  const { at, ...rest } = found;
  return { since: formatUtc(at), ...rest };
}
