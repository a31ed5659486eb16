import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { agentRuns, told } from "../app/agent-runs.ts";
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

/** Runs the Action until it asks for the path, and ends it as the machine's last resort does. */
async function killedAt(simulator: Simulator, remote: Remote, path: RegExp): Promise<void> {
  simulator.transcript.length = 0;
  const file = join(await builtAction(), "main.cjs");
  const { env, workspace } = jobEnvironment({ simulator, remote, inputs });
  const child = spawn(process.execPath, [file], { cwd: workspace, env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  while (!simulator.transcript.some((request) => path.test(request.path)))
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
}

/** A file of the records' branch; null when there is none. */
function stored(remote: Remote, path: string): unknown {
  try {
    return JSON.parse(git(remote.bare, "show", `agentops-data:data/${REPOSITORY}/${path}`));
  } catch {
    return null;
  }
}

it("publishes all but the artifact over which two syncs were killed", async () => {
  const truth = agentRuns(...[1, 2, 3, 4].map((id) => ({ id, artifacts: told() })));
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
