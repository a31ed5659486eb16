import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataFile, recordFile, recordPath, repositoryFolders } from "#core/records/files.ts";
import { Run } from "#core/records/run.ts";
import { shardTexts } from "#core/records/shard.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { aJobRecord, aRunRecord } from "../../builders.ts";

const DAY = "2026-11-20";
const runs = (count: number) =>
  Array.from({ length: count }, (_, index) => aRunRecord({ id: index + 1, jobs: [] }));

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, shuffled(inner)])
      .reverse(),
  );
}

describe("a day's file", () => {
  it("has one record a line, sorted by run and attempt, and ends with a newline", () => {
    const unsorted = [aRunRecord({ id: 10 }), aRunRecord({ id: 9, run_attempt: 2 }), aRunRecord({ id: 9 })];
    const [text = ""] = shardTexts("runs", DAY, unsorted).values();
    const lines = text.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "{",
      `  "schema_version": ${SCHEMA_VERSION},`,
      '  "day": "2026-11-20",',
      '  "runs": [',
    ]);
    expect(lines.slice(4, 7).map((line) => /"id":(\d+).*?"run_attempt":(\d)/.exec(line)?.slice(1))).toEqual([
      ["9", "1"],
      ["9", "2"],
      ["10", "1"],
    ]);
    expect(lines.slice(7)).toEqual(["  ]", "}", ""]);
  });

  it("is the same bytes whatever order keys and records came in", () => {
    const all = [aRunRecord({ id: 2, jobs: [aJobRecord()] }), aRunRecord({ id: 1 })];
    const parsed = all.map((run) => Run.parse(shuffled(run))).reverse();
    expect([...shardTexts("runs", DAY, parsed)]).toEqual([...shardTexts("runs", DAY, all)]);
  });

  it("has the keys in schema order at every depth", () => {
    const [run] = runs(1).map((each) => ({ ...each, job_times: [] }));
    expect(Object.keys(Run.parse(shuffled(run)))).toEqual(Object.keys(Run.shape));
  });

  it("continues in a second and third file above a thousand records", () => {
    const texts = shardTexts("runs", DAY, runs(2001));
    expect([...texts].map(([path, text]) => [path, JSON.parse(text).runs.length])).toEqual([
      ["runs/2026-11-20.json", 1000],
      ["runs/2026-11-20.2.json", 1000],
      ["runs/2026-11-20.3.json", 1],
    ]);
    expect([...shardTexts("runs", DAY, runs(1000)).keys()]).toEqual(["runs/2026-11-20.json"]);
  });
});

describe("paths of records", () => {
  it("are read as they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (part) => {
        const file = { kind: "runs", shard: DAY, part } as const;
        expect(recordFile(recordPath(file))).toEqual(file);
      }),
    );
    for (const path of ["journal/2026-11.json", "state.json", "repository.json"]) {
      const file = recordFile(path);
      expect(file && recordPath(file)).toBe(path);
    }
  });

  it("of others are not ours", () => {
    for (const path of [
      "runs/.2026-11-20.json.7.tmp",
      "runs/2026-11-20.1.json",
      "runs/2026-11-20.02.json",
      "runs/notes.json",
      "runs/2026-11.json",
      "journal/2026-11-20.json",
      "constructor/2026-11-20.json",
      "../state.json",
      "schema/run.schema.json",
    ])
      expect(recordFile(path)).toBeNull();
    for (const path of ["state.json", "octo-org/state.json", "../x/state.json", "a/b/c/state.json"])
      expect(dataFile(path)).toBeNull();
    expect(dataFile("octo-org/agent-fleet/state.json")?.folder).toBe("octo-org/agent-fleet/");
  });

  it("begin with a repository's owner and name, and with nothing else", () => {
    expect(repositoryFolders("octo-org/.github")).toEqual(["octo-org", ".github"]);
    for (const name of [
      "octo-org",
      "a/b/c",
      "../b",
      "a/..",
      "a/.",
      "/b",
      "a/",
      "a\\b/c",
      "a/b\n",
      "",
      "a b/c",
    ])
      expect(() => repositoryFolders(name)).toThrow("is not a repository");
  });
});
