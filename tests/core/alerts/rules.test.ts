import { describe, expect, it } from "vitest";
import { errorRate, failuresInRow, leastInRow, successDrop } from "#core/alerts/outcome-rules.ts";
import { percentileBreach } from "#core/alerts/percentile-rule.ts";
import type { Sample } from "#core/alerts/series.ts";
import { SHIFTS, shift } from "#core/alerts/shift-rules.ts";
import type { Condition, Subject } from "#core/records/condition.ts";
import { normal, uniform } from "#core/statistics/random.ts";
import { addSeconds } from "#core/time.ts";

const CI: Subject = { kind: "workflow", id: "11", name: "CI" };
/** Ten runs a day, judged after every second one. */
const EVERY = 2;
const QUIET_RUNS = 900;
const DURATION = SHIFTS[0];
const SERIES = 20;

function sample(index: number, over: Partial<Sample> = {}): Sample {
  const at = addSeconds("2026-06-01T00:00:00Z", index * 8640);
  return {
    at,
    run_id: index + 1,
    run_attempt: 1,
    sha: `sha${index}`,
    failed: false,
    seconds: 60,
    nano_usd: null,
    tokens: null,
    ...over,
  };
}

/** On how many evaluations after the first `known` runs an episode begins: found at two in a row, over after two. */
function episodes(
  samples: readonly Sample[],
  known: number,
  judge: (until: readonly Sample[]) => Condition[],
): number[] {
  const began: number[] = [];
  let [held, cleared, firing] = [0, 0, false];
  for (let until = known; until <= samples.length; until += EVERY) {
    const [found] = judge(samples.slice(Math.max(0, until - 300), until));
    held = found?.fires ? held + 1 : 0;
    cleared = found === undefined ? cleared + 1 : 0;
    if (!firing && held >= 2) {
      firing = true;
      began.push(until - known);
    }
    if (cleared >= 2) firing = false;
  }
  return began;
}

/** Logs of durations, by how they scatter. */
const SCATTERS = {
  even: (next: () => number) => normal(next),
  /** A quarter takes four times as long: a cold cache. */
  bimodal: (next: () => number) => {
    const z = normal(next);
    return () => z() * 0.5 + (next() < 0.25 ? Math.log(4) / 0.3 : 0);
  },
  /** Each resembles the one before it. */
  serial: (next: () => number) => {
    const z = normal(next);
    let last = 0;
    return () => {
      last = 0.5 * last + Math.sqrt(0.75) * z();
      return last;
    };
  },
} as const;

function durations(
  seed: number,
  n: number,
  of: keyof typeof SCATTERS,
  sigma: number,
  shiftAt = n,
  times = 1,
): Sample[] {
  const next = SCATTERS[of](uniform(seed * 7919 + 17));
  return Array.from({ length: n }, (_, index) =>
    sample(index, { seconds: 100 * Math.exp(sigma * next()) * (index >= shiftAt ? times : 1) }),
  );
}

const shifted = (watched: number) => (samples: readonly Sample[]) =>
  DURATION === undefined ? [] : shift(samples, CI, DURATION, watched);

describe("a rise of what runs take", () => {
  it("is cried by a repository of ten series at most once in 90 quiet days, however they scatter", () => {
    const cried = (Object.keys(SCATTERS) as (keyof typeof SCATTERS)[]).flatMap((of) =>
      Array.from(
        { length: SERIES / 2 },
        (_, seed) => episodes(durations(seed, QUIET_RUNS, of, 0.3), 60, shifted(10)).length,
      ),
    );
    const each = cried.reduce((a, b) => a + b, 0) / cried.length;
    expect(10 * each).toBeLessThanOrEqual(1);
  }, 300_000);

  it("to twice as much is found within 20 runs in nine of ten, and within 40 nearly always", () => {
    const found = Array.from({ length: 2 * SERIES }, (_, seed) =>
      episodes(durations(seed, 120 + 44, "even", 0.4, 120, 2), 120, shifted(10)).at(0),
    );
    const within = (runs: number) =>
      found.filter((at) => at !== undefined && at <= runs).length / found.length;
    expect(within(20 + EVERY)).toBeGreaterThanOrEqual(0.9);
    expect(within(40 + EVERY)).toBeGreaterThanOrEqual(0.98);
  }, 300_000);

  it("names the commit that it began with, and is no cause where both sides have the same", () => {
    const samples = durations(1, 140, "even", 0.2, 110, 3);
    const [found] = shifted(1)(samples);
    expect(found?.cause?.sha).toMatch(/^sha(?:10[89]|11[0-2])$/);
    const same = samples.map((each) => ({ ...each, sha: "one" }));
    expect(shifted(1)(same)[0]?.cause).toBeNull();
  });
});

function outcomes(seed: number, n: number, share: number, after = n, then = share): Sample[] {
  const next = uniform(seed * 104_729 + 3);
  return Array.from({ length: n }, (_, index) =>
    sample(index, { failed: next() < (index >= after ? then : share) }),
  );
}

describe("how often something fails", () => {
  const judges = {
    limit: (samples: readonly Sample[]) => errorRate(samples, CI, 0.1),
    drop: (samples: readonly Sample[]) => successDrop(samples, CI),
    row: (samples: readonly Sample[]) => failuresInRow(samples, CI),
  };

  it("is hardly ever told where nothing changed", () => {
    const cried = [0.05, 0.2, 0.4].map((share) =>
      Array.from({ length: SERIES }, (_, seed) => {
        const samples = outcomes(seed, QUIET_RUNS, share);
        const limit = share < 0.1 ? episodes(samples, 60, judges.limit).length : 0;
        return limit + episodes(samples, 60, judges.drop).length + episodes(samples, 60, judges.row).length;
      }).reduce((a, b) => a + b, 0),
    );
    expect(cried.reduce((a, b) => a + b, 0) / (3 * SERIES)).toBeLessThanOrEqual(0.3);
  }, 120_000);

  it("is told where nearly everything fails, soon", () => {
    const found = Array.from({ length: SERIES }, (_, seed) => {
      const samples = outcomes(seed, 150, 0.05, 120, 0.9);
      return Object.values(judges).some((judge) => episodes(samples, 120, judge).length > 0);
    });
    expect(found.filter(Boolean).length).toBe(SERIES);
  });

  it("in a row counts from what is usual", () => {
    expect([0, 0.05, 0.2, 0.4, 0.6, 1].map(leastInRow)).toEqual([5, 5, 5, 8, 14, 135]);
    const failing = (n: number) =>
      [...Array(40).keys()].map((index) => sample(index, { failed: index >= 40 - n }));
    expect(failuresInRow(failing(4), CI)).toEqual([]);
    expect(failuresInRow(failing(5), CI)[0]).toMatchObject({
      value: 5,
      limit: 5,
      cause: { before_sha: "sha34", sha: "sha35" },
    });
  });

  it("says nothing of few runs", () => {
    expect(errorRate(outcomes(1, 19, 1), CI, 0.1)).toEqual([]);
    expect(successDrop(outcomes(1, 59, 0, 39, 1), CI)).toEqual([]);
  });
});

describe("a percentile", () => {
  const timings = (n: number, above: number) =>
    [...Array(n).keys()].map((index) => ({
      run_id: index + 1,
      run_attempt: 1,
      seconds: index < above ? 60 : 5,
    }));
  const judge = (n: number, above: number) =>
    percentileBreach(timings(n, above), CI, { percentile: 95, limit: 30 }).map(({ fires }) => fires);

  it("is above its limit when more lie above it than chance would put there", () => {
    // The order statistics of a binomial distribution: 6 of 20, 9 of 50, 14 of 100.
    expect([judge(20, 5), judge(20, 6)]).toEqual([[false], [true]]);
    expect([judge(50, 8), judge(50, 9)]).toEqual([[false], [true]]);
    expect([judge(100, 13), judge(100, 14)]).toEqual([[false], [true]]);
    expect(judge(100, 4)).toEqual([]);
    expect(judge(19, 19)).toEqual([]);
  });
});
