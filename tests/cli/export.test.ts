import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { directoryStore } from "#io/store.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { exportRecords } from "../../action/src/cli/export.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

const asked = (format: "csv" | "json", output: string) => ({
  ...{ from: null, format, output, month: null, check: null, words: [] },
});

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
  await expect(exportRecords(context, asked("csv", "mine"))).rejects.toThrow("notes.txt");
  expect(readdirSync(join(workspace, "mine"))).toEqual(["notes.txt"]);
  await exportRecords(context, asked("json", "tables"));
  expect(readdirSync(join(workspace, "tables"))).toContain("index.json");
  printed.length = 0;
  const { exitCode } = await exportRecords(context, asked("csv", "tables"));
  expect(exitCode).toBe(0);
  expect(printed[0]).toMatch(/^\d+ files, .*tables$/);
  expect(readFileSync(join(workspace, "mine/notes.txt"), "utf8")).toBe("keep me");
  const names = readdirSync(join(workspace, "tables"));
  expect(names).toEqual(expect.arrayContaining(["models.csv", "tools.csv", "meta.json"]));
  expect(names.filter((name) => name.endsWith(".json"))).toEqual(["meta.json"]);
  expect(readFileSync(join(workspace, "tables/runs/recent.csv"), "utf8")).toContain("Fix the parser");
});

it("writes the charges of a month as FOCUS, and checks such a file", async () => {
  const workspace = temporaryFolder();
  const store = directoryStore(join(workspace, "data"), "octo-org/agent-fleet");
  await store.writeRepository(aRepositoryRecord());
  await store.writeState(aState());
  await store.merge("runs", "2026-11-20", [aRunRecord()]);
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
  const focus = { ...asked("csv", "charges"), words: ["focus"] };
  await exportRecords(context, { ...focus, month: "2026-11" });
  const names = ["focus-2026-11.csv", "focus-2026-11.json", "meta.json"];
  expect(readdirSync(join(workspace, "charges")).sort()).toEqual(names);
  await expect(exportRecords(context, { ...focus, month: "2026-10" })).rejects.toThrow("2026-10");
  await expect(exportRecords(context, { ...focus, words: ["fokus"] })).rejects.toThrow("fokus");
  const file = join(workspace, "charges/focus-2026-11.csv");
  expect(await exportRecords(context, { ...focus, check: file })).toMatchObject({ exitCode: 0 });
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("USD", "usd"));
  printed.length = 0;
  expect(await exportRecords(context, { ...focus, check: file })).toMatchObject({ exitCode: 1 });
  expect(printed[0]).toMatch(/^line 2: BillingCurrency: .*ISO 4217/);
});
