import { describe, expect, it } from "vitest";
import { backTest } from "#core/forecast/back-test.ts";
import { type Forecast, forecastSum } from "#core/forecast/forecast.ts";
import type { DayAmount } from "#core/forecast/log-linear.ts";
import { type Family, scenario } from "./families.ts";

/** As many as the bars name: with fewer, chance alone moves a right band out of them. */
const SCENARIOS = 500;
const QUIET: readonly Family[] = ["stationary", "weekday", "trend", "bursts", "sparse"];

type Tally = {
  within80: number;
  within95: number;
  n: number;
  flagged: number;
  flaggable: number;
  widths: number[];
};

function tally(family: Family): Tally {
  const result: Tally = { within80: 0, within95: 0, n: 0, flagged: 0, flaggable: 0, widths: [] };
  for (let seed = 0; seed < SCENARIOS; seed += 1) {
    const { history, rest, spent } = scenario(family, seed * 7919 + 13);
    const { total, shift } = foreseen(history, rest, seed);
    const truth = rest.reduce((sum, { amount }) => sum + amount, 0);
    result.n += 1;
    if (truth >= total.low80 && truth <= total.high80) result.within80 += 1;
    if (truth >= total.low95 && truth <= total.high95) result.within95 += 1;
    if (history.length >= 21) result.flaggable += 1;
    if (shift !== null) result.flagged += 1;
    const month = spent + total.median;
    if (history.length >= 28 && month > 0) result.widths.push((total.high80 - total.low80) / month);
  }
  return result;
}

function foreseen(history: readonly DayAmount[], rest: readonly DayAmount[], seed: number): Forecast {
  const ahead = rest.map(({ weekend }, index) => ({ after: index + 1, weekend }));
  const forecast = forecastSum(history, ahead, { seed, draws: 1000 });
  if ("refused" in forecast) throw new Error(JSON.stringify(forecast.refused));
  return forecast;
}

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe("the rest of a month", () => {
  const tallies = new Map(QUIET.map((family) => [family, tally(family)]));
  const shares = [...tallies.values()];
  const share = (of: "within80" | "within95") =>
    shares.reduce((sum, each) => sum + each[of], 0) / shares.reduce((sum, { n }) => sum + n, 0);

  it("lies in the 80 % band for 75 to 85 of 100, and in the 95 % band for 92 to 98", () => {
    expect(share("within80")).toBeGreaterThanOrEqual(0.75);
    expect(share("within80")).toBeLessThanOrEqual(0.85);
    expect(share("within95")).toBeGreaterThanOrEqual(0.92);
    expect(share("within95")).toBeLessThanOrEqual(0.98);
  });

  it.each(QUIET)("of the family %s lies in the 80 % band for 70 to 90 of 100", (family) => {
    const { within80, n } = tallies.get(family) as Tally;
    expect(within80 / n).toBeGreaterThanOrEqual(0.7);
    expect(within80 / n).toBeLessThanOrEqual(0.9);
  });

  it.each([
    ["stationary", 0.35],
    ["weekday", 0.35],
    ["trend", 0.35],
    ["bursts", 0.55],
  ] as const)("of the family %s has a band that says something", (family, most) => {
    expect(middle((tallies.get(family) as Tally).widths)).toBeLessThanOrEqual(most);
  });

  it("is flagged where the level has just changed, and hardly ever elsewhere", () => {
    const shifted = tally("shift");
    expect(shifted.flagged / shifted.flaggable).toBeGreaterThanOrEqual(0.7);
    for (const { flagged, flaggable } of shares) expect(flagged / flaggable).toBeLessThanOrEqual(0.05);
  });
});

describe("a forecast", () => {
  const day = (amount: number, index: number): DayAmount => ({ amount, weekend: index % 7 >= 5 });
  const flat = (days: number, amount = 10) => Array.from({ length: days }, (_, index) => day(amount, index));
  const ahead = [1, 2, 3].map((after) => ({ after, weekend: false }));

  it("is refused under seven days, and says so", () => {
    expect(forecastSum(flat(6), ahead, { seed: 1 })).toEqual({
      refused: { known: 6, needed: 7 },
    });
  });

  it("is called rough under fourteen", () => {
    expect([
      forecastSum(flat(13), ahead, { seed: 1 }),
      forecastSum(flat(14), ahead, { seed: 1 }),
    ]).toMatchObject([{ rough: true }, { rough: false }]);
  });

  it("foresees nothing where nothing was spent, but for what today has seen", () => {
    const [today, ...later] = ahead;
    const forecast = forecastSum(flat(30, 0), [{ ...today, after: 1, weekend: false, soFar: 4 }, ...later], {
      seed: 1,
    });
    expect(forecast).toMatchObject({ model: null, total: { low95: 4, median: 4, high95: 4 } });
  });

  it("never falls below what today has already seen", () => {
    const forecast = forecastSum(flat(30), [{ after: 1, weekend: false, soFar: 500 }], { seed: 1 });
    expect(forecast).toMatchObject({ total: { low95: 500, high95: 500 } });
  });

  it("is the same for the same days and seed", () => {
    const history = scenario("weekday", 3).history;
    expect(forecastSum(history, ahead, { seed: 5 })).toEqual(forecastSum(history, ahead, { seed: 5 }));
  });

  it("counts money in whatever unit it comes", () => {
    const { history } = scenario("weekday", 4);
    const nano = history.map(({ amount, weekend }) => ({ amount: amount * 1e9, weekend }));
    const [usd, small] = [
      foreseen(history, [{ amount: 0, weekend: false }], 1),
      foreseen(nano, [{ amount: 0, weekend: false }], 1),
    ];
    expect(small.total.median / 1e9).toBeCloseTo(usd.total.median, 6);
  });

  it("names the day of a change", () => {
    const days = [...flat(40), ...flat(5, 30)];
    expect(forecastSum(days, ahead, { seed: 1 })).toMatchObject({ shift: { before: 40 } });
  });

  it("assumes that a new level stays", () => {
    const wobble = (amount: number, index: number) => day(amount * (1 + ((index * 7) % 5) / 20), 0);
    const days = Array.from({ length: 45 }, (_, index) => wobble(index < 40 ? 10 : 30, index));
    const { total } = foreseen(days, [{ amount: 0, weekend: false }], 1);
    expect(total.median).toBeGreaterThan(25);
    expect(total.median).toBeLessThan(45);
  });
});

describe("a back-test", () => {
  it("tries the same days from each of the last sixty", () => {
    const { history } = scenario("stationary", 11);
    const long = [...history, ...history, ...history].slice(0, 90);
    expect(backTest(long, 20, 1)).toMatchObject({ origins: 47, horizon: 14 });
  });

  it("says nothing from fewer than ten", () => {
    const { history } = scenario("stationary", 11);
    expect(backTest(history.slice(0, 26), 5, 1)).toBeNull();
  });
});
