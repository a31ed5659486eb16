import { describe, expect, it } from "vitest";
import { mergeAnalysis } from "#core/records/merge-analysis.ts";
import { mergeExecution } from "#core/records/merge-execution.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { reapply } from "#core/records/reapply.ts";
import { shardTexts } from "#core/records/shard.ts";
import { anExecution, aReading } from "../../builders.ts";

const DAY = "2026-11-20";

describe("of two readings of one attempt", () => {
  it.each([
    ["newer rules beat older", { rules_version: 2, source: "inferred" as const }, { rules_version: 1 }],
    ["having read beats inferring", {}, { source: "inferred" as const }],
    ["a whole reading beats a partial one", {}, { truncated: ["0_test.txt: checksum differs"] }],
  ])("%s", (_, better, worse) => {
    expect(mergeAnalysis(aReading(worse), aReading(better))).toEqual(aReading(better));
    expect(mergeAnalysis(aReading(better), aReading(worse))).toEqual(aReading(better));
  });

  it("none is lost when two writers push for one day, over several files", () => {
    const many = Array.from({ length: 1001 }, (_, index) => aReading({ run_id: index + 1, findings: [] }));
    const ours = shardTexts("analyses", DAY, many);
    const theirs = shardTexts("analyses", DAY, [aReading({ run_id: 5000 })]);
    const file = { kind: "analyses", shard: DAY, part: 1 } as const;
    const merged = reapply(file, new Map(), ours, theirs, "");
    expect([...merged.keys()]).toEqual([`analyses/${DAY}.json`, `analyses/${DAY}.2.json`]);
    const stored = [...merged].flatMap(
      ([path, text], index) => parseShard({ ...file, part: index + 1 }, text, path).records,
    );
    expect(stored.map(({ run_id }) => run_id).at(-1)).toBe(5000);
    expect(stored).toHaveLength(1002);
  });
});

describe("of two tellings of one execution", () => {
  it("the agent's own file is believed rather than the job's log", () => {
    const source = { importer: "job-log", version: 9, rank: 10, file: null };
    const [scraped, reported] = [anExecution({ source, turns: 9 }), anExecution({ turns: 3 })];
    expect(mergeExecution(reported, scraped)).toEqual(reported);
  });
});
