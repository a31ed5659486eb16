import { afterEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { aWorkflow } from "#simulator/builders.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { startSimulator } from "#simulator/server.ts";
import { REPOSITORY, temporaryFolder } from "../io/remote.ts";
import { runBundle } from "./job.ts";

const WORKFLOW = ".github/workflows/agentops-data-sync.yml";
/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 120_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A repository that is set up well, but for what `change` does to it. */
async function examine(
  change: (truth: SimulatedRepository) => void = () => {},
  options: { permissions?: Record<string, "read" | "write" | "none">; token?: string } = {},
) {
  const truth = uniformHistory({ now: systemClock.now(), runs: 1 });
  truth.workflows.push(aWorkflow({ id: 7, path: WORKFLOW, state: "active" }));
  truth.files.set(WORKFLOW, "on:\n  schedule:\n    - cron: '17 */2 * * *'\n");
  change(truth);
  const { token = null, ...rest } = options;
  const simulator = await startSimulator({ repositories: [truth], ...rest });
  closing.push(simulator.close);
  const { code, stdout, stderr } = await runBundle(
    "cli",
    ["doctor", "--repository", REPOSITORY],
    { GITHUB_API_URL: simulator.url, GITHUB_TOKEN: token ?? simulator.token },
    temporaryFolder(),
  );
  expect(stderr).toBe("");
  /** The table's rows, each on one line. */
  const rows = stdout.split(/\n├.*\n/).map((row) => row.replaceAll(/[\s│┌┐└┘─┬┴]+/g, " "));
  const row = (name: string) => rows.find((text) => text.includes(` ${name} `)) ?? "";
  return { code, row };
}

describe("doctor", () => {
  it("finds nothing broken in a good set-up", async () => {
    const { code, row } = await examine();
    expect(code).toBe(0);
    for (const name of [
      "Token",
      "Rate limit",
      "Repository",
      "Configuration",
      "Schedule",
      "Permission actions: read",
    ])
      expect(row(name)).toContain(" ok ");
    expect(row("Pages")).toContain("Settings → Pages");
    expect(row("Data branch")).toContain("the first sync makes it");
  });

  it("stops at a token that is refused", async () => {
    const { code, row } = await examine(() => {}, { token: "ghs_wrong" });
    expect(code).toBe(1);
    expect(row("Token")).toContain("Fix: Give a token that is valid.");
    expect(row("Schedule")).toBe("");
  });

  it("names a missing permission and the line that grants it", async () => {
    const { code, row } = await examine(() => {}, {
      permissions: { contents: "write", "pull-requests": "read" },
    });
    expect(code).toBe(1);
    expect(row("Permission actions: read")).toContain("Fix: Add `actions: read` to the job's permissions.");
    expect(row("Permission actions: read")).toContain("actions=read");
  });

  it("notices a schedule that GitHub has stopped", async () => {
    const { code, row } = await examine(({ workflows }) => {
      for (const workflow of workflows) workflow.state = "disabled_inactivity";
    });
    expect(code).toBe(1);
    expect(row("Schedule")).toContain("gh workflow enable agentops-data-sync.yml");
  });

  it("notices a crowded minute", async () => {
    const { row } = await examine(({ files }) =>
      files.set(WORKFLOW, "on: {schedule: [{cron: '0 * * * *'}]}"),
    );
    expect(row("Schedule")).toContain("Choose an odd minute");
  });

  it("reads the configuration's mistakes aloud", async () => {
    const { code, row } = await examine(({ files }) => files.set(".github/agentops.yml", "agent: []\n"));
    expect(code).toBe(1);
    expect(row("Configuration")).toContain('unknown key (did you mean "agents"?)');
  });

  it("finds the workflow that the configuration names", async () => {
    const { code, row } = await examine(({ files, workflows }) => {
      files.set(".github/agentops.yml", "sync: {workflow: nightly.yml}\n");
      files.set(".github/workflows/nightly.yml", "on: {schedule: [{cron: '43 3 * * *'}]}");
      workflows.push(aWorkflow({ id: 8, path: ".github/workflows/nightly.yml", state: "active" }));
    });
    expect(code).toBe(0);
    expect(row("Schedule")).toContain("43 3 * * *");
  });
});
