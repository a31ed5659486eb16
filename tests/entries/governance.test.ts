import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { startSimulator } from "#simulator/server.ts";
import { gemini, workflow } from "../core/inventory/inspected.ts";
import { aRemote, git, temporaryFolder, write } from "../io/remote.ts";
import { runJob } from "./job.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 120_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function simulated() {
  const truth = uniformHistory({ now: systemClock.now(), runs: 3 });
  const simulator = await startSimulator({ repositories: [truth] });
  closing.push(simulator.close);
  return { simulator, file: truth.workflows[0]?.path ?? "" };
}

it("takes the inventory of the default branch without a request, and holds it against its policies", async () => {
  const { simulator, file } = await simulated();
  const remote = aRemote();
  const clone = remote.clone();
  write(clone, file, workflow({ steps: gemini("Sort") }));
  write(
    clone,
    ".github/agentops.yml",
    "policies: [{ id: approved, mode: enforce, require: { environments: [agents-approval] } }]\n",
  );
  git(clone, "add", "-A");
  git(clone, "commit", "--quiet", "-m", "Run an agent");
  git(clone, "push", "--quiet");
  const job = await runJob({ simulator, remote });
  expect(job.code).toBe(0);
  const api = (name: string) => {
    const text = readFileSync(join(job.workspace, "_site/api/v1", name), "utf8");
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };
  expect(api("inventory.json")).toMatchObject({ known: true, agents: [{ agent: "Gemini", path: file }] });
  expect(api("policies.json")).toMatchObject({
    declared: [{ policy: "approved", answer: "block", path: file }],
  });
  const asked = simulator.transcript.map(({ path }) => path).join("\n");
  expect(asked).not.toMatch(/\/contents\/|\/git\/trees|\/git\/blobs/);
});

it("annotates the files of a checkout, and asks for one where there is none", async () => {
  const { simulator, file } = await simulated();
  const workspace = temporaryFolder();
  const without = await runJob({ simulator, remote: null, workspace, inputs: { command: "inventory" } });
  expect(without.code).toBe(1);
  expect(without.stdout).toContain("Check the repository out in a step before: actions/checkout.");
  write(workspace, file, workflow({ steps: gemini("Sort") }));
  const job = await runJob({ simulator, remote: null, workspace, inputs: { command: "inventory" } });
  expect(job.code).toBe(1);
  expect(job.stdout).toMatch(new RegExp(`^::error file=${file.replaceAll(".", "\\.")},line=\\d+`, "m"));
  expect(job.summary).toContain("`no-actor-check`");
  expect(simulator.transcript).toEqual([]);
});
