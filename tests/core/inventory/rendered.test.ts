import { gzipSync } from "node:zlib";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Inventory } from "#core/inventory/inventory.ts";
import { annotations } from "#core/render/annotations.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { inventoryText } from "#core/render/inventory-text.ts";
import { sarif } from "#core/render/sarif.ts";
import { CASES } from "./cases.ts";
import { claude, FILE, gemini, inspected, workflow } from "./inspected.ts";
import { SARIF_SCHEMA } from "./sarif-schema.ts";

const TOOL = { version: "1.2.3", home: "https://github.com/octo-org/agentops" };
const isSarif = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);
const valid = (inventory: Inventory) => {
  const log = sarif(inventory, TOOL) as {
    runs: {
      results: { ruleId: string; ruleIndex: number; level: string }[];
      tool: { driver: { rules: { id: string }[] } };
      properties?: object;
    }[];
  };
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0];
};

/** Names and texts that act where they are shown. */
const HOSTILE = "\u001b[31mred ::error::x ##[group]x \u202Etxet \u200b%0A::stop-commands::t";
const hostile = () => {
  const path = ".github/workflows/a b,c:%0A::error::é.yml";
  const name = JSON.stringify(HOSTILE);
  const text = workflow({ steps: claude(`show_full_output: true`).replace("id: claude", `name: ${name}`) })
    .replace("  agent:", `  ${name}:`)
    .replace("name: Agent", `name: ${name}`)
    .replace("claude-sonnet-4-5-20250929", `"${HOSTILE.replaceAll(/[ \u001b]/g, "")}-latest"`);
  return inspected({ [path]: text });
};

describe("SARIF", () => {
  it("is what code scanning takes, of every rule", () => {
    for (const { bad, files, known } of CASES) {
      const inventory = inspected({ ...(bad !== "" && { [FILE]: bad }), ...files }, known);
      const run = valid(inventory);
      expect(run?.results.length).toBe(inventory.findings.length);
      for (const { ruleId, ruleIndex } of run?.results ?? [])
        expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it("is valid of nothing, of broken files and of hostile names", () => {
    for (const inventory of [inspected({}), inspected("on: ["), hostile()]) valid(inventory);
  });

  it("keeps the most severe of more findings than GitHub shows, and says how many it leaves out", () => {
    const steps = Array.from({ length: 1800 }, () => "- uses: octo-org/x@v1\n").join("");
    const text = workflow({ steps: steps + gemini("Sort") });
    const inventory = inspected({
      [FILE]: text,
      ".github/workflows/b.yml": text,
      ".github/workflows/c.yml": text,
    });
    const run = valid(inventory);
    expect(run?.results.map(({ level }) => level).indexOf("error")).toBe(0);
    expect(run?.properties).toEqual({ findingsLeftOut: inventory.findings.length - 5000 });
    expect(gzipSync(JSON.stringify(run)).length).toBeLessThan(10_000_000);
  });
});

describe("annotations", () => {
  it("are commands of the runner at the place in the file, errors first", () => {
    const text = annotations(
      inspected(workflow({ steps: gemini("Sort").replace("gemini_model", "other") })).findings,
    );
    expect(text.split("\n").map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([
      "error",
      "notice",
      "notice",
      "notice",
    ]);
    expect(text).toContain(
      "::error file=.github/workflows/agent.yml,line=10,endLine=10,col=9,endColumn=13,title=no-actor-check::Gemini starts for everybody on issues. Add ",
    );
  });

  it("let no name of a file or text of a workflow add a command or a property", () => {
    for (const line of annotations(hostile().findings).split("\n")) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[\w-]+::[^\u0000-\u001f\u202e]*$/,
      );
      expect(line).not.toContain("##[");
    }
  });
});

describe("the terminal", () => {
  it("lists agents, then findings with what to do, then how many", () => {
    const text = inventoryText(inspected(workflow({ steps: gemini("Sort") })), false);
    expect(text).toContain("issues (anybody)");
    expect(text).toContain(
      "10:9  error  Gemini starts for everybody on issues  no-actor-check\n      Fix: Add ",
    );
    expect(text.endsWith("1 error, 0 warnings, 2 notes in 1 workflow.")).toBe(true);
    expect(inventoryText(inspected({}), false)).toContain("No workflow runs an agent that we know.");
  });

  it("shows hostile names as text", () => {
    const text = inventoryText(hostile(), false);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|##\[/);
    expect(text).not.toMatch(/^\s*::/m);
  });
});

it("is the same as JSON, which nothing acts on", () => {
  const inventory = hostile();
  expect(JSON.parse(inertJson(inventory))).toEqual(inventory);
  expect(inertJson(inventory)).not.toMatch(/[\u0000-\u001f\u202e]|##\[|::/);
});
