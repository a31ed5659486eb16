import type { State } from "#core/records/state.ts";
import { addSeconds, DAY_SECONDS, epoch, HOUR_SECONDS, monthOf, startOfDay, type Utc } from "#core/time.ts";

/** The stretches of time that pages offer. `mtd`: the month to date. */
export const PERIODS = ["24h", "7d", "30d", "90d", "mtd"] as const;
export type PeriodName = (typeof PERIODS)[number];

const DAYS: Readonly<Record<Exclude<PeriodName, "mtd">, number>> = {
  "24h": 1,
  "7d": 7,
  "30d": 30,
  "90d": 90,
};
const BUCKET_SECONDS: Readonly<Record<PeriodName, number>> = {
  "24h": HOUR_SECONDS,
  "7d": 6 * HOUR_SECONDS,
  "30d": DAY_SECONDS,
  "90d": DAY_SECONDS,
  mtd: DAY_SECONDS,
};

/** A period laid over the clock: `from` inclusive, `to` exclusive (= now), in epoch seconds inside. */
export type Period = {
  name: PeriodName;
  from: Utc;
  to: Utc;
  /** The equal stretch before, for comparison. */
  previousFrom: Utc;
  bucketSeconds: number;
  /** Starts of the buckets, aligned to UTC; the last one is still filling. */
  buckets: Utc[];
};

export function periodAt(name: PeriodName, now: Utc): Period {
  const from = name === "mtd" ? startOfDay(`${monthOf(now)}-01`) : addSeconds(now, -DAYS[name] * DAY_SECONDS);
  const length = epoch(now) - epoch(from);
  const bucketSeconds = BUCKET_SECONDS[name];
  const buckets: Utc[] = [];
  const first = Math.floor(epoch(from) / bucketSeconds) * bucketSeconds;
  for (let start = first; start < epoch(now); start += bucketSeconds)
    buckets.push(addSeconds("1970-01-01T00:00:00Z", start));
  return { name, from, to: now, previousFrom: addSeconds(from, -length), bucketSeconds, buckets };
}

/** Which bucket an instant falls into; -1 outside the period. */
export function bucketOf(period: Period, at: Utc): number {
  if (at < period.from || at >= period.to) return -1;
  const first = period.buckets[0];
  return first === undefined ? -1 : Math.floor((epoch(at) - epoch(first)) / period.bucketSeconds);
}

export function isWithin({ from, to }: Pick<Period, "from" | "to">, at: Utc): boolean {
  return at >= from && at < to;
}

/** Whether everything since then has been listed: half a stretch looks like a collapse or a boom. */
export function isListed(since: Utc, { state: { covered } }: { state: Pick<State, "covered"> }): boolean {
  return covered !== null && covered.from <= since;
}
