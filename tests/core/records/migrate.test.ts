import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import type { KindName } from "#core/records/kinds.ts";
import { parseSingle } from "#core/records/parse.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const file = { kind: "runs", shard: "2026-03-02", part: 1 } as const;

/** One folder for each old version, for ever. */
const versionZero = readFileSync(join(FIXTURES, "data-v0/octo-org/agent-fleet/runs/2026-03-02.json"), "utf8");

describe("migrations", () => {
  it("have a fixture for every version before this one", () => {
    expect(SCHEMA_VERSION).toBe(5);
  });

  it("read the files of version 1 that hold no strangers' words", () => {
    for (const kind of ["state", "repository"] as const) {
      const path = join(FIXTURES, `data-v1/octo-org/agent-fleet/${kind}.json`);
      expect(parseSingle(kind, readFileSync(path, "utf8"), path).schema_version).toBe(SCHEMA_VERSION);
    }
  });

  it("read version 0: a bare list of runs that call their attempt `attempt`", () => {
    const shard = parseShard(file, versionZero, "runs/2026-03-02.json");
    expect(shard.leftOut).toEqual([]);
    expect(
      shard.records.map((run) => [run.id, run.run_attempt, run.conclusion, run.detail, run.jobs?.length]),
    ).toEqual([
      [7001, 1, "failure", "full", 1],
      [7001, 2, "success", "full", 1],
      [7002, 1, "success", "summary", undefined],
    ]);
    expect(shard.records[0]?.jobs?.[0]).toMatchObject({ id: 70010, run_attempt: 1, duration_seconds: 120 });
  });

  it("keep every other field of version 0 as it was, and call unknown what it did not know", () => {
    const old = JSON.parse(versionZero) as Record<string, unknown>[];
    const shard = parseShard(file, versionZero, "runs/2026-03-02.json");
    for (const [index, run] of shard.records.entries()) {
      const { attempt, jobs, ...kept } = old[index] ?? {};
      expect(run).toMatchObject({ ...kept, run_attempt: attempt, artifacts: null });
    }
  });

  it("read version 1: records that do not say whose they are get it of their source and run", () => {
    const text = (kind: KindName) =>
      readFileSync(join(FIXTURES, `data-v1/octo-org/agent-fleet/${kind}/2026-11-20.json`), "utf8");
    const at = { shard: "2026-11-20", part: 1 } as const;
    // Another repository's head, and the unknown head of a pull request's run, are a fork's.
    expect(
      parseShard({ kind: "runs", ...at }, text("runs"), "runs").records.map(({ id, from_fork }) => [
        id,
        from_fork,
      ]),
    ).toEqual([
      [8001, false],
      [8002, true],
      [8003, true],
      [8004, false],
    ]);
    expect(
      parseShard({ kind: "analyses", ...at }, text("analyses"), "analyses").records.map(({ trust }) => trust),
    ).toEqual(["log", "own"]);
    expect(parseShard({ kind: "events", ...at }, text("events"), "events").records).toMatchObject([
      { trust: "own", own_step: false },
    ]);
    const [read1, printed, forged, child] = parseShard(
      { kind: "executions", ...at },
      text("executions"),
      "executions",
    ).records;
    expect(read1).toMatchObject({ execution_id: "00000000000000c1", told_id: null, trust: "own" });
    expect(printed).toMatchObject({ execution_id: "00000000000000c2", told_id: null, trust: "log" });
    // It called itself like another run's: now it is its own, and what it started points at it still.
    expect(forged).toMatchObject({ told_id: "00000000000000c1", run_id: 8002 });
    expect(forged?.execution_id).toMatch(/^[0-9a-f]{32}$/);
    expect(child?.parent_execution_id).toBe(forged?.execution_id);
  });

  it("read version 3: what its jobs waited for besides a runner is not known", () => {
    const path = join(FIXTURES, "data-v3/octo-org/agent-fleet/runs/2026-11-20.json");
    const at = { kind: "runs", shard: "2026-11-20", part: 1 } as const;
    const { records, leftOut } = parseShard(at, readFileSync(path, "utf8"), path);
    expect(leftOut).toEqual([]);
    expect(records.map(({ jobs }) => jobs?.map((job) => [job.queued_seconds, job.approval_seconds]))).toEqual(
      [[[5, null]], undefined],
    );
  });

  it("are stopped by no record that is none", () => {
    const records = JSON.parse(versionZero) as unknown[];
    for (const text of [JSON.stringify([...records, null]), JSON.stringify([{ attempt: 1 }, ...records])]) {
      const shard = parseShard(file, text, "runs/2026-03-02.json");
      expect([shard.records.length, shard.leftOut.length]).toEqual([3, 1]);
    }
    const path = join(FIXTURES, "data-v1/octo-org/agent-fleet/events/2026-11-20.json");
    const text = readFileSync(path, "utf8").replace('"events": [', '"events": [ 7,');
    const events = parseShard({ kind: "events", shard: "2026-11-20", part: 1 }, text, path);
    expect([events.records.length, events.leftOut.map((left) => left.text)]).toEqual([1, ["7"]]);
  });

  it("stop at data that is newer than the code, and say how to go on", () => {
    const newer = `{"schema_version": ${SCHEMA_VERSION + 1}, "surprise": true}`;
    const read = () => parseShard(file, newer, "data/runs/2026-03-02.json");
    expect(read).toThrow(UserError);
    expect(read).toThrow(
      /^data\/runs\/2026-03-02\.json has schema_version 6, which is newer .* Nothing was written/,
    );
  });
});
