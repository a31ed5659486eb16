import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addSeconds } from "#core/time.ts";
import { systemClock } from "#io/clock.ts";
import { startSimulator } from "#simulator/server.ts";
import { resultsService } from "../collect/results-service.ts";
import { git, temporaryFolder, write } from "../io/remote.ts";
import { aGuardWorld, type GuardWorld, path } from "./guard-world.ts";

/** Whole processes on a busy machine, the first of which builds the bundle. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const CONFIGURATION = `budgets:
  - { id: calm, scope: "workflow:calm.yml", threshold_usd: 5, period_days: 7, alert_type: hard_stop }
  - { id: near, scope: "workflow:near.yml", threshold_usd: 3.5, period_days: 7, alert_type: hard_stop }
  - { id: spent, scope: "workflow:spent.yml", threshold_usd: 3, period_days: 7, alert_type: hard_stop }
guard: { break-glass-actors: [boss] }
policies:
  - id: by-hand
    mode: enforce
    match: { workflows: [asked.yml] }
    require: { events: [workflow_dispatch], tools: [Read, "Bash(git *)"] }
    otherwise: escalate
    reason: Somebody of the team looks first
  - { id: haiku, mode: enforce, match: { workflows: [dear.yml] }, require: { models: ["*haiku*"] } }
  - { id: quiet, match: { workflows: [calm.yml] }, require: { events: [push] } }
`;

const DEAR = `on: issues
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
      - uses: anthropics/claude-code-action@v1
        with: { prompt: Sort, claude_args: "--model claude-opus-4-5" }
`;

let world: GuardWorld;
let truth: GuardWorld["truth"];
/** What GitHub had when the records were written; each test adds to it. */
let before: { runs: number; artifacts: number };

beforeAll(async () => {
  world = await aGuardWorld(CONFIGURATION, { [path("dear.yml")]: DEAR });
  ({ truth } = world);
  for (const file of ["calm.yml", "near.yml", "spent.yml"])
    for (const hours of [30, 20, 10]) world.ran(file, hours);
  // Five failures in a row, the last an hour ago; and one that ended long enough ago to try again.
  for (const hours of [6, 5, 4, 3, 0.4]) world.ran("failing.yml", hours, { conclusion: "failure" });
  for (const hours of [9, 8, 7, 6, 5]) world.ran("cooled.yml", hours, { conclusion: "failure" });
  world.ran("ci.yml", 3, {}, {});
  world.ran("dear.yml", 3);
  const job = await world.sync();
  expect(job.stdout).not.toContain("::error");
  expect(job.code).toBe(0);
  before = { runs: truth.runs.length, artifacts: truth.artifacts.length };
});

/** What the guard costs is printed, and judged by nobody: a machine may be busy. */
const costs: string[] = [];
afterEach(({ task }) => {
  for (const { decision, allowed, rest, ms } of world.measured.splice(0))
    costs.push(
      `${decision.padEnd(9)} ${allowed.padEnd(6)} ${String(rest).padStart(4)} ${String(ms).padStart(6)}  ${task.name}`,
    );
});
afterAll(async () => {
  console.log(["decision  allowed REST     ms  where", ...costs].join("\n"));
  await world.close();
});

function restore(): void {
  truth.runs = truth.runs.slice(0, before.runs);
  truth.artifacts = truth.artifacts.slice(0, before.artifacts);
  world.simulator.transcript.length = 0;
  world.simulator.faults.clear();
}

const asked = () => world.simulator.transcript.map(({ method, path: of }) => `${method} ${of.split("?")[0]}`);

describe("the guard, before an agent starts", () => {
  it("lets it start where there is room, at two requests of REST", async () => {
    restore();
    const job = await world.guard("calm.yml");
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({
      decision: "allow",
      allowed: "true",
      "budget-remaining": "2.00",
      "suggested-model": "",
    });
    expect(job.stdout).toContain("::notice title=AgentOps guard::allow");
    expect(job.summary).toContain("The agent may start");
    expect(asked().sort()).toEqual([
      "GET /repos/octo-org/agent-fleet/actions/runs",
      "GET /repos/octo-org/agent-fleet/actions/runs",
      "POST /graphql",
    ]);
  });

  it("warns where a budget is nearly spent", async () => {
    restore();
    const job = await world.guard("near.yml");
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({ decision: "warn", allowed: "true", "budget-remaining": "0.50" });
    expect(job.stdout).toContain("::warning title=AgentOps guard::");
  });

  it("stops it where a budget is spent, and says what to do", async () => {
    restore();
    const job = await world.guard("spent.yml");
    expect(job.code).toBe(1);
    expect(job.outputs).toMatchObject({ decision: "block", allowed: "false", "budget-remaining": "0.00" });
    expect(job.outputs["reason"]).toBe("budget spent: $3.00 spent of $3.00");
    expect(job.stdout).toContain("::error title=AgentOps guard::block");
    expect(job.summary).toContain("What to do next");
  });

  it("ends well where it is to skip, and warns that a skipped check counts as passed", async () => {
    restore();
    const job = await world.guard("spent.yml", { inputs: { "on-block": "skip" } });
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({ decision: "block", allowed: "false" });
    expect(job.summary).toContain("counts as passed");
  });

  it("holds what runs now against the budget, each at what such runs cost", async () => {
    restore();
    world.ran("calm.yml", 0.02, { status: "in_progress", conclusion: null });
    world.ran("calm.yml", 0.01, { status: "in_progress", conclusion: null });
    const job = await world.guard("calm.yml");
    expect(job.code).toBe(1);
    expect(job.outputs["reason"]).toBe(
      "budget calm: $3.00 spent and $2.00 held for 2 runs in flight of $5.00",
    );
    expect(job.stdout).toContain("try again when those runs have ended");
  });

  it("does not count itself, what waits for its turn, or what was skipped", async () => {
    restore();
    world.ran("calm.yml", 0.02, { id: 36_999_999_999, status: "in_progress", conclusion: null });
    world.ran("calm.yml", 0.02, { status: "queued", conclusion: null });
    world.ran("calm.yml", 0.02, { conclusion: "skipped" });
    const job = await world.guard("calm.yml");
    expect(job.outputs).toMatchObject({ decision: "allow", "budget-remaining": "2.00" });
  });

  it("counts each attempt of a run that was started again since", async () => {
    restore();
    world.ran("calm.yml", 0.03, { run_attempt: 2 });
    const job = await world.guard("calm.yml");
    expect(job.outputs["reason"]).toContain("$2.00 held for 2 runs");
  });

  it("sees the re-run of a run older than the records, by the list of what is in progress", async () => {
    restore();
    const created_at = addSeconds(systemClock.now(), -20 * 86_400);
    const run_started_at = addSeconds(systemClock.now(), -60);
    world.ran("calm.yml", 0, {
      ...{ run_attempt: 2, status: "in_progress", conclusion: null, created_at, run_started_at },
    });
    const job = await world.guard("calm.yml");
    expect(job.outputs["reason"]).toContain("$1.00 held for 1 run");
  });

  it("knows a workflow that GitHub has no address for, as an organisation's required one", async () => {
    restore();
    const listed = truth.workflows.splice(0);
    world.ran("calm.yml", 0.02, { status: "in_progress", conclusion: null });
    truth.workflows.splice(0);
    const job = await world.guard("calm.yml");
    truth.workflows.push(...listed);
    expect(job.outputs["reason"]).toContain("$1.00 held for 1 run");
    expect(asked().filter((line) => line.includes("/workflows"))).toEqual([]);
  });
});

describe("the guard, where little is certain", () => {
  it("lets it start and says that it does not know, where GitHub refuses the lists", async () => {
    restore();
    const poor = await startSimulator({ repositories: [truth], permissions: { contents: "read" } });
    const job = await world.guard("calm.yml", { simulator: poor });
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({ decision: "unknown", allowed: "true" });
    expect(job.outputs["reason"]).toContain("403");
    const strict = await world.guard("calm.yml", { simulator: poor, inputs: { "on-unknown": "block" } });
    expect(strict.code).toBe(1);
    expect(strict.outputs).toMatchObject({ decision: "unknown", allowed: "false" });
    // What is spent is spent, whatever else there may be.
    expect((await world.guard("spent.yml", { simulator: poor })).outputs["decision"]).toBe("block");
    await poor.close();
  });

  it("asks a server that stumbles once again, and no more", async () => {
    restore();
    world.simulator.faults.add({ match: /actions\/runs/, kind: "502", times: 1 });
    expect((await world.guard("calm.yml")).outputs["decision"]).toBe("allow");
    expect(asked()).toHaveLength(4);
    restore();
    world.simulator.faults.add({ match: /actions\/runs/, kind: "502", times: 9 });
    expect((await world.guard("calm.yml")).outputs["decision"]).toBe("unknown");
    expect(asked()).toHaveLength(5);
    restore();
    world.simulator.faults.add({ match: /actions\/runs/, kind: "403-secondary", times: 9 });
    expect((await world.guard("calm.yml")).outputs["decision"]).toBe("unknown");
    expect(asked()).toHaveLength(3);
  });

  it("says that there are no records, where there are none", async () => {
    restore();
    const job = await world.guard("calm.yml", { inputs: { "data-branch": "elsewhere" } });
    expect(job.code).toBe(0);
    expect(job.outputs).toMatchObject({ decision: "unknown", allowed: "true", "budget-remaining": "" });
    expect(job.outputs["reason"]).toContain("no guard.json");
  });

  it("does not trust records that too many runs have ended since", async () => {
    restore();
    for (let run = 0; run < 26; run += 1) world.ran("failing.yml", 0.05, { conclusion: "success" });
    const job = await world.guard("calm.yml");
    expect(job.outputs["decision"]).toBe("unknown");
    expect(job.outputs["reason"]).toContain("26 runs of agents have ended since the last sync");
  });

  it("does not trust a list that goes on beyond a page", async () => {
    restore();
    for (let run = 0; run < 101; run += 1) world.ran("ci.yml", 0.05, {}, {});
    const job = await world.guard("calm.yml");
    expect(job.outputs["decision"]).toBe("unknown");
    expect(job.outputs["reason"]).toContain("more than the 100 of one page");
  });
});

describe("the guard, where somebody would rather it let them", () => {
  it("reads neither records nor configuration that are checked out", async () => {
    restore();
    const workspace = temporaryFolder();
    write(workspace, ".github/agentops.yml", "budgets: []\n");
    write(workspace, "data/octo-org/agent-fleet/guard.json", '{"guard_version":1}\n');
    expect((await world.guard("spent.yml", { workspace })).outputs["decision"]).toBe("block");
  });

  it("keeps to the default branch's configuration, not a pull request's", async () => {
    restore();
    const clone = world.remote.clone();
    git(clone, "checkout", "--quiet", "-b", "richer");
    write(
      clone,
      ".github/agentops.yml",
      CONFIGURATION.replaceAll("threshold_usd: 3,", "threshold_usd: 300,"),
    );
    git(clone, "commit", "--quiet", "-am", "Spend more");
    git(clone, "push", "--quiet", "origin", "richer");
    await world.sync();
    restore();
    const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_HEAD_REF: "richer" };
    expect((await world.guard("spent.yml", { env })).outputs["decision"]).toBe("block");
  });

  it("lets the glass be broken by who may, for a reason, and says so", async () => {
    restore();
    const inputs = { "break-glass": "production is down, issue 7" };
    const byHand = await world.guard("spent.yml", {
      inputs,
      env: { GITHUB_EVENT_NAME: "workflow_dispatch" },
    });
    expect(byHand.code).toBe(0);
    expect(byHand.outputs).toMatchObject({ decision: "block", allowed: "true" });
    expect(byHand.outputs["reason"]).toContain("octocat broke the glass: production is down, issue 7");
    expect(byHand.stdout).toContain("::warning title=AgentOps guard::");
    const named = await world.guard("spent.yml", { inputs, env: { GITHUB_ACTOR: "boss" } });
    expect(named.outputs["allowed"]).toBe("true");
    const stranger = await world.guard("spent.yml", { inputs });
    expect(stranger.code).toBe(1);
    expect(stranger.stdout).toContain("The glass stays whole");
    const short = await world.guard("spent.yml", {
      inputs: { "break-glass": "please" },
      env: { GITHUB_EVENT_NAME: "workflow_dispatch" },
    });
    expect(short.outputs["allowed"]).toBe("false");
  });
});

describe("the guard, where an agent keeps failing", () => {
  it("stops it until its circuit has cooled down, then lets one run try", async () => {
    restore();
    const open = await world.guard("failing.yml");
    expect(open.code).toBe(1);
    expect(open.outputs["reason"]).toContain("5 failures in a row");
    const half = await world.guard("cooled.yml");
    expect(half.outputs).toMatchObject({ decision: "warn", allowed: "true" });
    world.ran("cooled.yml", 0.01, { status: "in_progress", conclusion: null });
    expect((await world.guard("cooled.yml")).outputs).toMatchObject({ decision: "block", allowed: "false" });
  });
});

describe("the guard, by policies", () => {
  it("escalates to the environment that the step names, and stops where it names none", async () => {
    restore();
    const alone = await world.guard("asked.yml");
    expect(alone.code).toBe(1);
    expect(alone.outputs).toMatchObject({ decision: "escalate", allowed: "false" });
    expect(alone.summary).toContain("no environment is named");
    const asking = await world.guard("asked.yml", { inputs: { environment: "agents-approval" } });
    expect(asking.code).toBe(0);
    expect(asking.outputs).toMatchObject({ decision: "escalate", allowed: "true" });
    expect(asking.outputs["reason"]).toContain("policy by-hand");
    expect(asking.outputs["allowed-tools"]).toBe("Read,Bash(git *)");
  });

  it("judges what the workflow's file declares on the default branch, unless the step says better", async () => {
    restore();
    const declared = await world.guard("dear.yml");
    expect(declared.outputs).toMatchObject({ decision: "block", allowed: "false" });
    expect(declared.outputs["reason"]).toContain("claude-opus-4-5");
    const told = await world.guard("dear.yml", { inputs: { model: "claude-haiku-4-5" } });
    expect(told.outputs["decision"]).toBe("allow");
  });

  it("says what a policy that is only simulated would have said, and does not act on it", async () => {
    restore();
    const job = await world.guard("calm.yml");
    expect(job.outputs["decision"]).toBe("allow");
    expect(job.summary).toContain("simulated, would say block");
  });
});

describe("the guard's record", () => {
  it("is an artifact that its step leaves, and no reason to fail where none can be left", async () => {
    restore();
    const service = await resultsService();
    const job = await world.guard("spent.yml", { env: service.env });
    expect(job.stdout).toContain("left for the next sync as artifact agentops-guard-");
    const [artifact] = service.artifacts;
    expect(artifact?.name).toMatch(/^agentops-guard-[0-9a-f]{8}$/);
    expect(JSON.parse(artifact?.entries.get("agentops-guard.json") ?? "")).toMatchObject({
      run_id: 36_999_999_999,
      run_attempt: 1,
      event: { policy_id: "agentops-guard", policy_result: "block", attributes: { allowed: false } },
    });
    await service.close();
    const lost = await world.guard("calm.yml", { env: service.env });
    expect(lost.code).toBe(0);
    expect(lost.outputs["decision"]).toBe("allow");
    expect(lost.stdout).toContain("::warning::The decision is not recorded");
  });
});

describe("the guard's table", () => {
  it("is compiled anew when the configuration changes, though nothing else did", async () => {
    restore();
    const clone = world.remote.clone();
    write(clone, ".github/agentops.yml", CONFIGURATION.replace("threshold_usd: 3,", "threshold_usd: 30,"));
    git(clone, "commit", "--quiet", "-am", "Raise it");
    git(clone, "push", "--quiet", "origin", "HEAD:main");
    const commits = () => Number(git(world.remote.bare, "rev-list", "--count", "agentops-data"));
    const had = commits();
    expect((await world.sync()).outputs["changed"]).toBe("false");
    expect(commits()).toBe(had + 1);
    await world.sync();
    expect(commits()).toBe(had + 1);
    expect((await world.guard("spent.yml")).outputs["budget-remaining"]).toBe("27.00");
  });

  it("names no title, branch, person or prompt", () => {
    const text = git(world.remote.bare, "show", "agentops-data:data/octo-org/agent-fleet/guard.json");
    const { run } = truth.runs[0]?.attempts[0] ?? {};
    for (const secret of [run?.display_title, run?.head_branch, run?.actor?.login, run?.head_sha])
      expect(text).not.toContain(`"${secret}"`);
    expect(text).toContain(path("calm.yml"));
  });
});
