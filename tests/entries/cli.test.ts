import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { directoryStore } from "#io/store.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { aRepositoryRecord } from "../builders.ts";
import { REPOSITORY, temporaryFolder } from "../io/remote.ts";
import { builtAction } from "./built.ts";
import { runBundle } from "./job.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 900_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const cli = (args: string[], env: Record<string, string> = {}, cwd = temporaryFolder()) =>
  runBundle("cli", args, env, cwd);

async function simulated(): Promise<Simulator> {
  const simulator = await startSimulator({
    repositories: [uniformHistory({ now: systemClock.now(), runs: 60 })],
  });
  closing.push(simulator.close);
  return simulator;
}

describe("the command line", () => {
  it("says what it can do", async () => {
    const { code, stdout } = await cli(["--help"]);
    expect(code).toBe(0);
    for (const command of ["sync", "dashboard", "serve", "summary", "doctor", "demo"])
      expect(stdout).toContain(`\n  ${command} `);
    // That npm name is another product's.
    expect(stdout).not.toContain("npx agentops");
  });

  it.each(["sync", "dashboard", "serve", "summary", "doctor", "demo"])(
    "explains the flags of %s",
    async (command) => {
      const { code, stdout } = await cli([command, "--help"]);
      expect(code).toBe(0);
      for (const flag of ["--log-level", "--log-format"]) expect(stdout).toContain(flag);
    },
  );

  it("tells its version", async () => {
    expect((await cli(["--version"])).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    [["snyc"], 2, "Did you mean sync?"],
    [["sync", "--data-dirr", "x"], 2, "Did you mean --data-dir?"],
    [["sync", "--data-dir"], 2, "argument missing"],
    [["sync", "--commit", "maybe"], 1, '--commit must be true or false, not "maybe"'],
    [["sync", "--repository", "o/r"], 1, "Set GITHUB_TOKEN"],
    [["sync", "--token", "t", "--commit", "false"], 1, "--repository owner/name"],
    [["serve", "--port", "99999"], 1, "--port must be at most 65535, not 99999"],
    [["serve"], 1, "Build one first: agentops dashboard"],
    [["dashboard", "--repository", "o/r", "--commit", "false"], 1, "there are no records of o/r yet"],
    [["summary", "--repository", "o/r", "--commit", "false"], 1, "Run `sync` first"],
    [["summary", "--data-dir", "empty"], 1, "there are no records in"],
  ])("refuses %j and says what would be right", async (args, code, message) => {
    const ended = await cli(args);
    expect(ended.stderr).toContain(message);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toBe("");
  });

  it("syncs a repository, sums it up, renders it, and logs for machines", async () => {
    const simulator = await simulated();
    const env = { GITHUB_API_URL: simulator.url, GITHUB_TOKEN: simulator.token };
    const cwd = temporaryFolder();
    const where = ["--repository", REPOSITORY, "--commit", "false"];
    const traced = { ...env, TRACEPARENT: `00-${"ab".repeat(16)}-${"1".repeat(16)}-01` };

    const synced = await cli(["sync", ...where, "--log-format", "json"], traced, cwd);
    expect(synced.stderr).not.toContain("error");
    expect(synced.code).toBe(0);
    const lines = synced.stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.every(({ trace_id }) => trace_id === "ab".repeat(16))).toBe(true);
    expect(lines.some(({ message }) => /^60 runs added, .* 60 stored\.$/.test(message))).toBe(true);
    expect(existsSync(join(cwd, "_site/index.html"))).toBe(true);

    const summary = await cli(["summary", ...where], { NO_COLOR: "1" }, cwd);
    expect(summary.code).toBe(0);
    expect(summary.stdout).toContain(REPOSITORY);
    expect(summary.stdout).toMatch(/Workflow \d/);
    expect(summary.stdout).not.toContain("\u001b");

    // From here on there is neither git nor network nor anything of GitHub's: a folder of records suffices.
    const alone = { PATH: "", GITHUB_API_URL: "http://127.0.0.1:9", NO_COLOR: "1" };
    const elsewhere = temporaryFolder();
    const folder = ["--data-dir", join(cwd, "data")];
    const read = (...args: string[]) => cli([...args, ...folder], alone, elsewhere);
    const rendered = await read("dashboard", "--dashboard-dir", "out");
    expect(rendered.stderr).not.toContain("error");
    expect(rendered.code).toBe(0);
    expect(existsSync(join(elsewhere, "out/index.html"))).toBe(true);
    expect(await read("summary")).toEqual({ ...summary, stderr: "" });
    expect((await read("export", "--format", "csv")).code).toBe(0);
    expect(existsSync(join(elsewhere, "agentops-export/runs/recent.csv"))).toBe(true);
  });

  it("ends with an error that machines can read where they read the rest", async () => {
    const { code, stderr } = await cli(["dashboard", "--data-dir", "none", "--log-format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      level: "error",
      message: expect.stringContaining("no records"),
    });
  });

  it("asks which repository is meant where a folder holds several, and names them", async () => {
    const cwd = temporaryFolder();
    for (const name of ["one", "two"])
      await directoryStore(join(cwd, "data"), `octo-org/${name}`).writeRepository(aRepositoryRecord());
    const { code, stderr } = await cli(["summary", "--data-dir", "data"], {}, cwd);
    expect(code).toBe(1);
    expect(stderr).toContain("records of 2 repositories (octo-org/one, octo-org/two)");
  });
});

/** Starts a command that serves, waits for its address, and ends it as Ctrl-C would. */
async function serving(args: string[], cwd: string, look: (url: string) => Promise<void>) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [join(await builtAction(), "cli.cjs"), ...args], {
    cwd,
    env: { PATH },
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  closing.push(async () => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      said += text;
      const found = /Dashboard: (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  await look(url);
  child.kill("SIGINT");
  child.kill("SIGINT");
  return { code: await ended, url };
}

describe("the demo", () => {
  it("goes from a simulated GitHub to a served dashboard, and ends cleanly", async () => {
    const cwd = temporaryFolder();
    const demo = await serving(["demo", "--port", "0", "--directory", cwd], cwd, async (url) => {
      const page = await (await fetch(url)).text();
      expect(page).toContain("octo-org/agent-fleet");
    });
    expect(demo.code).toBe(0);
    expect(existsSync(join(cwd, "data/octo-org/agent-fleet/state.json"))).toBe(true);

    const served = await serving(["serve", "--port", "0", "--base", "/fleet/"], cwd, async (url) => {
      expect(url).toMatch(/\/fleet\/$/);
      expect((await fetch(url)).status).toBe(200);
    });
    expect(served.code).toBe(0);
  });
});
