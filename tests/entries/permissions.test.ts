import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { permissionsOf } from "#core/workflow-file.ts";
import { systemClock } from "#io/clock.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { startSimulator } from "#simulator/server.ts";
import { aRemote, git, REPOSITORY, write } from "../io/remote.ts";
import { runJob } from "./job.ts";

const FILE = join(import.meta.dirname, "../../.github/workflows/agentops-data-sync.yml");
const TEXT = readFileSync(FILE, "utf8");

type Permissions = Record<string, "read" | "write" | "none">;
const GRANTED = permissionsOf(TEXT, "sync") as Permissions;

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 120_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A private repository with a failed run from a fork and a Pages site: everything that a sync can ask is asked. */
async function syncWith(permissions: Permissions) {
  const truth = uniformHistory({ now: systemClock.now(), runs: 4 });
  truth.repository = { ...truth.repository, private: true, visibility: "private" };
  for (const { attempts } of truth.runs)
    for (const { run, jobs } of attempts) {
      for (const job of jobs) job.conclusion = "failure";
      run.event = "pull_request";
      run.conclusion = "failure";
      run.pull_requests = [];
      run.head_repository = aMinimalRepository("stranger/agent-fleet");
    }
  truth.pages = {
    url: `https://api.github.com/repos/${REPOSITORY}/pages`,
    status: "built",
    cname: null,
    custom_404: false,
    html_url: "https://octo-org.github.io/agent-fleet/",
    build_type: "legacy",
    public: true,
  };
  const simulator = await startSimulator({ repositories: [truth], permissions });
  closing.push(simulator.close);
  const remote = aRemote();
  const clone = remote.clone();
  write(clone, ".github/agentops.yml", "privacy:\n  publish: public\n");
  git(clone, "commit", "--quiet", "-am", "Publish");
  git(clone, "push", "--quiet");
  // What GitHub's git server says to a token that may only read.
  if (permissions["contents"] !== "write")
    remote.hook("echo 'Permission to octo-org/agent-fleet.git denied to github-actions[bot].' >&2; exit 1");
  const job = await runJob({ simulator, remote });
  const refused = simulator.transcript.flatMap(({ status, route }) => (status === 403 ? [route] : []));
  return { code: job.code, refused: [...new Set(refused)] };
}

const without = (name: string): Permissions =>
  Object.fromEntries(Object.entries(GRANTED).filter(([each]) => each !== name));

describe("the permissions of the workflow to copy", () => {
  it("are enough for all that a sync asks", async () => {
    expect(await syncWith(GRANTED)).toEqual({ code: 0, refused: [] });
  });

  it.each([
    ["actions", 1, "/actions/runs"],
    ["checks", 0, "/check-runs/{check_run_id}/annotations"],
    ["pull-requests", 0, "/commits/{commit_sha}/pulls"],
    ["pages", 0, "/pages"],
  ])("are each needed: %s", async (permission, code, route) => {
    const ended = await syncWith(without(permission));
    expect(ended.code).toBe(code);
    expect(ended.refused).toContain(route);
  });

  it("are each needed: contents, or the records cannot be pushed", async () => {
    expect((await syncWith({ ...GRANTED, contents: "read" })).code).toBe(1);
  });

  it("hold no more than those, and what deploying needs", () => {
    expect(Object.keys(GRANTED).sort()).toEqual([
      "actions",
      "checks",
      "contents",
      "id-token",
      "pages",
      "pull-requests",
    ]);
    expect(TEXT).toContain("actions/deploy-pages@");
  });
});
