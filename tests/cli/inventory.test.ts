import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import type { Context } from "../../action/src/cli/context.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { inventory } from "../../action/src/cli/inventory.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { claude, FILE, gemini, workflow } from "../core/inventory/inspected.ts";
import { temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

type Flags = Parameters<typeof parseExtras>[0];

async function ran(files: Readonly<Record<string, string>>, flags: Flags = {}) {
  const workspace = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const printed: string[] = [];
  const said: string[] = [];
  const context: Context = {
    options: parseOptions({}, (name) => `--${name}`),
    surroundings: { ...readSurroundings(), workspace, inActions: false },
    clock: { now: () => NOW, sleep: async () => {} },
    report: {
      ...SILENT,
      warn: (message) => void said.push(message),
      info: (message) => void said.push(message),
    },
    print: (text) => void printed.push(text),
    colour: false,
  };
  const outcome = await inventory(context, parseExtras(flags));
  return { ...outcome, workspace, printed: printed.join("\n"), said: said.join("\n") };
}

const BAD = { [FILE]: workflow({ steps: gemini("Sort") }) };
const GOOD = { [FILE]: workflow({}) };

it("exits 1 for errors and says how many, and 0 for less", async () => {
  const bad = await ran(BAD);
  expect(bad.exitCode).toBe(1);
  expect(bad.said).toContain("1 error in how agents run");
  expect(bad.printed).toContain("no-actor-check");
  expect((await ran(GOOD)).exitCode).toBe(0);
  expect((await ran({ "README.md": "" })).exitCode).toBe(0);
  const warned = { [FILE]: workflow({ steps: claude("show_full_output: true") }) };
  expect((await ran(warned)).exitCode).toBe(0);
  expect((await ran(warned, { strict: true })).exitCode).toBe(1);
});

it("writes each format to the screen or into a file", async () => {
  expect(JSON.parse((await ran(BAD, { "report-format": "json" })).printed)).toMatchObject({ files: [FILE] });
  expect((await ran(BAD, { "report-format": "annotations" })).printed).toMatch(/^::error file=/);
  const { workspace, printed } = await ran(BAD, {
    "report-format": "sarif",
    "report-output": "out/agents.sarif",
  });
  expect(printed).toBe("");
  expect(JSON.parse(readFileSync(join(workspace, "out/agents.sarif"), "utf8"))).toMatchObject({
    version: "2.1.0",
  });
});

it("reads the checkout that is named, and its configuration", async () => {
  const config = "agents:\n  - { name: Sorter, workflow: agent.yml }\n";
  const files = { ".github/agentops.yml": config, [FILE]: workflow({ steps: "- run: sort-it\n" }) };
  const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`there/${path}`, text]));
  expect((await ran(below, { directory: "there" })).printed).toContain("Sorter");
  await expect(ran({}, { directory: "nowhere" })).rejects.toThrow("there is no folder");
  expect(() => parseExtras({ "report-format": "xml" })).toThrow(
    '--format must be terminal, json, sarif, annotations, not "xml"',
  );
});

it("follows no link, and says what it cannot read", async () => {
  const { workspace } = await ran(BAD);
  const outside = temporaryFolder();
  mkdirSync(join(outside, ".github/workflows"), { recursive: true });
  symlinkSync(join(workspace, FILE), join(outside, FILE));
  writeFileSync(join(outside, ".github/workflows/binary.yml"), Buffer.from([0xff, 0xfe, 0]));
  const { printed, exitCode } = await ran({}, { directory: outside });
  expect(exitCode).toBe(1);
  expect(printed.match(/The file is no plain text file/g)).toHaveLength(2);
});

it("finds nothing wrong with this repository's own workflows", async () => {
  const { printed } = await ran(
    {},
    { directory: join(import.meta.dirname, "../.."), "report-format": "json" },
  );
  const { files, findings } = JSON.parse(printed);
  expect(files.length).toBeGreaterThan(3);
  expect(findings).toEqual([]);
});

it("gives a job annotations of its files and a summary", async () => {
  const { fileAnnotations, markdown } = await ran(BAD);
  expect(fileAnnotations).toMatch(/^::error file=\.github\/workflows\/agent\.yml,line=\d+/);
  expect(markdown).toMatch(/\| error \| .* \| `no-actor-check` \|/);
  expect(markdown).toContain("| Gemini");
});
