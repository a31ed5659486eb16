import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { startSimulator } from "#simulator/server.ts";
import { rename } from "../app/renamed.ts";
import { aRemote, git, REPOSITORY } from "../io/remote.ts";
import { runJob } from "./job.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 240_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

it("moves the records of a renamed repository in one commit, and fetches nothing again", async () => {
  const truth = uniformHistory({ now: systemClock.now(), runs: 12 });
  const simulator = await startSimulator({ repositories: [truth] });
  closing.push(simulator.close);
  const remote = aRemote();
  const inputs = { "dashboard-dir": "none" };
  await runJob({ simulator, remote, inputs });
  const commits = () => Number(git(remote.bare, "rev-list", "--count", "agentops-data"));
  const before = commits();
  rename(truth, "octo-org/renamed");
  symlinkSync(remote.bare, join(dirname(remote.bare), "renamed.git"));
  simulator.transcript.length = 0;
  const job = await runJob({ simulator, remote, inputs, env: { GITHUB_REPOSITORY: "octo-org/renamed" } });
  expect([job.code, job.stderr]).toEqual([0, ""]);
  expect(job.outputs).toMatchObject({ "runs-added": "0", complete: "true" });
  expect(simulator.transcript.filter(({ path }) => path.includes("/jobs"))).toEqual([]);
  // Those that settle the name are among them.
  expect(job.outputs["api-requests"]).toBe(String(simulator.transcript.length));
  expect(commits()).toBe(before + 1);
  const files = git(remote.bare, "ls-tree", "-r", "--name-only", "agentops-data").split("\n");
  expect(files.filter((file) => file.startsWith(`data/${REPOSITORY}/`))).toEqual([]);
  expect(files).toContain("data/octo-org/renamed/state.json");
});
