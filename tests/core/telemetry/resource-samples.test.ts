import { describe, expect, it } from "vitest";
import { Resources } from "#core/records/resources.ts";
import { type ResourceSample, ResourceSamples } from "#core/telemetry/resource-samples.ts";

/** A sample every two seconds, of the given bytes of memory. */
function samplesOf(memory: readonly (number | null)[], more: Partial<ResourceSample> = {}) {
  const samples = new ResourceSamples();
  for (const [index, memoryBytes] of memory.entries())
    samples.add({
      time: 1_795_262_000_000 + index * 2000,
      ...{ cpuPercent: null, diskUsedBytes: null, processMemoryBytes: null, processCpuPercent: null },
      memoryBytes,
      ...more,
    });
  return samples.finish();
}
const grown = (count: number, of: (index: number) => number) =>
  Array.from({ length: count }, (_, i) => of(i));

describe("what a job used", () => {
  it("is nothing without a sample", () => {
    expect(new ResourceSamples().finish()).toBeNull();
  });

  it("is peak and mean of what the system told, and unknown where it told nothing", () => {
    expect(samplesOf([100, null, 400, 100], { cpuPercent: 12.345 })).toMatchObject({
      samples: 4,
      memory_bytes: { peak: 400, mean: 200, slope: null },
      cpu_percent: { peak: 12.35, mean: 12.35 },
      ...{ process_memory_bytes: null, disk_used_bytes: null, steady_growth: false },
    });
  });

  it("rises by so much a minute, from ten samples on", () => {
    const rising = (count: number) => samplesOf(grown(count, (index) => 1000 + 20 * index))?.memory_bytes;
    expect(rising(9)?.slope).toBeNull();
    expect(rising(10)?.slope).toBe(600);
    expect(samplesOf(grown(10, (index) => 1000 - 20 * index))?.memory_bytes?.slope).toBe(-600);
  });

  it.each([
    ["a leak", grown(40, (index) => 1000 + 50 * index), true],
    ["a leak with noise", grown(40, (index) => 1000 + 50 * index + 100 * (index % 3)), true],
    ["a start that settles", grown(40, (index) => Math.min(2000, 1000 + 200 * index)), false],
    ["a slow drift", grown(40, (index) => 1000 + index), false],
    ["waves", grown(40, (index) => 1000 + 800 * (index % 10)), false],
    ["too few samples", grown(9, (index) => 1000 * index), false],
  ])("grows steadily or not: %s", (_, memory, isSteady) => {
    expect(samplesOf(memory)?.steady_growth).toBe(isSteady);
  });

  it("of a day costs no more memory than of a minute, and is still right", () => {
    const day = samplesOf(grown(43_200, (index) => 1_000_000 + index));
    expect(day).toMatchObject({
      samples: 43_200,
      memory_bytes: { peak: 1_043_199, mean: 1_021_599.5 },
    });
    expect(day?.memory_bytes?.slope).toBeCloseTo(30, 1);
    expect(Resources.safeParse(day).success).toBe(true);
  });
});
