import { zstdCompressSync } from "node:zlib";
import AdmZip from "adm-zip";
import { describe, expect, it } from "vitest";
import type { SyncOptions } from "#app/sync/options.ts";
import { Config } from "#core/config.ts";
import type { Execution } from "#core/records/execution.ts";
import { addSeconds } from "#core/time.ts";
import { jsonl } from "#simulator/history/telemetry/archive.ts";
import { agentRuns } from "./agent-runs.ts";
import { aWorld, NOW, requests, type World } from "./sync-world.ts";

const CLAUDE_LOG = [
  '{"type": "system", "subtype": "init", "model": "claude-sonnet-4-5"}',
  '{"type": "result", "subtype": "success", "is_error": false, "duration_ms": 9000, "num_turns": 4, "total_cost_usd": 0.25}',
];

const timestamp = "2026-11-20T09:00:00Z";
const told = (user_id = "octocat") =>
  jsonl([
    {
      type: "agent.step.completed",
      timestamp,
      trace_id: "t",
      agent_id: "bot",
      user_id,
      operation: "llm_request",
      model: "gpt-5",
      tokens_prompt: 10,
      tokens_completion: 2,
    },
    {
      type: "agent.policy.decision",
      timestamp,
      trace_id: "t",
      agent_id: "bot",
      policy_id: "p",
      policy_result: "deny",
    },
  ]);
const OURS = { "agentops-telemetry-1": { "agentops-events.jsonl": told() } };
const CLAUDE = {
  claude: {
    "claude-execution-output.json": JSON.stringify([
      {
        type: "result",
        subtype: "success",
        is_error: false,
        session_id: "s",
        total_cost_usd: 0.5,
        num_turns: 2,
        modelUsage: {
          "claude-sonnet-4-5": {
            inputTokens: 5,
            outputTokens: 7,
            cacheReadInputTokens: 0,
            cacheCreationInputTokens: 0,
            costUSD: 0.5,
          },
        },
      },
    ]),
  },
};

const wanting = (config: object = {}): Partial<SyncOptions> => ({ config: Config.parse(config) });

async function executions({ store }: World): Promise<Execution[]> {
  const all: Execution[] = [];
  for (const day of await store.days("executions")) all.push(...(await store.read("executions", day)));
  return all;
}

const downloads = ({ simulator }: World, kind: RegExp) =>
  simulator.transcript.filter(({ path, status }) => kind.test(path) && status === 302).length;

/** As if all that is stored had been told by importers of long ago. */
async function age({ store }: World): Promise<void> {
  for (const day of await store.days("executions"))
    await store.rewrite("executions", day, (one) => ({ ...one, source: { ...one.source, version: 0 } }));
}

describe("a sync that learns what agents did", () => {
  it("imports an artifact once, and is idle afterwards", async () => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: CLAUDE, log: CLAUDE_LOG }));
    const result = await world.sync(wanting());
    expect(result).toMatchObject({ complete: true, pending: 0 });
    expect(result.entry.telemetry).toEqual({ executions: 1, pending: 0 });
    expect(await executions(world)).toMatchObject([
      {
        run_id: 101,
        agent_id: "claude-code",
        usage: [{ reported_cost_usd: 0.5 }],
        source: { importer: "claude-execution" },
      },
    ]);
    expect([downloads(world, /\/zip$/), downloads(world, /\/logs$/)]).toEqual([1, 0]);
    const idle = await world.sync(wanting());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("reads anew what an older importer told, once, and nothing else of the attempt", async () => {
    const artifacts = { ...CLAUDE, ...OURS };
    const repository = agentRuns({ id: 101, artifacts }, { id: 102, artifacts: CLAUDE });
    const world = await aWorld(repository);
    await world.sync(wanting());
    const before = await executions(world);
    const events = async () =>
      (
        await Promise.all((await world.store.days("events")).map((day) => world.store.read("events", day)))
      ).flat();
    const [decision] = await events();
    await age(world);
    const again = await world.sync(wanting());
    expect(again).toMatchObject({ complete: true, pending: 0, changed: true });
    expect(await executions(world)).toEqual(before);
    expect(await events()).toEqual([decision]);
    expect(downloads(world, /\/zip$/)).toBe(6);
    const idle = await world.sync(wanting());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("keeps what an older importer told where it is gone, and asks no more when that is proved", async () => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: CLAUDE }));
    await world.sync(wanting());
    await age(world);
    const old = await executions(world);
    world.simulator.faults.add({ match: /\/zip$/, kind: "404", times: 99 });
    for (const hours of [0, 12, 24]) {
      world.clock.set(addSeconds(NOW, hours * 3600));
      await world.sync(wanting());
    }
    expect(await executions(world)).toEqual(old);
    expect((await world.store.readState())?.ledger).toMatchObject([
      { missing: "telemetry", reason: "not_found", message: expect.stringContaining("before stays") },
    ]);
    const idle = await world.sync(wanting());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("drops steps, calls and texts by age, keeps what was used, and asks for none of it again", async () => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: OURS }, { id: 199, artifacts: OURS }));
    const kept = { retention: { "telemetry-days": 2 } };
    await world.sync(wanting(kept));
    const [old, young] = await executions(world);
    expect(old).toMatchObject({ run_id: 101, steps: [], usage: [{ prompt: 10, completion: 2 }] });
    expect(young).toMatchObject({ run_id: 199, steps: [{ operation: "llm_request" }] });
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 101, missing: "telemetry", reason: "retention" },
    ]);
    const idle = await world.sync(wanting(kept));
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("goes on behind items that cannot be believed, names them on Data health, and asks for none of them again", async () => {
    const line = { type: "custom.x", timestamp: "9999-12-31T23:59:59-23:59" };
    const address = { ...line, timestamp, agent_id: "a@b.co ".repeat(28) };
    const bad = { "agentops-x": { "agentops-events.jsonl": jsonl([line, address]) } };
    const other = { "agentops-x": { "agentops-executions.jsonl": '{"a":1}\n'.repeat(5000) } };
    const world = await aWorld(
      agentRuns({ id: 101, artifacts: bad }, { id: 102, artifacts: other }, { id: 103, artifacts: CLAUDE }),
    );
    expect(await world.sync(wanting())).toMatchObject({ complete: true, pending: 0 });
    expect((await executions(world)).map(({ run_id }) => run_id)).toEqual([103]);
    const state = await world.store.readState();
    expect(state?.ledger.filter(({ reason }) => reason === "not_believed")).toMatchObject([
      { run_id: 101, missing: "telemetry", message: expect.stringContaining("line 1: This is no event") },
      { run_id: 102, missing: "telemetry", message: expect.stringContaining("Given up after 500 lines") },
    ]);
    const idle = await world.sync(wanting());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("reads the log of an agent that left no artifact, and says so of one that told nothing", async () => {
    const world = await aWorld(agentRuns({ id: 101, log: CLAUDE_LOG }, { id: 102 }));
    await world.sync(wanting());
    expect(await executions(world)).toMatchObject([
      {
        run_id: 101,
        job_id: 1010,
        turns: 4,
        usage: [{ prompt: null, reported_cost_usd: 0.25 }],
        source: { importer: "job-log" },
      },
    ]);
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 102, missing: "telemetry", reason: "not_found" },
    ]);
    expect((await world.sync(wanting())).changed).toBe(false);
  });

  it("takes ours from any run, and leaves other people's artifacts alone", async () => {
    const file = ".github/workflows/ci.yml";
    const coverage = { coverage: { "lcov.info": "TN:" }, "test-events": { "events.jsonl": told() } };
    const world = await aWorld(
      agentRuns({ id: 101, file, artifacts: OURS }, { id: 102, file, artifacts: coverage }),
    );
    await world.sync(wanting());
    expect((await executions(world)).map(({ run_id, agent_id }) => [run_id, agent_id])).toEqual([
      [101, "bot"],
    ]);
    expect(downloads(world, /\/zip$/)).toBe(1);
  });

  it("records decisions once, however often they are told", async () => {
    const world = await aWorld(
      agentRuns({ id: 101, artifacts: { ...OURS, "agentops-telemetry-2": OURS["agentops-telemetry-1"] } }),
    );
    await world.sync(wanting());
    const [day = ""] = await world.store.days("events");
    expect(await world.store.read("events", day)).toMatchObject([
      { type: "agent.policy.decision", run_id: 101 },
    ]);
  });

  it("stores users as hashes where the configuration says so", async () => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: OURS }));
    await world.sync(wanting({ privacy: { "hash-users": true } }));
    const [execution] = await executions(world);
    expect(execution?.user_id).toMatch(/^user-[0-9a-f]{12}$/);
  });

  it("keeps to its number of artifacts, and the next syncs go on", async () => {
    const world = await aWorld(agentRuns(...[101, 102, 103].map((id) => ({ id, artifacts: OURS }))));
    const limited = wanting({ telemetry: { artifacts: 2 } });
    const first = await world.sync(limited);
    expect(first.complete).toBe(false);
    expect(first.entry.telemetry).toEqual({ executions: 2, pending: 1 });
    expect((await world.sync(limited)).complete).toBe(true);
    expect(await executions(world)).toHaveLength(3);
  });

  it("keeps to its megabytes, though more was fetched ahead", async () => {
    const large = { claude: { ...CLAUDE.claude, "notes.txt": "nothing of interest\n".repeat(60_000) } };
    const world = await aWorld(
      agentRuns({ id: 101, artifacts: large }, { id: 102, artifacts: large }, { id: 103, artifacts: large }),
    );
    for (const known of [1, 2, 3]) {
      await world.sync(wanting({ telemetry: { megabytes: 1, logs: 0 } }));
      expect(await executions(world)).toHaveLength(known);
    }
  });

  it("warns of what is broken, names the file and the line, and goes on", async () => {
    const artifacts = { "agentops-telemetry-1": { "agentops-events.jsonl": `${told()}{"type":\n` } };
    const world = await aWorld(agentRuns({ id: 101, artifacts }));
    await world.sync(wanting());
    expect(await executions(world)).toHaveLength(1);
    expect(world.warnings.join()).toContain("run 101: agentops-telemetry-1/agentops-events.jsonl line 3");
  });

  it("unpacks rollouts that Codex packed", async () => {
    const rollout = jsonl([
      { timestamp, type: "session_meta", payload: { id: "c-1", timestamp, cli_version: "0.150.0" } },
      { timestamp, type: "turn_context", payload: { model: "gpt-5-codex" } },
      {
        timestamp,
        type: "event_msg",
        payload: {
          type: "token_count",
          info: {
            total_token_usage: { input_tokens: 9 },
            last_token_usage: { input_tokens: 9, output_tokens: 1 },
          },
        },
      },
    ]);
    const zip = new AdmZip();
    zip.addFile("rollout-2026-11-20T09-00-00-c-1.jsonl.zst", zstdCompressSync(rollout));
    const repository = agentRuns({ id: 101, file: ".github/workflows/codex.yml", artifacts: { codex: {} } });
    for (const artifact of repository.artifacts) artifact.zip = () => zip.toBuffer();
    const world = await aWorld(repository);
    await world.sync(wanting());
    expect(await executions(world)).toMatchObject([
      { agent_id: "codex", usage: [{ prompt: 9, completion: 1 }] },
    ]);
  });

  it("asks again for what lies in a storage that is down, and gives it up at last", async () => {
    const lying = async (times: number) => {
      const world = await aWorld(agentRuns({ id: 101, artifacts: CLAUDE }));
      world.simulator.faults.add({ match: /actions-results/, kind: "503", times });
      await world.sync(wanting());
      const state = await world.store.readState();
      expect(state).toMatchObject({ ledger: [], pending: [{ run_id: 101, needs: ["telemetry"], tries: 1 }] });
      return world;
    };
    const passing = await lying(3);
    expect(await passing.sync(wanting())).toMatchObject({ complete: true, pending: 0 });
    expect(await executions(passing)).toHaveLength(1);
    const lasting = await lying(1000);
    for (let sync = 0; sync < 5; sync++) await lasting.sync(wanting());
    expect((await lasting.store.readState())?.ledger).toMatchObject([
      { run_id: 101, missing: "telemetry", reason: "gave_up", message: expect.stringContaining("503") },
    ]);
    const idle = await lasting.sync(wanting());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("asks nothing of expired artifacts", async () => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: CLAUDE, expired: true, log: CLAUDE_LOG }));
    await world.sync(wanting());
    expect(downloads(world, /\/zip$/)).toBe(0);
    expect(await executions(world)).toMatchObject([{ source: { importer: "job-log" } }]);
  });
});
