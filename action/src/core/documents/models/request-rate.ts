import * as z from "zod";
import type { Invocation } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { addSeconds, DAY_SECONDS, epoch, HOUR_SECONDS, Utc } from "#core/time.ts";

const Peak = z.strictObject({ requests: z.number(), at: Utc }).nullable();

/** The busiest minute and hour; null: no request's time is known. */
export const RequestRate = z.strictObject({
  peak_minute: Peak,
  peak_hour: Peak,
  /** Requests whose own time is told; those of others are spread evenly over their execution. */
  timed: z.number().int(),
  spread: z.number().int(),
});
export type RequestRate = z.infer<typeof RequestRate>;

const MINUTE = 60;
/** GitHub ends a run after 35 days; a duration beyond is a mistake, and would fill memory minute by minute. */
const LONGEST = 35 * DAY_SECONDS;
const EPOCH = "1970-01-01T00:00:00Z";

/** Counts requests to models by the minute. */
export function requestRateFold() {
  const minutes = new Map<number, number>();
  const sums = { timed: 0, spread: 0 };
  const add = (second: number, requests: number) => {
    const minute = Math.floor(second / MINUTE);
    raise(minutes, minute, requests);
  };
  return {
    add(invocation: Invocation, models: readonly (string | null)[], requests: number | null) {
      const reported = turnStarts(invocation, models);
      if (reported.length > 0) {
        sums.timed += reported.length;
        for (const at of reported) add(epoch(at), 1);
        return;
      }
      const { duration } = invocation;
      if (!requests || duration === null || duration > LONGEST || !invocation.execution?.started_at) return;
      sums.spread += requests;
      const from = epoch(invocation.startedAt);
      const pieces = Math.max(1, Math.ceil(duration / MINUTE));
      for (let piece = 0; piece < pieces; piece += 1) add(from + piece * MINUTE, requests / pieces);
    },
    finish: (): RequestRate => ({
      peak_minute: peak(minutes, MINUTE),
      peak_hour: peak(byHour(minutes), HOUR_SECONDS),
      ...sums,
    }),
  };
}

/** When each turn began: one request to the model. Interpolated times are no evidence of a peak. */
function turnStarts({ execution }: Invocation, models: readonly (string | null)[]): Utc[] {
  const seen = new Set<string>();
  return (execution?.steps ?? []).flatMap((step) => {
    const key = `${step.parent} ${step.turn}`;
    if (step.turn === null || step.started_at === null || step.time_estimated || seen.has(key)) return [];
    seen.add(key);
    return models.includes(step.model ?? execution?.model ?? null) ? [step.started_at] : [];
  });
}

function byHour(minutes: ReadonlyMap<number, number>): Map<number, number> {
  const hours = new Map<number, number>();
  for (const [minute, requests] of minutes) {
    const hour = Math.floor(minute / 60);
    raise(hours, hour, requests);
  }
  return hours;
}

/** The first of equals. */
function peak(counts: ReadonlyMap<number, number>, seconds: number): RequestRate["peak_hour"] {
  let best: [number, number] | null = null;
  for (const [slot, requests] of counts)
    if (best === null || requests > best[1] || (requests === best[1] && slot < best[0]))
      best = [slot, requests];
  return best && { requests: best[1], at: addSeconds(EPOCH, best[0] * seconds) };
}
