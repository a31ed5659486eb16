import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { jsonSchema, PUBLISHED } from "#core/schemas.ts";
import { directoryStore } from "#io/store.ts";
import { aJournalEntry, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "../io/remote.ts";

const ROOT = join(import.meta.dirname, "../..");

function validator(name: string) {
  const published = PUBLISHED.find((candidate) => candidate.name === name);
  if (published === undefined) throw new Error(`no schema ${name}`);
  return new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchema(published));
}

describe("published JSON Schemas", () => {
  it("are those of the code (npm run schemas)", () => {
    const check = spawnSync(process.execPath, ["scripts/schemas.ts", "--check"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(check.stderr).toBe("");
    expect(check.status).toBe(0);
  });

  it("hold for every file that a store writes", async () => {
    const root = temporaryFolder();
    const store = directoryStore(root, "octo-org/agent-fleet");
    await store.merge("runs", "2026-11-20", [
      aRunRecord(),
      aRunRecord({ id: 5, detail: "pending", jobs: null }),
    ]);
    await store.merge("journal", "2026-11", [aJournalEntry()]);
    await store.writeState(aState());
    await store.writeRepository(aRepositoryRecord());
    for (const [name, path] of [
      ["runs", "runs/2026-11-20.json"],
      ["journal", "journal/2026-11.json"],
      ["state", "state.json"],
      ["repository", "repository.json"],
    ] as const) {
      const valid = validator(name);
      valid(JSON.parse(readFileSync(join(root, "octo-org/agent-fleet", path), "utf8")));
      expect(valid.errors, name).toBeNull();
    }
  });

  it("refuse what the store refuses: unknown keys, negative durations, local times", () => {
    const valid = validator("runs");
    const shard = (run: object) => ({
      schema_version: SCHEMA_VERSION,
      day: "2026-11-20",
      runs: [{ ...aRunRecord(), ...run }],
    });
    expect(valid(shard({}))).toBe(true);
    expect(valid(shard({ extra: 1 }))).toBe(false);
    expect(valid(shard({ duration_seconds: -1 }))).toBe(false);
    expect(valid(shard({ created_at: "2026-11-20T10:00:00+02:00" }))).toBe(false);
  });

  it("let an empty configuration be valid", () => {
    expect(validator("config")({})).toBe(true);
  });
});
