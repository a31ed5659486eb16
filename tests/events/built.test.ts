import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgentEvent } from "#core/records/event.ts";
import { buildBundles } from "../../scripts/build.ts";

const ROOT = join(import.meta.dirname, "../..");
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** Somebody's project, with the package installed into it as `npm install` would. */
let project = "";
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "events-user-"));
  const installed = join(project, "node_modules", PACKAGE.name);
  mkdirSync(installed, { recursive: true });
  await buildBundles(join(installed, "action/dist"), ["events.mjs"]);
  writeFileSync(join(installed, "package.json"), JSON.stringify(PACKAGE));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the built event library", () => {
  it("is imported by its name and needs no other file", () => {
    const program = join(project, "agent.mjs");
    writeFileSync(
      program,
      `import { trackExecution, trackTool, trackWorkflow } from "${PACKAGE.name}/events";
      const work = () => trackExecution("triage", () => trackTool("search", async () => 42));
      console.log(await trackWorkflow("weekly", work));`,
    );
    const file = join(project, "events.jsonl");
    const env = { PATH: process.env["PATH"], AGENTOPS_EVENTS_FILE: file };
    expect(execFileSync(process.execPath, [program], { env, encoding: "utf8" })).toBe("42\n");
    const events = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => AgentEvent.parse(JSON.parse(line)));
    expect(events.map(({ type, workflow_id }) => [type, workflow_id])).toEqual([
      ["agent.request.started", "weekly"],
      ["agent.tool.called", "weekly"],
      ["agent.request.completed", "weekly"],
      ["custom.workflow", "weekly"],
    ]);
  });

  it("has types that stand alone and refuse what the library would", () => {
    const program = join(project, "typed.mts");
    writeFileSync(
      program,
      `import { emit, recordUsage, trackTool, type Usage } from "${PACKAGE.name}/events";
      const usage: Usage = { model: "gpt-5", prompt: 1 };
      recordUsage(usage);
      const answer: Promise<number> = trackTool("search", async () => 42, { server: "github" });
      emit("custom.deployed", { attributes: { version: 3 } });
      // @ts-expect-error there is no such type
      emit("deployed");
      // @ts-expect-error nor such a field
      emit("agent.retry", { tokens: 1 });
      void answer;`,
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
    const { stdout } = spawnSync(process.execPath, [tsc, ...flags, program], { cwd: project });
    expect(stdout.toString()).toBe("");
  });
});
