import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";

const FILE = join(import.meta.dirname, "../.github/workflows/agentops-log-analyzer.yml");
const workflow = parse(readFileSync(FILE, "utf8"));
const { steps, permissions } = workflow.jobs.analyze;

/** Runs the step that reads the label's event, with a `gh` that knows what the sender may do. */
function asked(title: string, permission: string) {
  const folder = mkdtempSync(join(tmpdir(), "label-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const output = join(folder, "output");
  writeFileSync(output, "");
  writeFileSync(join(folder, "gh"), `#!/bin/sh\necho "$2" >&2\necho ${permission}\n`, { mode: 0o755 });
  const { status, stderr } = spawnSync("bash", ["--norc", "-e", "-c", steps[0].run], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: `${folder}:${process.env["PATH"]}`,
      GITHUB_REPOSITORY: "octo-org/agent-fleet",
      GITHUB_OUTPUT: output,
      SENDER: "mona",
      TITLE: title,
    },
  });
  return { status, asked: stderr.trim(), output: readFileSync(output, "utf8") };
}

describe("the label that asks for an analysis", () => {
  it("counts from people who may write, as the API says", () => {
    expect(asked("Analyze run 36000000101", "write")).toEqual({
      status: 0,
      asked: "repos/octo-org/agent-fleet/collaborators/mona/permission",
      output: "run_id=36000000101\n",
    });
    expect(asked("Analyze run 36000000101", "read")).toMatchObject({ status: 1, output: "" });
    expect(asked("Analyze run 36000000101", "none")).toMatchObject({ status: 1, output: "" });
  });

  it.each([
    "Analyze $(touch owned) `id` 36000000101; exit 0",
    '36000000101" && run_id=1',
    "run #36000000101\nx=y",
  ])("takes digits and nothing else from the title: %j", (title) => {
    expect(asked(title, "admin").output).toBe("run_id=36000000101\n");
  });

  it("is not cancelled while it waits by a label of another kind", () => {
    const [, expression = ""] =
      /^agentops-log-analyzer-\$\{\{ (.*) \}\}$/.exec(workflow.concurrency.group) ?? [];
    // What stands there means the same in JavaScript.
    const group = new Function("inputs", "github", "format", `return ${expression}`);
    const format = (text: string, value: unknown) => text.replace("{0}", String(value));
    const labelled = (run_id: number, name: string, number = 7) =>
      group({}, { run_id, event: { label: { name }, issue: { number } } }, format);
    const dispatched = (run_id: number, asked: string) =>
      group({ run_id: asked }, { run_id, event: {} }, format);

    const waiting = labelled(101, "agentops-analyze");
    expect(waiting).toBe("issue-7");
    expect(labelled(102, "agentops-analyze")).toBe(waiting);
    const others = [
      ...[labelled(103, "bug"), labelled(104, "bug"), labelled(105, "agentops-analyzed")],
      ...[labelled(106, "agentops-analyze", 8), dispatched(107, "7"), dispatched(108, "36000000101")],
    ];
    expect(new Set([waiting, ...others]).size).toBe(1 + others.length);
    expect(workflow.concurrency["cancel-in-progress"]).toBeUndefined();
    expect(workflow.jobs.analyze.concurrency).toBeUndefined();
  });

  it("does nothing for a title without a run", () => {
    expect(asked("Analyze run #12", "admin")).toMatchObject({ status: 1, output: "" });
  });

  it("is replaced when the work is done, and gives no permission that the work does not need", () => {
    expect(steps[2].if).toContain("steps.asked.outcome == 'success'");
    expect(steps[2].run).toContain("DELETE");
    expect(permissions).toEqual({ contents: "write", actions: "read", issues: "write" });
  });
});
