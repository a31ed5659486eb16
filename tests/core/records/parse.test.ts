import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { parseSingle } from "#core/records/parse.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { shardTexts } from "#core/records/shard.ts";
import { canonicalText } from "#core/records/text.ts";
import { aRunRecord, aState } from "../../builders.ts";

const RUNS = { kind: "runs", shard: "2026-11-20", part: 1 } as const;
const good = (count = 4) =>
  shardTexts(
    "runs",
    RUNS.shard,
    Array.from({ length: count }, (_, index) => aRunRecord({ id: index + 1 })),
  ).get("runs/2026-11-20.json") ?? "";

function refusal(read: () => unknown): UserError {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error("was read");
}
const WHERE = "data/octo-org/agent-fleet/runs/2026-11-20.json";
const refusalOf = (text: string) => refusal(() => parseShard(RUNS, text, WHERE));

describe("reading a stored file", () => {
  it.each([
    [
      "a merge conflict",
      good().replace('    {"id":2', '<<<<<<< HEAD\n    {"id":2'),
      "holds a merge conflict (line 6)",
    ],
    ["a broken record", good().replace('{"id":3,', '{"id":3;'), "is not valid JSON (line 7)"],
    ["a file cut off between records", good().slice(0, good().indexOf('    {"id":3')), "is cut off (line 7)"],
    ["a file cut off in a record", good().slice(0, good().indexOf('"event"')), "is not valid JSON (line 5)"],
    ["an empty file", "", "is empty"],
    [
      "a file of another day",
      good().replace("-20", "-21").replaceAll("-20T", "-21T"),
      "holds the records of another time",
    ],
  ])("names the line and the reason for %s, and how to recover", (_, text, reason) => {
    const error = refusalOf(text);
    expect(error.message).toContain(`${WHERE} `);
    expect(error.message).toContain(reason);
    expect(error.message).toContain("left as it is");
    expect(error.remedy).toContain("git checkout");
    expect(error.remedy).toContain("delete it together with state.json");
  });

  it.each([
    ["another tool's JSON", '{"name": "left-pad", "version": "1.0.0"}'],
    ["a number", "42"],
    ["null", "null"],
  ])("refuses %s as not ours", (_, text) => {
    const error = refusalOf(text);
    expect(error.message).toContain("not a file of AgentOps");
    expect(error.remedy).toContain("never overwrites");
  });

  it("reads our records however somebody formatted them", () => {
    const pretty = JSON.stringify(JSON.parse(good()), null, 4);
    expect(parseShard(RUNS, pretty, "here").records).toHaveLength(4);
  });

  it("says that runs stay when the state is damaged", () => {
    const text = canonicalText(aState()).replace('"covered"', '"covert"');
    expect(refusal(() => parseSingle("state", text, "state.json")).remedy).toContain("stored ones stay");
  });
});

describe("a record that cannot be read", () => {
  it.each([
    [
      "a wrong value",
      good().replace('"id":3,', '"id":"three",'),
      7,
      "three/1",
      "id: Invalid input: expected number",
    ],
    [
      "an unknown key",
      good().replace('"id":3,', '"id":3,"extra":1,'),
      7,
      "3/1",
      'the record: Unrecognized key: "extra"',
    ],
    [
      "a negative duration",
      good().replace('"duration_seconds":120', '"duration_seconds":-1'),
      5,
      "1/1",
      "duration_seconds: Too small",
    ],
    [
      "a run of another day",
      good().replace("2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z"),
      5,
      "1/1",
      "belongs to 2026-11-21, not to 2026-11-20",
    ],
    [
      "no record at all",
      good().replace(/^ {4}\{"id":3.*$/m, "    null,"),
      7,
      null,
      "the record: Invalid input",
    ],
    [
      "a name of all objects",
      good().replace('"id":3,', '"id":3,"__proto__":{"a":1},'),
      7,
      "3/1",
      "Unrecognized key",
    ],
  ])("for %s is left out, named, and kept as it stands there", (_, text, line, key, reason) => {
    const { records, leftOut } = parseShard(RUNS, text, WHERE);
    expect(records).toHaveLength(3);
    expect(leftOut).toMatchObject([{ line, key, reason: expect.stringContaining(reason) }]);
    expect(text.split("\n")[line - 1]).toBe(`    ${leftOut[0]?.text}${line === 8 ? "" : ","}`);
  });

  it("stands behind the others in what is written, byte for byte and once, and is found there again", () => {
    const odd = '{ "id": 3, "cost": 1.0, "name": "\\u00e9" }';
    const text = good().replace(/^ {4}\{"id":3.*$/m, `    ${odd},`);
    const { records, leftOut } = parseShard(RUNS, text, WHERE);
    const kept = leftOut.map((each) => each.text);
    expect(kept).toEqual([odd]);
    const [written = ""] = shardTexts("runs", RUNS.shard, records, [...kept, ...kept]).values();
    expect(written.split("\n")[7]).toBe(`    ${odd}`);
    expect(parseShard(RUNS, written, WHERE)).toEqual({ records, leftOut: [{ ...leftOut[0], line: 8 }] });
  });

  it("is kept as JSON where somebody else formatted the file", () => {
    const pretty = JSON.stringify(JSON.parse(good().replace('"id":3,', '"id":"three",')), null, 4);
    const [left] = parseShard(RUNS, pretty, WHERE).leftOut;
    expect(left).toMatchObject({ line: null, key: "three/1" });
    expect(JSON.parse(left?.text ?? "")).toMatchObject({ id: "three" });
  });
});
