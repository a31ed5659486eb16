import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { isChild, usageOf } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { ownJobs } from "#core/records/run.ts";
import { epoch, formatUtc, secondsBetween, Utc } from "#core/time.ts";

const Count = z.number().int();
const Peak = z.strictObject({ most: Count, at: Utc.nullable(), n: Count });

/** How much went on at once. `n`: what the peak is of. */
export const Concurrency = z.strictObject({
  /** Executions that worked at the same time; those without times are left out. */
  working: Peak,
  /** Attempts whose first job waited for a runner at the same time. */
  waiting: Peak,
  /** Requests to models; null where not told. Rates are while it worked. */
  requests: Count.nullable(),
  requests_per_minute: z.number().nullable(),
  /** The busiest hour by the start of the executions. */
  busiest_hour: z.strictObject({ at: Utc, requests: Count }).nullable(),
});
export type Concurrency = z.infer<typeof Concurrency>;

type Interval = { from: number; to: number };
const HOUR = 3600;

export function concurrency(): InvocationFold<Concurrency> {
  const working: Interval[] = [];
  const waiting = new Map<string, Interval>();
  const hours = new Map<number, number>();
  const sums = { requests: null as number | null, seconds: 0 };
  return {
    add(invocation) {
      const { run, startedAt, duration, execution } = invocation;
      const from = epoch(startedAt);
      if (!isChild(invocation) && duration !== null) working.push({ from, to: from + duration });
      const wait = waitOf(run);
      if (wait !== null) waiting.set(`${run.id}/${run.run_attempt}`, wait);
      const reported = usageOf(invocation).flatMap(({ usage: row }) => row.requests ?? []);
      const requests =
        reported.length > 0 ? reported.reduce((a, b) => a + b, 0) : (execution?.model_calls ?? null);
      if (requests === null) return;
      sums.requests = (sums.requests ?? 0) + requests;
      if (duration !== null) sums.seconds += duration;
      const hour = Math.floor(from / HOUR) * HOUR;
      raise(hours, hour, requests);
    },
    finish() {
      const busiest = [...hours].reduce<[number, number] | null>(
        (most, hour) => (most === null || hour[1] > most[1] ? hour : most),
        null,
      );
      return {
        working: peakOf(working),
        waiting: peakOf([...waiting.values()]),
        requests: sums.requests,
        requests_per_minute:
          sums.requests === null || sums.seconds === 0 ? null : (sums.requests * 60) / sums.seconds,
        busiest_hour: busiest === null ? null : { at: formatUtc(busiest[0]), requests: busiest[1] },
      };
    },
  };
}

function waitOf(run: Parameters<typeof ownJobs>[0]): Interval | null {
  const [first] = ownJobs(run)
    .filter((job) => job.created_at !== null && job.started_at !== null && job.duration_seconds !== null)
    .sort((a, b) => ((a.started_at ?? "") < (b.started_at ?? "") ? -1 : 1));
  if (first === undefined || first.created_at === null) return null;
  const seconds = secondsBetween(first.created_at, first.started_at);
  const from = epoch(first.created_at);
  return seconds === null ? null : { from, to: from + seconds };
}

/** The first moment at which most of them overlap; one that ends when another begins does not. */
function peakOf(intervals: readonly Interval[]): z.infer<typeof Peak> {
  const edges = intervals
    .filter(({ from, to }) => to > from)
    .flatMap(({ from, to }) => [
      { at: from, step: 1 },
      { at: to, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  let now = 0;
  let peak = { most: 0, at: null as number | null };
  for (const { at, step } of edges) {
    now += step;
    if (now > peak.most) peak = { most: now, at };
  }
  return { ...peak, at: peak.at === null ? null : formatUtc(peak.at), n: intervals.length };
}
