import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { mergeAnalyses } from "#core/records/merge-analyses.ts";
import { parseRecords } from "#core/records/parse.ts";
import { reapply } from "#core/records/reapply.ts";
import { analysisShardTexts } from "#core/records/shard.ts";
import { aReading } from "../../builders.ts";

const DAY = "2026-11-20";

const nothingFound = (overrides: Partial<StoredAnalysis> = {}) => aReading({ findings: [], ...overrides });

const reading = fc
  .record({
    run_id: fc.integer({ min: 1, max: 3 }),
    run_attempt: fc.integer({ min: 1, max: 2 }),
    rules_version: fc.integer({ min: 1, max: 3 }),
    source: fc.constantFrom("read" as const, "inferred" as const, "record" as const),
    coverage: fc.constantFrom(null, 50, 80),
    truncated: fc.constantFrom<string[]>([], ["0_test.txt: checksum differs"]),
  })
  .map(nothingFound);
const readings = fc.array(reading, { maxLength: 6 });
const merge = (...lists: StoredAnalysis[][]) =>
  lists.reduce((merged, list) => mergeAnalyses(merged, list).analyses, [] as StoredAnalysis[]);

describe("merging readings", () => {
  it("gives the same whatever came first, and changes nothing when there is nothing new", () => {
    fc.assert(
      fc.property(readings, readings, readings, (a, b, c) => {
        expect(merge(a, b, c)).toEqual(merge(c, merge(b, a)));
        expect(mergeAnalyses(merge(a, b), a)).toEqual({ analyses: merge(a, b), changed: false });
      }),
    );
  });

  it.each([
    ["newer rules beat older", { rules_version: 2, source: "inferred" as const }, { rules_version: 1 }],
    ["having read beats inferring", {}, { source: "inferred" as const }],
    ["a whole reading beats a partial one", {}, { truncated: ["0_test.txt: checksum differs"] }],
  ])("%s", (_, better, worse) => {
    expect(merge([nothingFound(worse)], [nothingFound(better)])).toEqual([nothingFound(better)]);
    expect(merge([nothingFound(better)], [nothingFound(worse)])).toEqual([nothingFound(better)]);
  });

  it("keeps what two writers pushed for one day, over several files", () => {
    const many = Array.from({ length: 1001 }, (_, index) => aReading({ run_id: index + 1 }));
    const ours = analysisShardTexts(DAY, many);
    const theirs = analysisShardTexts(DAY, [nothingFound({ run_id: 5000 })]);
    const file = { kind: "analyses", day: DAY, part: 1 } as const;
    const merged = reapply(file, new Map(), ours, theirs, "");
    expect([...merged.keys()]).toEqual([`analyses/${DAY}.json`, `analyses/${DAY}.2.json`]);
    const stored = [...merged].flatMap(
      ([path, text], index) => parseRecords({ ...file, part: index + 1 }, text, path).analyses,
    );
    expect(stored.map(({ run_id }) => run_id).at(-1)).toBe(5000);
    expect(stored).toHaveLength(1002);
  });
});
