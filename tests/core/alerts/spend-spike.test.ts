import { describe, expect, it } from "vitest";
import { findSpendSpike } from "#core/alerts/spend-spike.ts";
import type { DayAmount } from "#core/forecast/log-linear.ts";
import { uniform } from "#core/statistics/random.ts";
import { type Family, seriesOf } from "../forecast/families.ts";

const QUIET_SERIES = 10;
const RISING_SERIES = 20;
const KNOWN = 56;
const WATCHED = 90;
/** Quiet syncs that end an episode. */
const RESOLVES_AFTER = 2;

/** Days, counted from the first watched one, on which an episode began; nothing is too little to be told. */
function episodes(days: readonly DayAmount[], seed: number): number[] {
  const began: number[] = [];
  let quiet = RESOLVES_AFTER;
  for (let day = 0; day < days.length - KNOWN; day += 1) {
    const spike = findSpendSpike(days.slice(0, KNOWN + day + 1), { floor: 0, seed: seed + day });
    if (spike?.fires && quiet >= RESOLVES_AFTER) began.push(day);
    if (spike?.fires) quiet = 0;
    else if (spike === null) quiet += 1;
    else if (quiet < RESOLVES_AFTER) quiet = 0;
  }
  return began;
}

const FAMILIES: readonly Family[] = ["stationary", "weekday", "trend", "bursts", "sparse"];

describe("a spike of spending", () => {
  it("is cried at most 0.6 times in 90 quiet days of a series", () => {
    const cried = FAMILIES.flatMap((family) =>
      Array.from({ length: QUIET_SERIES }, (_, seed) => {
        const days = seriesOf(family, KNOWN + WATCHED, uniform(seed * 7919 + 13));
        return episodes(days, seed).length;
      }),
    );
    expect(cried.reduce((a, b) => a + b, 0) / cried.length).toBeLessThanOrEqual(0.6);
  }, 300_000);

  it.each([
    [3, 7, 0.95],
    [2, 14, 0.8],
  ])(
    "of %s times as much that lasts is found within %s days",
    (times, within, share) => {
      const found = FAMILIES.slice(0, 3).flatMap((family) =>
        Array.from({ length: RISING_SERIES }, (_, seed) => {
          const days = seriesOf(family, KNOWN + within, uniform(seed * 7919 + 13), { at: KNOWN, times });
          return episodes(days, seed).length > 0;
        }),
      );
      expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(share);
    },
    300_000,
  );

  const flat = (days: number, amount: number): DayAmount[] =>
    Array.from({ length: days }, (_, index) => ({ amount, weekend: index % 7 >= 5 }));
  const judged = (days: readonly DayAmount[]) => findSpendSpike(days, { floor: 1, seed: 1 });

  it("is none below what anybody would get up for", () => {
    expect(judged([...flat(56, 0.01), { amount: 0.2, weekend: false }])).toBeNull();
  });

  it("in a repository of ten days is what nobody would doubt", () => {
    expect(judged([...flat(10, 2), { amount: 9, weekend: false }])).toBeNull();
    expect(judged([...flat(10, 2), { amount: 10, weekend: false }])).toMatchObject({
      fires: true,
      expected: 2,
    });
  });

  it("is none where nothing was ever spent before", () => {
    expect(judged([...flat(56, 0), { amount: 50, weekend: false }])).toBeNull();
    expect(judged(flat(5, 10))).toBeNull();
  });
});
