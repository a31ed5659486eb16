import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { parseRecords } from "#core/records/parse.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const file = { kind: "runs", day: "2026-03-02", part: 1 } as const;

/** One folder for each old version, for ever. */
const versionZero = readFileSync(join(FIXTURES, "data-v0/octo-org/agent-fleet/runs/2026-03-02.json"), "utf8");

describe("migrations", () => {
  it("have a fixture for every version before this one", () => {
    expect(SCHEMA_VERSION).toBe(1);
  });

  it("read version 0: a bare list of runs that call their attempt `attempt`", () => {
    const shard = parseRecords(file, versionZero, "runs/2026-03-02.json");
    expect(shard).toMatchObject({ schema_version: 1, day: "2026-03-02" });
    expect(
      shard.runs.map((run) => [run.id, run.run_attempt, run.conclusion, run.detail, run.jobs?.length]),
    ).toEqual([
      [7001, 1, "failure", "full", 1],
      [7001, 2, "success", "full", 1],
      [7002, 1, "success", "summary", undefined],
    ]);
    expect(shard.runs[0]?.jobs?.[0]).toMatchObject({ id: 70010, run_attempt: 1, duration_seconds: 120 });
  });

  it("keep every other field of version 0 as it was, and call unknown what it did not know", () => {
    const old = JSON.parse(versionZero) as Record<string, unknown>[];
    const shard = parseRecords(file, versionZero, "runs/2026-03-02.json");
    for (const [index, run] of shard.runs.entries()) {
      const { attempt, jobs, ...kept } = old[index] ?? {};
      expect(run).toMatchObject({ ...kept, run_attempt: attempt, artifacts: null });
    }
  });

  it("stop at data that is newer than the code, and say how to go on", () => {
    const newer = `{"schema_version": ${SCHEMA_VERSION + 1}, "surprise": true}`;
    const read = () => parseRecords(file, newer, "data/runs/2026-03-02.json");
    expect(read).toThrow(UserError);
    expect(read).toThrow(
      /^data\/runs\/2026-03-02\.json has schema_version 2, which is newer .* Nothing was written/,
    );
  });
});
