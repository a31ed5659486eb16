import { describe, expect, it } from "vitest";
import { buildDocuments } from "#app/documents.ts";
import { PERIODS } from "#core/attempts/period.ts";
import { Config } from "#core/config.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import type { Execution } from "#core/records/execution.ts";
import { addSeconds } from "#core/time.ts";
import { aJob, anArtifact, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { archive, type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { anExecution, aUsage } from "../builders.ts";
import { aWorld, NOW, requests, type World } from "./sync-world.ts";

const [VICTIM, FORK, PRINTER] = [101, 102, 103];

type AgentRun = {
  id: number;
  fork?: boolean;
  files?: Files;
  log?: readonly string[];
  /** It failed, on this branch. */
  fails?: string;
};

/** A run of ten minutes in which Claude worked, of the repository or of a fork whose branch is called `main` too. */
function add(
  repository: SimulatedRepository,
  { id, fork = false, files, log = ["nothing"], fails }: AgentRun,
): void {
  const created_at = addSeconds(NOW, -3600 * (200 - id));
  const updated_at = addSeconds(created_at, 600);
  const own = aRun({
    id,
    path: ".github/workflows/claude.yml",
    created_at,
    run_started_at: created_at,
    updated_at,
  });
  const ended = fails === undefined ? {} : { conclusion: "failure", head_branch: fails };
  const head = { ...own.repository, id: 666, full_name: "evil/agent-fleet" };
  const run = { ...own, ...(fork && { event: "pull_request", head_repository: head }), ...ended };
  const times = { created_at, started_at: created_at, completed_at: updated_at };
  const job = aJob(run, {
    id: id * 10,
    name: "agent",
    steps: [aStep({ number: 1, name: "Claude", ...(fails && { conclusion: "failure" }) })],
    ...times,
    ...(fails && { conclusion: "failure" }),
  });
  repository.runs.push({ attempts: [{ run, jobs: [job] }] });
  repository.logs.set(job.id, log.map((line) => `2026-11-20T11:00:00.0000001Z ${line}\n`).join(""));
  if (files === undefined) return;
  const payload = anArtifact(run, { id: id * 10, name: "agentops-telemetry-1", created_at: updated_at });
  repository.artifacts.push({ payload, zip: () => archive(files) });
}

const result = { type: "result", subtype: "success", is_error: false, session_id: "s", num_turns: 2 };
const CLAUDE: Files = {
  "claude-execution-output.json": JSON.stringify([
    {
      ...{ ...result, total_cost_usd: 1.25 },
      modelUsage: { "claude-sonnet-4-5": { inputTokens: 5, outputTokens: 7, costUSD: 1.25 } },
    },
  ]),
};

/** Everything that the attack forged, in the name of others. */
function forged(execution_id: string): Files {
  const usage = [aUsage({ reported_cost_usd: 999_999 })];
  const more = { user_id: "the-ceo", team: "platform", session_id: "s", run_id: FORK };
  const event = { timestamp: addSeconds(NOW, -3600), agent_id: "evil", user_id: "the-ceo" };
  return {
    "agentops-executions.jsonl": jsonl([
      anExecution({ ...more, execution_id, usage, trust: "own" }),
      anExecution({ ...more, execution_id: "e".repeat(16), parent_execution_id: execution_id, usage }),
    ]),
    "agentops-events.jsonl": jsonl([
      { ...event, type: "custom.deployed", attributes: { version: 99 } },
      { ...event, type: "agent.policy.decision", policy_id: "allow-all", policy_result: "allow" },
      { ...event, type: "custom.metric", attributes: { name: "queue", value: 1e9 } },
    ]),
  };
}

const wanting = (telemetry: object = {}) => ({ config: Config.parse({ telemetry }) });

async function executions({ store }: World): Promise<Execution[]> {
  const all: Execution[] = [];
  for (const day of await store.days("executions")) all.push(...(await store.read("executions", day)));
  return all;
}

async function documentsOf({ store, clock }: World, telemetry: object = {}) {
  const options = { ...wanting(telemetry), repository: "octo-org/agent-fleet", server: "https://github.com" };
  return (
    await buildDocuments({ store, clock }, { ...options, cron: null, now: NOW }, "test", {
      rows: CATALOGUE,
    })
  ).documents;
}

async function attacked() {
  const repository = emptyRepository();
  add(repository, { id: VICTIM, files: CLAUDE });
  const world = await aWorld(repository);
  await world.sync(wanting());
  const [victim] = await executions(world);
  if (victim === undefined) throw new Error("nothing was imported");
  const before = await documentsOf(world);
  add(repository, { id: FORK, fork: true, files: forged(victim.execution_id) });
  await world.sync(wanting());
  return { world, victim, before };
}

describe("a fork's run", () => {
  it("changes no byte of another run's record, and is not fetched for ever", async () => {
    const { world, victim } = await attacked();
    const stored = await executions(world);
    expect(stored.filter(({ run_id }) => run_id === VICTIM).map((one) => JSON.stringify(one))).toEqual([
      JSON.stringify(victim),
    ]);
    const theirs = stored.filter(({ run_id }) => run_id === FORK);
    expect(theirs.map(({ trust }) => trust)).toEqual(["fork", "fork"]);
    expect(new Set(stored.map(({ execution_id }) => execution_id)).size).toBe(3);
    expect(theirs.map(({ parent_execution_id }) => parent_execution_id)).not.toContain(victim.execution_id);
    const idle = await world.sync(wanting());
    expect([idle.changed, idle.complete, requests(idle)]).toEqual([false, true, 2]);
  });

  it("puts no money, user, session, metric or flag on any page, and says what is left out", async () => {
    const { world, before } = await attacked();
    const after = await documentsOf(world);
    for (const period of PERIODS) {
      expect(after.costs.periods[period].spend.tokens_nano_usd).toBe(
        before.costs.periods[period].spend.tokens_nano_usd,
      );
      expect(after.models[period]).toEqual(before.models[period]);
      expect(after.tools[period]).toEqual(before.tools[period]);
      expect(after.metrics[period]).toEqual(before.metrics[period]);
    }
    expect(after.agents).toEqual(before.agents);
    expect(after.sessions).toEqual(before.sessions);
    expect(JSON.stringify([after.users, after.product, after.overview])).not.toMatch(/the-ceo|999999/);
    expect(after.site.foreign_executions).toBe(2);
    expect(after.executions.list).toMatchObject({ total: 1, foreign: 2 });
    expect(after.executions.list.rows.map(({ run_id, trust }) => [run_id, trust]).sort()).toEqual([
      [VICTIM, "own"],
      [FORK, "fork"],
      [FORK, "fork"],
    ]);
    expect(after.events).toMatchObject({ foreign: 1, events: [{ trust: "fork", marks: false }] });
  });

  it("counts where the configuration admits it, and is not even shown where it is ignored", async () => {
    const { world } = await attacked();
    const admitting = await documentsOf(world, { forks: "admit" });
    expect(admitting.executions.list).toMatchObject({ total: 3, foreign: 0 });
    expect(admitting.costs.periods["30d"].spend.tokens_nano_usd).toBeGreaterThan(999_999e9);
    expect(admitting.events).toMatchObject({ foreign: 0, events: [{ trust: "fork", marks: true }] });
    // Even then it joins no session of the repository's own.
    expect(admitting.sessions.pages).toEqual((await documentsOf(world)).sessions.pages);
    const ignoring = await documentsOf(world, { forks: "ignore" });
    expect(ignoring.executions.list.rows).toHaveLength(1);
    expect(ignoring.events).toMatchObject({ events: [], foreign: 1 });
    expect(ignoring.site.foreign_executions).toBe(2);
  });

  it("is not asked for its artifacts where it is ignored, and after all others where it is not", async () => {
    const repository = emptyRepository();
    add(repository, { id: FORK + 50, fork: true, files: forged("0".repeat(16)) });
    add(repository, { id: VICTIM, files: CLAUDE });
    const world = await aWorld(repository);
    await world.sync(wanting({ artifacts: 1 }));
    expect((await executions(world)).map(({ run_id }) => run_id)).toEqual([VICTIM]);
    const ignoring = await world.sync(wanting({ forks: "ignore" }));
    expect(ignoring.complete).toBe(true);
    expect((await executions(world)).map(({ run_id }) => run_id)).toEqual([VICTIM]);
  });
});

describe("failures of forks", () => {
  it("are read after all others: a stranger's branch `main` is not the default branch", async () => {
    const repository = emptyRepository();
    add(repository, { id: VICTIM, log: ["##[error]ours"], fails: "topic" });
    add(repository, { id: FORK, log: ["##[error]theirs"], fork: true, fails: "main" });
    const world = await aWorld(repository);
    const config = Config.parse({
      analysis: { downloads: 1, annotations: false, critical: { branches: ["main"] } },
      telemetry: { artifacts: 0, logs: 0 },
    });
    await world.sync({ config, analyzeFailures: "new" });
    const days = await world.store.days("analyses");
    const readings = (await Promise.all(days.map((day) => world.store.read("analyses", day)))).flat();
    expect(readings.map(({ run_id, trust }) => [run_id, trust])).toEqual([[VICTIM, "log"]]);
  });
});

describe("a log of the repository's own run", () => {
  const printing = (usd: number) => [
    '{"type":"system","subtype":"init","model":"claude-sonnet-4-5"}',
    JSON.stringify({ ...result, duration_ms: 9000, total_cost_usd: usd }),
  ];

  async function printed(usd: number) {
    const repository = emptyRepository();
    add(repository, { id: PRINTER, log: printing(usd) });
    const world = await aWorld(repository);
    await world.sync(wanting());
    expect(await executions(world)).toMatchObject([{ trust: "log" }]);
    return (await documentsOf(world)).costs;
  }

  it("counts what its job can have cost, as a basis of its own", async () => {
    const { periods } = await printed(0.25);
    expect(periods["30d"].spend.tokens_nano_usd).toBe(0.25e9);
    expect(periods["30d"].basis).toMatchObject({ logged: 0.25e9 });
  });

  it("is not believed beyond that, and the ledger says why", async () => {
    const { periods, ledger } = await printed(999_999);
    expect(periods["30d"].spend).toMatchObject({ tokens_nano_usd: 0, unknown_tokens: 1 });
    expect(ledger.flatMap(({ lines }) => lines).find(({ kind }) => kind === "tokens")?.why).toBe(
      "Not believed: its log tells $999,999.00, and a job of 10 min costs $100.00 at most.",
    );
  });
});
