import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admitNew } from "#core/records/admission.ts";
import { StoredAnalysis } from "#core/records/analysis.ts";
import { MOST_FILE_BYTES, MOST_LINE_BYTES, parts } from "#core/records/bytes.ts";
import { KINDS } from "#core/records/kinds.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { shardTexts } from "#core/records/shard.ts";
import { aReading, aRunRecord } from "../../builders.ts";

const DAY = "2026-11-20";
const bytesOf = (text: string) => Buffer.byteLength(text);
/** Texts whose bytes are more than their characters, too. */
const line = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom("x", "é", "😀"))
  .map(([length, letter]) => letter.repeat(length));

describe("lines in files", () => {
  it("lose nothing, double nothing, keep their order, and stay below both limits", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1000, max: 9000 }),
        (lines, mostLines, mostBytes) => {
          const files = [...parts(lines, mostLines, mostBytes)];
          expect(files.flat()).toEqual(lines);
          for (const file of files) {
            expect(file.length).toBeGreaterThan(0);
            expect(file.length).toBeLessThanOrEqual(mostLines);
            const bytes = file.reduce((sum, each) => sum + bytesOf(each), 0);
            if (file.length > 1) expect(bytes).toBeLessThanOrEqual(mostBytes);
          }
        },
      ),
    );
  });

  it("fill a file before they begin another", () => {
    const lines = Array.from({ length: 10 }, (_, index) => String(index).repeat(494));
    expect([...parts(lines, 1000, 1000 + 3 * 500)].map((file) => file.length)).toEqual([3, 3, 3, 1]);
    expect([...parts(lines, 1000, 999 + 3 * 500)].map((file) => file.length)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe("a day of large records", () => {
  /** Each of some 2.4 MB. */
  const large = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      StoredAnalysis.parse(aReading({ run_id: index + 1, findings: [], branches: ["é".repeat(1_200_000)] })),
    );

  it("continues in files of 20 MB at most, reads as one, and is the same bytes when it is written again", () => {
    const texts = shardTexts("analyses", DAY, large(20));
    expect([...texts.keys()]).toEqual(
      [1, 2, 3].map((part) => `analyses/${DAY}${part === 1 ? "" : `.${part}`}.json`),
    );
    for (const text of texts.values()) expect(bytesOf(text)).toBeLessThanOrEqual(MOST_FILE_BYTES);
    const read = [...texts.values()].flatMap(
      (text, index) => parseShard({ kind: "analyses", shard: DAY, part: index + 1 }, text, "here").records,
    );
    expect(read.map(({ run_id }) => run_id)).toEqual(large(20).map(({ run_id }) => run_id));
    expect([...shardTexts("analyses", DAY, read)].every(([path, text]) => texts.get(path) === text)).toBe(
      true,
    );
  });

  it("has no place for a record that fills a file alone, which is a value and no error", () => {
    const run = (bytes: number) => aRunRecord({ display_title: "x".repeat(bytes), jobs: [] });
    const spare = bytesOf(JSON.stringify(run(0)));
    expect(admitNew(KINDS.runs, DAY, run(MOST_LINE_BYTES - spare)).refusal).toBeNull();
    const { refusal } = admitNew(KINDS.runs, DAY, run(MOST_LINE_BYTES - spare + 1));
    expect(refusal).toEqual({
      key: "1000/1",
      reason: `has ${MOST_LINE_BYTES + 1} bytes, and ${MOST_LINE_BYTES} are the most`,
    });
    const [text = ""] = shardTexts("runs", DAY, [run(MOST_LINE_BYTES - spare)]).values();
    expect(bytesOf(text)).toBeLessThanOrEqual(MOST_FILE_BYTES);
  });
});
