import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { directoryStore } from "#io/store.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { exportTables } from "../../action/src/cli/export.ts";
import { parseOptions, readSurroundings } from "../../action/src/inputs.ts";
import { aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

it("writes tables into a folder of their own, once and again, and into nobody else's", async () => {
  const workspace = temporaryFolder();
  const store = directoryStore(join(workspace, "data"), "octo-org/agent-fleet");
  await store.writeRepository(aRepositoryRecord());
  await store.writeState(aState());
  await store.merge("runs", "2026-11-20", [aRunRecord()]);
  mkdirSync(join(workspace, "mine"));
  writeFileSync(join(workspace, "mine/notes.txt"), "keep me");
  const printed: string[] = [];
  const inputs = { repository: "octo-org/agent-fleet", commit: "false" };
  const context: Context = {
    options: parseOptions(inputs, (name) => `--${name}`),
    surroundings: { ...readSurroundings(), workspace, inActions: false },
    clock: { now: () => NOW, sleep: async () => {} },
    report: SILENT,
    print: (text) => void printed.push(text),
    colour: false,
  };
  await expect(exportTables(context, { from: null, format: "csv", output: "mine" })).rejects.toThrow(
    "notes.txt",
  );
  expect(readdirSync(join(workspace, "mine"))).toEqual(["notes.txt"]);
  await exportTables(context, { from: null, format: "json", output: "tables" });
  expect(readdirSync(join(workspace, "tables"))).toContain("index.json");
  printed.length = 0;
  const { exitCode } = await exportTables(context, { from: null, format: "csv", output: "tables" });
  expect(exitCode).toBe(0);
  expect(printed[0]).toMatch(/^\d+ files, .*tables$/);
  expect(readFileSync(join(workspace, "mine/notes.txt"), "utf8")).toBe("keep me");
  const names = readdirSync(join(workspace, "tables"));
  expect(names).toEqual(expect.arrayContaining(["models.csv", "tools.csv", "meta.json"]));
  expect(names.filter((name) => name.endsWith(".json"))).toEqual(["meta.json"]);
  expect(readFileSync(join(workspace, "tables/runs/recent.csv"), "utf8")).toContain("Fix the parser");
});
