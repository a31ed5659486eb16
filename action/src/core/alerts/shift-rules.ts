import { causeOf } from "#core/alerts/outcome-rules.ts";
import type { Sample } from "#core/alerts/series.ts";
import { BARE, type Condition, newestRuns, type Subject, type Unit } from "#core/records/condition.ts";
import { risePoint, sharpest } from "#core/statistics/change-point.ts";
import { median } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { rankSumRise } from "#core/statistics/rank-sum.ts";
import { normalTail } from "#core/statistics/tails.ts";

/** A figure of runs whose level may rise. `floor`: a smaller difference is not worth anybody's attention. */
export type Shifting = { rule: string; of: (sample: Sample) => number | null; unit: Unit; floor: number };

export const SHIFTS: readonly Shifting[] = [
  { rule: "shift-duration", of: ({ seconds }) => seconds, unit: "seconds", floor: 5 },
  { rule: "shift-cost", of: ({ nano_usd }) => nano_usd, unit: "nano_usd", floor: 50_000_000 },
  { rule: "shift-tokens", of: ({ tokens }) => tokens, unit: "tokens", floor: 1000 },
];

/** Rank sum of the newest against those before, or Pettitt's change point: either finds what the other misses. */
const AFTER = ENOUGH.shift;
const BEFORE = 100;
const CHANCE = { rankSum: 3e-4, changePoint: 1e-3 };
const RATIO = { fires: 1.5, holds: 1.2 };

/**
 * Whether the newest runs take more than those before them, beyond chance, by half or more.
 *
 * @param watched how many series are asked this, for the chance of a false alarm is that of all of them together
 */
export function shift(
  samples: readonly Sample[],
  subject: Subject,
  { rule, of, unit, floor }: Shifting,
  watched: number,
): Condition[] {
  const known = samples.filter((sample) => of(sample) !== null).slice(-AFTER - BEFORE);
  const values = known.map((sample) => of(sample) ?? 0);
  const newest = values.slice(-AFTER);
  const before = values.slice(0, -AFTER);
  if (newest.length < AFTER || before.length < ENOUGH.shift) return [];
  const place = changePlace(values, watched) ?? (isRaised(before, newest, watched) ? before.length : null);
  const at = place ?? before.length;
  const [was, is] = [median(values.slice(0, at)) ?? 0, median(values.slice(at)) ?? 0];
  const isStill = (median(newest.slice(-ENOUGH.changePoint)) ?? 0) >= RATIO.holds * was;
  const fires = place !== null && is >= RATIO.fires * was && is - was >= floor && isStill;
  if (!fires && (is < RATIO.holds * was || is - was < floor || !isStill)) return [];
  return [
    {
      ...BARE,
      ...{ rule, subject, fires, unit, value: is, baseline: was, n: values.length - at, baseline_n: at },
      since: known[at]?.at ?? null,
      runs: newestRuns(known.slice(at)),
      cause: causeOf(known[at - 1], known[at]),
    },
  ];
}

function isRaised(before: readonly number[], after: readonly number[], watched: number): boolean {
  return normalTail(rankSumRise(before, after)) <= CHANCE.rankSum / watched;
}

/** How many values come before the change; null: there is none. */
function changePlace(values: readonly number[], watched: number): number | null {
  const places = values.flatMap((_, index) =>
    index >= ENOUGH.changePoint && values.length - index >= ENOUGH.changePoint ? [index] : [],
  );
  const found = risePoint(values, places);
  if (found === null || found.statistic <= 0 || found.serial_chance > CHANCE.changePoint / watched)
    return null;
  return sharpest(values, found.before, places);
}
