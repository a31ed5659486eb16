import type { Resources } from "#core/records/resources.ts";
import { mean } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** What was used at one moment; null where the system does not tell. */
export type ResourceSample = {
  /** Epoch milliseconds. */
  time: number;
  /** Percent of all cores since the sample before. */
  cpuPercent: number | null;
  memoryBytes: number | null;
  diskUsedBytes: number | null;
  /** Of the agents' processes and their children; percent of one core. */
  processMemoryBytes: number | null;
  processCpuPercent: number | null;
};

type Measure = Exclude<keyof ResourceSample, "time">;

/** Growth is steady when each of so many equal parts of the time used more than the one before. */
const PARTS = 4;
/** And when the last part used so much more than the first. */
const LEAST_GROWTH = 1.2;
/** Old samples are thinned to so many, so that a long job costs no more memory than a short one. */
const MOST_KEPT = 2048;

/** Collects samples into what an execution's record keeps: peak, mean and slope of each measure. */
export class ResourceSamples {
  #samples: ResourceSample[] = [];
  /** Every n-th sample is kept; doubled whenever there are too many. */
  #every = 1;
  #seen = 0;
  readonly #peaks = new Map<Measure, number>();
  readonly #sums = new Map<Measure, { sum: number; count: number }>();

  add(sample: ResourceSample): void {
    for (const measure of MEASURES) {
      const value = sample[measure];
      if (value === null) continue;
      this.#peaks.set(measure, Math.max(value, this.#peaks.get(measure) ?? 0));
      const { sum, count } = this.#sums.get(measure) ?? { sum: 0, count: 0 };
      this.#sums.set(measure, { sum: sum + value, count: count + 1 });
    }
    if (this.#seen % this.#every === 0) this.#samples.push(sample);
    this.#seen += 1;
    if (this.#samples.length <= MOST_KEPT) return;
    this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    this.#every *= 2;
  }

  /** Null without a sample. */
  finish(): Resources | null {
    if (this.#seen === 0) return null;
    return {
      samples: this.#seen,
      cpu_percent: this.#sampled("cpuPercent"),
      memory_bytes: this.#sampled("memoryBytes"),
      disk_used_bytes: this.#sampled("diskUsedBytes"),
      process_memory_bytes: this.#sampled("processMemoryBytes"),
      process_cpu_percent: this.#sampled("processCpuPercent"),
      steady_growth: this.#growsSteadily("processMemoryBytes") || this.#growsSteadily("memoryBytes"),
    };
  }

  #sampled(measure: Measure): Resources["cpu_percent"] {
    const [peak, total] = [this.#peaks.get(measure), this.#sums.get(measure)];
    if (peak === undefined || total === undefined) return null;
    const slope = slopePerMinute(this.#points(measure));
    return {
      peak: round(peak),
      mean: round(total.sum / total.count),
      slope: slope === null ? null : round(slope),
    };
  }

  #growsSteadily(measure: Measure): boolean {
    const values = this.#points(measure).map(([, value]) => value);
    if (values.length < ENOUGH.growth) return false;
    const size = Math.floor(values.length / PARTS);
    const means = Array.from(
      { length: PARTS },
      (_, part) => mean(values.slice(part * size, part === PARTS - 1 ? undefined : (part + 1) * size)) ?? 0,
    );
    const rises = means.every((value, part) => part === 0 || value > (means[part - 1] ?? 0));
    return rises && (means.at(-1) ?? 0) >= LEAST_GROWTH * (means[0] ?? 0);
  }

  #points(measure: Measure): [minutes: number, value: number][] {
    return this.#samples.flatMap((sample): [number, number][] => {
      const value = sample[measure];
      return value === null ? [] : [[sample.time / 60_000, value]];
    });
  }
}

const MEASURES: readonly Measure[] = [
  "cpuPercent",
  "memoryBytes",
  "diskUsedBytes",
  "processMemoryBytes",
  "processCpuPercent",
];

/** Of the line with the least squares through the points. */
function slopePerMinute(points: readonly [number, number][]): number | null {
  if (points.length < ENOUGH.growth) return null;
  const [x, y] = [mean(points.map(([at]) => at)) ?? 0, mean(points.map(([, value]) => value)) ?? 0];
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  if (spread === 0) return null;
  return points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread;
}

/** Two decimals say all that a sample every two seconds can. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
