import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { startStaticServer } from "#io/static-server.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { aRemote, git, REPOSITORY, temporaryFolder, write } from "../io/remote.ts";
import { runJob } from "./job.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 120_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function history(change: (truth: SimulatedRepository) => void = () => {}): SimulatedRepository {
  const truth = uniformHistory({ now: systemClock.now(), runs: 12 });
  change(truth);
  return truth;
}

async function simulated(
  truth = history(),
  options: { permissions?: Record<string, "read" | "write"> } = {},
) {
  const simulator = await startSimulator({ repositories: [truth], ...options });
  closing.push(simulator.close);
  return simulator;
}

const asked = (simulator: Simulator) => simulator.transcript.map(({ method, path }) => `${method} ${path}`);

describe("the Action with `commit: true`", () => {
  it("stores runs on a branch of its own, renders them, and says so in outputs and summary", async () => {
    const simulator = await simulated();
    const remote = aRemote();
    const job = await runJob({ simulator, remote });
    expect(job.stdout).not.toContain("::error::");
    expect(job.stderr).toBe("");
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({
      changed: "true",
      complete: "true",
      "runs-added": "12",
      "runs-total": "12",
      "dashboard-dir": join(job.workspace, "_site"),
    });
    expect(Number(job.outputs["api-requests"])).toBe(simulator.transcript.length);
    expect(Number(job.outputs["rate-limit-remaining"])).toBeGreaterThan(900);
    expect(existsSync(join(job.outputs["data-dir"] ?? "", REPOSITORY, "state.json"))).toBe(true);
    expect(existsSync(join(job.workspace, "_site/index.html"))).toBe(true);
    expect(job.summary).toContain("12 runs added");
    const files = git(remote.bare, "ls-tree", "-r", "--name-only", "agentops-data").split("\n");
    expect(files).toContain(`data/${REPOSITORY}/state.json`);
    expect(git(remote.bare, "rev-list", "--count", "agentops-data")).toBe("1");
  });

  it("asks two requests, changes no byte and makes no commit when nothing is new", async () => {
    const simulator = await simulated();
    const remote = aRemote();
    await runJob({ simulator, remote });
    const before = git(remote.bare, "rev-parse", "agentops-data");
    simulator.transcript.length = 0;
    const idle = await runJob({ simulator, remote });
    expect(idle.outputs).toMatchObject({
      changed: "false",
      publish: "false",
      complete: "true",
      "runs-added": "0",
    });
    expect(asked(simulator)).toHaveLength(2);
    expect(git(remote.bare, "rev-parse", "agentops-data")).toBe(before);
    expect(idle.summary).toContain("Nothing new");
  });

  it("publishes what it fetched even where nothing can be concluded from it", async () => {
    const remote = aRemote();
    await runJob({ simulator: await simulated(history(({ runs }) => void runs.splice(0, 6))), remote });
    const clone = remote.clone();
    git(clone, "switch", "--quiet", "agentops-data");
    // The table cannot be read or written any more: a folder is in its place.
    git(clone, "rm", "--quiet", `data/${REPOSITORY}/guard.json`);
    write(clone, `data/${REPOSITORY}/guard.json/in-the-way`, "");
    git(clone, "add", "--all");
    git(clone, "commit", "--quiet", "-m", "Put a folder there");
    git(clone, "push", "--quiet");
    const job = await runJob({ simulator: await simulated(), remote });
    expect(job.code).toBe(1);
    const log = git(remote.bare, "log", "--format=%s", "agentops-data").split("\n");
    expect(log[0]).toContain(`Sync ${REPOSITORY}: 6 runs added`);
  });

  it("reads its configuration from the default branch, and refuses one that is wrong by line", async () => {
    const simulator = await simulated();
    const remote = aRemote();
    const clone = remote.clone();
    write(clone, ".github/agentops.yml", "retention:\n  detail-dys: 3\n");
    git(clone, "commit", "--quiet", "-am", "Mistake");
    git(clone, "push", "--quiet");
    const job = await runJob({ simulator, remote });
    expect(job.code).toBe(1);
    expect(job.stdout).toContain(
      '::error::.github/agentops.yml:2: retention.detail-dys: unknown key (did you mean "detail-days"?)',
    );
    expect(asked(simulator)).toEqual([]);
  });
});

describe("the Action with `commit: false`", () => {
  it("keeps records in the workspace and touches no git", async () => {
    const simulator = await simulated();
    const inputs = { commit: "false", "data-dir": "records", "dashboard-dir": "none" };
    const job = await runJob({ simulator, remote: null, inputs });
    expect(job.code).toBe(0);
    expect(existsSync(join(job.workspace, "records", REPOSITORY, "state.json"))).toBe(true);
    expect(existsSync(join(job.workspace, "_site"))).toBe(false);
    expect(job.outputs).toMatchObject({ changed: "true", "dashboard-dir": "", publish: "false" });
    simulator.transcript.length = 0;
    const idle = await runJob({ simulator, remote: null, inputs, workspace: job.workspace });
    expect(idle.outputs["changed"]).toBe("false");
    expect(asked(simulator)).toHaveLength(2);
  });

  it("renders again without asking GitHub", async () => {
    const simulator = await simulated();
    const inputs = { commit: "false" };
    const { workspace } = await runJob({ simulator, remote: null, inputs });
    simulator.transcript.length = 0;
    const again = { ...inputs, command: "dashboard", "dashboard-dir": "other" };
    const job = await runJob({ simulator, remote: null, inputs: again, workspace });
    expect(job.code).toBe(0);
    expect(existsSync(join(workspace, "other/index.html"))).toBe(true);
    expect(asked(simulator)).toEqual([]);
  });
});

describe("the Action's failures", () => {
  it.each([
    [{ "lookback-days": "soon" }, "::error::input `lookback-days` must be a whole number"],
    [{ command: "snyc" }, '::error::there is no command `snyc` for a job (did you mean "sync"?)'],
    [{ command: "serve" }, "::error::there is no command `serve` for a job"],
    [{ token: "" }, "::error::there is no token to read GitHub with"],
    [{ token: "ghs_wrong" }, "::error::"],
    [{ repository: "octo-org/not-there" }, "::error::"],
    [{ config: ".github/other.yml" }, "::error::the configuration .github/other.yml does not exist"],
  ])("say what is wrong and the remedy: %o", async (inputs, message) => {
    const job = await runJob({
      simulator: await simulated(),
      remote: null,
      inputs: { commit: "false", ...inputs },
    });
    expect(job.code).toBe(1);
    expect(job.stdout).toContain(message);
    expect(job.stdout).toContain("%0A"); // the remedy, on the annotation's next line
  });

  it("never show the token, nor carry out what a title says", async () => {
    const truth = history(({ runs }) => {
      for (const { attempts } of runs)
        for (const { run } of attempts) {
          run.name = "##[add-mask]e";
          run.display_title = "x\n::set-output name=changed::owned\n##[add-mask]e";
        }
    });
    const simulator = await simulated(truth);
    const job = await runJob({
      simulator,
      remote: aRemote(),
      inputs: { workflows: "##[add-mask]*" },
      env: { RUNNER_DEBUG: "1" },
    });
    expect(job.code).toBe(0);
    expect(job.stdout).not.toContain(simulator.token);
    expect(job.stdout).not.toMatch(/##\[|::set-output/);
  });
});

describe("publishing", () => {
  const published = (truth: SimulatedRepository, url: string, build: "workflow" | "legacy" = "workflow") => {
    truth.pages = {
      url: `https://api.github.com/repos/${REPOSITORY}/pages`,
      status: "built",
      cname: null,
      custom_404: false,
      html_url: url,
      build_type: build,
      public: true,
    };
  };

  async function site(files: Record<string, string>): Promise<string> {
    const directory = temporaryFolder();
    for (const [path, text] of Object.entries(files)) write(directory, path, text);
    const server = await startStaticServer({ directory });
    closing.push(server.close);
    return server.url;
  }

  async function verdict(
    truth: SimulatedRepository,
  ): Promise<{ publish: string | undefined; summary: string }> {
    const { outputs, summary, code } = await runJob({ simulator: await simulated(truth), remote: aRemote() });
    expect(code).toBe(0);
    expect(outputs["changed"]).toBe("true");
    return { publish: outputs["publish"], summary };
  }

  it("happens onto an empty site, and onto our own", async () => {
    const mark = { first: '{"generator":"agentops"}', now: '{"data":{"generator":"agentops"}}' };
    const ours = Object.values(mark).map((meta) => ({ "index.html": "ours", "api/v1/meta.json": meta }));
    for (const files of [{}, ...ours]) {
      const truth = history();
      published(truth, await site(files));
      expect((await verdict(truth)).publish).toBe("true");
    }
  });

  it("never happens over a site that is not ours, however it is made", async () => {
    const theirs = await site({ "index.html": "docs", "api/v1/meta.json": '{"generator":"hugo"}' });
    for (const build of ["workflow", "legacy"] as const) {
      const truth = history();
      published(truth, theirs, build);
      const { publish, summary } = await verdict(truth);
      expect(publish).toBe("false");
      expect(summary).toContain("Dashboard not published");
    }
  });

  it("waits until Pages is switched on, and says how", async () => {
    const { publish, summary } = await verdict(history());
    expect(publish).toBe("false");
    expect(summary).toContain("Settings → Pages → Source: GitHub Actions");
  });

  it("of a private repository needs the configuration's word; the dashboard is rendered all the same", async () => {
    const truth = history((truth) => {
      truth.repository = { ...truth.repository, private: true, visibility: "private" };
    });
    published(truth, await site({}));
    const simulator = await simulated(truth);
    const refused = await runJob({ simulator, remote: aRemote() });
    expect(refused.outputs["publish"]).toBe("false");
    expect(refused.summary).toContain("privacy.publish: public");
    expect(existsSync(join(refused.workspace, "_site/index.html"))).toBe(true);
    expect(asked(simulator).some((request) => request.endsWith("/pages"))).toBe(false);

    const workspace = temporaryFolder();
    write(workspace, ".github/agentops.yml", "privacy:\n  publish: public\n");
    const allowed = await runJob({ simulator, remote: null, inputs: { commit: "false" }, workspace });
    expect(allowed.outputs["publish"]).toBe("true");
  });
});
