import type { Paths } from "#core/forecast/paths.ts";
import type { Day } from "#core/time.ts";

/** The first day at whose end so much of the futures has spent the amount; null: not within the period. */
export type Exhaustion = {
  /** One future in ten. */
  p10: Day | null;
  median: Day | null;
  /** Nine in ten. */
  p90: Day | null;
  /** Share of the futures that spend the amount within the period. */
  chance: number;
};

/**
 * @param paths sums from the first of `days` on
 * @param spentBefore what else counts at the end of each day
 */
export function exhaustionOf(
  paths: Paths,
  days: readonly Day[],
  spentBefore: (index: number) => number,
  amount: number,
): Exhaustion {
  const draws = paths[0]?.length ?? 0;
  const crossed = new Uint8Array(draws);
  const result: Exhaustion = { p10: null, median: null, p90: null, chance: 0 };
  for (const [index, day] of days.entries()) {
    const sums = paths[index] ?? new Float64Array();
    const before = spentBefore(index);
    for (let draw = 0; draw < draws; draw += 1) if (before + (sums[draw] ?? 0) >= amount) crossed[draw] = 1;
    result.chance = draws === 0 ? 0 : crossed.reduce((total, each) => total + each, 0) / draws;
    if (result.chance >= 0.1) result.p10 ??= day;
    if (result.chance >= 0.5) result.median ??= day;
    if (result.chance >= 0.9) result.p90 ??= day;
  }
  return result;
}
