import { describe, expect, it } from "vitest";
import { specificTo, TraitCounts, type Traits } from "#core/documents/failures/specific-to.ts";

function counts(...groups: [times: number, traits: Traits][]): TraitCounts {
  const counted = new TraitCounts();
  for (const [times, traits] of groups) for (let n = 0; n < times; n += 1) counted.add(traits);
  return counted;
}

const WINDOWS = { runner: ["windows-latest"], event: ["push"] };
const UBUNTU = { runner: ["ubuntu-latest"], event: ["push"] };

describe("what a failure is specific to", () => {
  it("is what its attempts have and others mostly have not, with how sure that is", () => {
    const found = specificTo(counts([18, WINDOWS], [2, UBUNTU]), counts([40, WINDOWS], [400, UBUNTU]));
    expect(found).toEqual([
      {
        dimension: "runner",
        value: "windows-latest",
        share: { value: 0.9, part: 18, n: 20, enough: true },
        rate: { value: 0.45, part: 18, n: 40, enough: true },
        low: expect.closeTo(0.307, 3),
        high: expect.closeTo(0.602, 3),
        elsewhere: { value: 0.005, part: 2, n: 400, enough: true },
      },
    ]);
  });

  it("is nothing where everything fails alike, everything has the value, or too few failed", () => {
    expect(specificTo(counts([10, WINDOWS], [100, UBUNTU]), counts([40, WINDOWS], [400, UBUNTU]))).toEqual(
      [],
    );
    expect(specificTo(counts([10, UBUNTU]), counts([400, UBUNTU]))).toEqual([]);
    expect(specificTo(counts([4, WINDOWS]), counts([4, WINDOWS], [400, UBUNTU]))).toEqual([]);
  });
});
