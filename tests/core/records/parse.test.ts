import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import type { RecordFile } from "#core/records/files.ts";
import { parseRecords } from "#core/records/parse.ts";
import { runShardTexts } from "#core/records/shard.ts";
import { canonicalText } from "#core/records/text.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { aRunRecord, aState } from "../../builders.ts";
import { anyObservation } from "./arbitraries.ts";

const RUNS = { kind: "runs", day: "2026-11-20", part: 1 } as const;
const good = (count = 4) =>
  runShardTexts(
    RUNS.day,
    Array.from({ length: count }, (_, index) => aRunRecord({ id: index + 1 })),
  ).get("runs/2026-11-20.json") ?? "";

function refusal(text: string, file: RecordFile = RUNS): UserError {
  try {
    parseRecords(file, text, "data/octo-org/agent-fleet/runs/2026-11-20.json");
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error("was read");
}

describe("reading a stored file", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyObservation, { selector: (run) => `${run.id}/${run.run_attempt}` }),
        (runs) => {
          const [text = canonicalText({ schema_version: SCHEMA_VERSION, day: RUNS.day, runs: [] })] =
            runShardTexts(RUNS.day, runs).values();
          const read = parseRecords(RUNS, text, "here").runs;
          expect(new Set(read.map((run) => JSON.stringify(run)))).toEqual(
            new Set(runs.map((run) => JSON.stringify(run))),
          );
        },
      ),
    );
  });

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
      "a wrong value",
      good().replace('"id":3,', '"id":"three",'),
      "does not fit its schema in line 7: runs.2.id: Invalid input",
    ],
    [
      "an unknown key",
      good().replace('"id":3,', '"id":3,"extra":1,'),
      'in line 7: runs.2: Unrecognized key: "extra"',
    ],
    [
      "a run of another day",
      good().replaceAll("2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z"),
      "runs.0.created_at: is not on 2026-11-20",
    ],
    [
      "a file of another day",
      good().replace("-20", "-21").replaceAll("-20T", "-21T"),
      "holds the records of another time",
    ],
    [
      "a negative duration",
      good().replace('"duration_seconds":120', '"duration_seconds":-1'),
      "runs.0.duration_seconds",
    ],
  ])("names the line and the reason for %s, and how to recover", (_, text, reason) => {
    const error = refusal(text);
    expect(error.message).toContain(`data/octo-org/agent-fleet/runs/2026-11-20.json `);
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
    const error = refusal(text);
    expect(error.message).toContain("not a file of AgentOps");
    expect(error.remedy).toContain("never overwrites");
  });

  it("reads our records however somebody formatted them", () => {
    const pretty = JSON.stringify(JSON.parse(good()), null, 4);
    expect(parseRecords(RUNS, pretty, "here").runs).toHaveLength(4);
  });

  it("says that runs stay when the state is damaged", () => {
    const text = canonicalText(aState()).replace('"covered"', '"covert"');
    expect(refusal(text, { kind: "state" }).remedy).toContain("stored ones stay");
  });
});
