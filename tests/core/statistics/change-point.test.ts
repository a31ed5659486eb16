import { describe, expect, it } from "vitest";
import { risePoint } from "#core/statistics/change-point.ts";
import { normal, uniform } from "#core/statistics/random.ts";

/** A. N. Pettitt, Applied Statistics 28 (1979), table 1: Page's 40 values, whose mean rises after the 20th. */
const PAGE = [
  ...[-1.05, 0.96, 1.22, 0.58, -0.98, -0.03, -1.54, -0.71, -0.35, 0.66, 0.44, 0.91, -0.02, -1.42],
  ...[1.26, -1.02, -0.81, 1.66, 1.05, 0.97, 2.14, 1.22, -0.24, 1.6, 0.72, -0.12, 0.44, 0.03, 0.66],
  ...[0.56, 1.37, 1.66, 0.1, 0.8, 1.29, 0.49, -0.07, 1.18, 3.29, 1.84],
];

/** Flow of the Nile at Aswan, 1871 to 1970 (G. W. Cobb, Biometrika 65, 1978): it falls after 1898, the 28th year. */
const NILE = [
  ...[1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799],
  ...[958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916],
  ...[692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698],
  ...[845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801],
  ...[1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170],
  ...[912, 746, 919, 718, 714, 740],
];

const everywhere = (values: readonly number[]) => values.slice(1).map((_, index) => index + 1);

describe("the change point", () => {
  it("is Pettitt's of Page's data: K 232 after the 17th value, with a chance of 0.0146", () => {
    expect(risePoint(PAGE, everywhere(PAGE))).toEqual({
      before: 17,
      statistic: 232,
      chance: expect.closeTo(0.0146, 4),
      serial_chance: expect.any(Number),
    });
  });

  it("is the year in which the Nile fell", () => {
    const rising = NILE.map((flow) => -flow);
    expect(NILE).toHaveLength(100);
    expect(risePoint(rising, everywhere(rising))).toMatchObject({ before: 28 });
  });

  it("is only looked for where it may be", () => {
    expect(risePoint(PAGE, [5, 30])?.before).toBe(30);
    expect(risePoint(PAGE, [])).toBeNull();
    expect(risePoint([], [])).toBeNull();
  });
});

describe("a change point among values that resemble the ones before", () => {
  /** Durations on the log scale, of which each keeps so much of the one before; from the 60th on `times` as long. */
  function series(seed: number, keeps: number, times = 1): number[] {
    const gauss = normal(uniform(seed));
    let last = gauss();
    return Array.from({ length: 120 }, (_, index) => {
      last = keeps * last + Math.sqrt(1 - keeps ** 2) * gauss();
      return Math.exp(0.3 * last) * (index < 60 ? 1 : times);
    });
  }
  const share = (of: (seed: number) => number) =>
    Array.from({ length: 1000 }, (_, seed) => of(seed)).filter((chance) => chance <= 0.001).length / 1000;
  const chanceOf = (values: readonly number[]) => {
    const found = risePoint(values, everywhere(values));
    return { plain: found?.chance ?? 1, serial: found?.serial_chance ?? 1 };
  };

  it("is not believed where nothing changed", () => {
    expect(share((seed) => chanceOf(series(seed, 0.5)).plain)).toBeGreaterThan(0.02);
    expect(share((seed) => chanceOf(series(seed, 0.5)).serial)).toBeLessThanOrEqual(0.002);
    expect(share((seed) => chanceOf(series(seed, 0)).serial)).toBeLessThanOrEqual(0.001);
  });

  it("is still seen where something did", () => {
    expect(share((seed) => chanceOf(series(seed, 0, 1.5)).serial)).toBeGreaterThan(0.99);
    expect(share((seed) => chanceOf(series(seed, 0.5, 2)).serial)).toBeGreaterThan(0.9);
  });
});
