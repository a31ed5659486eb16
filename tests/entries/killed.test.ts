import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { agentRuns, reported } from "../app/agent-runs.ts";
import { aRemote, git, REPOSITORY, type Remote } from "../io/remote.ts";
import { builtAction } from "./built.ts";
import { jobEnvironment, runJob } from "./job.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 240_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const inputs = { "dashboard-dir": "none", "lookback-days": "400" };

/** Runs the Action until it asks for the path, and sends it a signal then. */
async function endedAt(simulator: Simulator, remote: Remote, path: RegExp, signal: NodeJS.Signals) {
  simulator.transcript.length = 0;
  const file = join(await builtAction(), "main.cjs");
  const { env, workspace } = jobEnvironment({ simulator, remote, inputs });
  const child = spawn(process.execPath, [file], { cwd: workspace, env, stdio: ["ignore", "pipe", "ignore"] });
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  const ended = new Promise((resolve) => child.once("close", (code, by) => resolve(by ?? code)));
  while (!simulator.transcript.some((request) => path.test(request.path)))
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill(signal);
  return { ended: await ended, stdout };
}

/** As the machine's last resort does. */
async function killedAt(simulator: Simulator, remote: Remote, path: RegExp): Promise<void> {
  expect(await endedAt(simulator, remote, path, "SIGKILL")).toMatchObject({ ended: "SIGKILL" });
}

/** A file of the records' branch; null when there is none. */
function stored(remote: Remote, path: string): unknown {
  try {
    return JSON.parse(git(remote.bare, "show", `agentops-data:data/${REPOSITORY}/${path}`));
  } catch {
    return null;
  }
}

const ZIP = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";

/** The entries of the only month there is. */
function journal(remote: Remote): unknown {
  const folder = `data/${REPOSITORY}/journal/`;
  const [path = ""] = git(remote.bare, "ls-tree", "--name-only", "agentops-data", folder).split("\n");
  return JSON.parse(git(remote.bare, "show", `agentops-data:${path}`)).syncs;
}

it("publishes all but the artifact over which two syncs were killed", async () => {
  const truth = agentRuns(...[1, 2, 3, 4].map((id) => ({ id, artifacts: reported() })));
  truth.repository.full_name = REPOSITORY;
  const simulator = await startSimulator({ repositories: [truth] });
  closing.push(simulator.close);
  const remote = aRemote();
  simulator.faults.add({ match: /artifacts\/40\/zip/, kind: "slow", seconds: 86_400, times: 1000 });
  await killedAt(simulator, remote, /artifacts\/40\/zip/);
  await killedAt(simulator, remote, /artifacts\/40\/zip/);
  simulator.transcript.length = 0;
  const job = await runJob({ simulator, remote, inputs });
  expect([job.code, job.stderr]).toEqual([0, ""]);
  expect(job.outputs).toMatchObject({ complete: "true", "runs-total": "4" });
  expect(simulator.transcript.some(({ path }) => path.includes("artifacts/40/zip"))).toBe(false);
  expect(stored(remote, "state.json")).toMatchObject({
    pending: [],
    ledger: [{ run_id: 4, missing: "telemetry", reason: "gave_up" }],
  });
  expect(git(remote.bare, "for-each-ref", "refs/agentops")).toBe("");
  expect(git(remote.bare, "rev-list", "--count", "agentops-data")).toBe("1");
});

it.each(["SIGINT", "SIGTERM"] as const)(
  "publishes what it has when its job is cancelled (%s) while GitHub is silent, and fails",
  async (signal) => {
    const truth = agentRuns(...[1, 2, 3, 4].map((id) => ({ id, artifacts: reported() })));
    truth.repository.full_name = REPOSITORY;
    const simulator = await startSimulator({ repositories: [truth] });
    closing.push(simulator.close);
    const remote = aRemote();
    simulator.faults.add({ match: /artifacts\/20\/zip/, kind: "slow", seconds: 86_400 });
    const { ended, stdout } = await endedAt(simulator, remote, /artifacts\/20\/zip/, signal);
    expect(ended).toBe(1);
    expect(stdout).toContain(
      `::error::The sync was told to end (${signal}). What it had fetched by then is kept.`,
    );
    expect(stored(remote, "runs/2026-11-12.json")).toMatchObject({
      runs: [{ id: 1, detail: "full" }, {}, {}, {}],
    });
    const { pending } = stored(remote, "state.json") as { pending: { run_id: number; needs: string[] }[] };
    expect(pending).toContainEqual(expect.objectContaining({ run_id: 2, needs: ["telemetry"], tries: 0 }));
    // Whoever had waited for the answer would have seen it fail.
    expect(journal(remote)).toMatchObject([
      {
        requests: expect.arrayContaining([expect.objectContaining({ endpoint: ZIP, failed: 0 })]),
      },
    ]);
    // Nothing of it counts as a death.
    expect(git(remote.bare, "for-each-ref", "refs/agentops")).toBe("");
    const job = await runJob({ simulator, remote, inputs });
    expect([job.code, job.stderr]).toEqual([0, ""]);
    expect(job.outputs).toMatchObject({ complete: "true", "runs-total": "4" });
  },
);
