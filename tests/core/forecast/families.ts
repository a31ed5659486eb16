import type { DayAmount } from "#core/forecast/log-linear.ts";
import { normal, uniform } from "#core/statistics/random.ts";

/**
 * Made-up spending of the kinds that repositories show: how many runs a day has and what each costs is drawn, so that
 * the true rest of the month is known. The parameters were set before any model saw them.
 */
export type Family = "stationary" | "weekday" | "trend" | "bursts" | "sparse" | "shift";

export type Scenario = {
  /** Complete days up to yesterday. */
  history: DayAmount[];
  /** What the rest of the month brought. */
  rest: DayAmount[];
  /** What this month had brought before. */
  spent: number;
};

/** A day of a month after 7 to 120 known days, and what the rest of the month was. */
export function scenario(family: Family, seed: number): Scenario {
  const random = uniform(seed);
  const whole = (low: number, high: number) => Math.floor(low + random() * (high - low + 1));
  const known = whole(7, 120);
  const month = [28, 30, 31][whole(0, 2)] ?? 30;
  const ofMonth = whole(1, Math.min(known, month - 1));
  const jump = family === "shift" ? { at: known - whole(2, 7), times: 2 + 2 * random() } : null;
  const days = seriesOf(family, known + month - ofMonth, random, jump);
  const history = days.slice(0, known);
  const spent = history.slice(-ofMonth).reduce((sum, { amount }) => sum + amount, 0);
  return { history, rest: days.slice(known), spent };
}

/** Days of one repository; from `jump.at` on, it runs so many times as often. */
export function seriesOf(
  family: Family,
  length: number,
  random: () => number,
  jump: { at: number; times: number } | null = null,
): DayAmount[] {
  const gauss = normal(random);
  const between = (low: number, high: number) => low + random() * (high - low);
  const growth = [-0.4, -0.25, 0.25, 0.5, 1][Math.floor(random() * 5)] ?? 0;
  const firstWeekday = Math.floor(random() * 7);
  const rate = family === "sparse" ? between(1, 4) : between(4, 40);
  const clumping = between(5, 30);
  const [location, sigma] = [Math.log(between(0.1, 3)), between(0.4, 1.2)];
  const weekendFactor = family === "stationary" || family === "sparse" ? 1 : between(0.05, 0.5);
  const burst = between(0.03, 0.1);
  const active = between(0.08, 0.4);
  return Array.from({ length }, (_, index): DayAmount => {
    const weekend = (firstWeekday + index) % 7 >= 5;
    let mean = rate * (weekend ? weekendFactor : 1);
    if (family === "trend") mean *= Math.exp((Math.log(1 + growth) / 30) * index);
    if (family === "bursts" && random() < burst) mean *= between(3, 8);
    if (family === "sparse" && random() >= active) mean = 0;
    if (jump !== null && index >= jump.at) mean *= jump.times;
    const runs = poisson(mean * gamma(clumping, random, gauss), random, gauss);
    let amount = 0;
    for (let run = 0; run < runs; run += 1) amount += Math.exp(location + sigma * gauss());
    return { amount, weekend };
  });
}

/** Mean 1, variance 1/shape (Marsaglia and Tsang). */
function gamma(shape: number, random: () => number, gauss: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = gauss();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

function poisson(mean: number, random: () => number, gauss: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss()));
  const limit = Math.exp(-mean);
  let [product, count] = [random(), 0];
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}
