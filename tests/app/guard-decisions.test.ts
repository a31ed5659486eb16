import { describe, expect, it } from "vitest";
import { readAttempts } from "#app/day-facts.ts";
import { judgeAlerts } from "#app/judge-alerts.ts";
import { Config } from "#core/config.ts";
import { type GuardVerdict, verdictEvent } from "#core/records/guard-verdict.ts";
import { addSeconds, dayOf, type Utc } from "#core/time.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { aJob, anArtifact, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { archive, type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { aWorld, NOW, REPOSITORY, type World } from "./sync-world.ts";

/** What a guard decided, from the artifact that its step leaves to what is concluded from it. */

const CONFIG = Config.parse({ guard: { required: ["triage.yml"] } });
const STOPPED = { answer: "block", allowed: false, reason: "budget triage: $5.00 spent of $5.00" } as const;

type Left = { name?: string; verdict?: Partial<GuardVerdict>; after: number; files?: Files; run?: number };

/** A run whose guard works from second 10 to 14, and its agent from 15 to 300. */
function aGuardedRun(
  truth: SimulatedRepository,
  id: number,
  left: Left[],
  guardStep = "AgentOps guard",
): Utc {
  const created_at = addSeconds(NOW, -3600 + id);
  const at = (seconds: number) => addSeconds(created_at, seconds);
  const run = aRun({
    id,
    path: ".github/workflows/triage.yml",
    name: "Triage",
    created_at,
    updated_at: at(305),
  });
  const step = (number: number, name: string, from: number, to: number) =>
    aStep({ number, name, started_at: at(from), completed_at: at(to) });
  const steps = [step(1, "Set up job", 5, 9), step(2, guardStep, 10, 14), step(3, "Run the agent", 15, 300)];
  const job = aJob(run, { id: id * 10, name: "triage", steps, started_at: at(5), completed_at: at(301) });
  truth.runs.push({ attempts: [{ run, jobs: [job] }] });
  for (const [index, each] of left.entries()) {
    const verdict = { at: at(12), ...STOPPED, break_glass: null, ...each.verdict };
    const event = verdictEvent(verdict, {});
    const files = each.files ?? {
      "agentops-guard.json": JSON.stringify({ guard: 1, run_id: each.run ?? id, run_attempt: 1, event }),
    };
    truth.artifacts.push({
      payload: anArtifact(run, {
        id: id * 10 + index,
        name: each.name ?? `agentops-guard-0000000${index}`,
        created_at: at(each.after),
      }),
      zip: () => archive(files),
    });
  }
  return at(0);
}

async function synced(truth: SimulatedRepository, config = CONFIG): Promise<World> {
  const world = await aWorld(truth);
  await world.sync({ config });
  return world;
}

async function attemptsOf(world: World) {
  const [repository, state] = [await world.store.readRepository(), await world.store.readState()];
  if (repository === null || state === null) throw new Error("nothing was stored");
  const context = { now: NOW, config: CONFIG, repository, state, server: "https://github.com" };
  return readAttempts(world.store, dayOf(NOW), context);
}

async function firing(world: World): Promise<string[]> {
  const options = {
    repository: REPOSITORY,
    config: CONFIG,
    server: "https://github.com",
    cron: null,
    now: NOW,
  };
  const { changes } = await judgeAlerts({ store: world.store, clock: world.clock }, options);
  return changes.map(({ alert }) => alert.condition.rule).filter((rule) => /guard|glass/.test(rule));
}

describe("a decision that the guard's own step left", () => {
  it("is recorded, and a stopped agent is none that ran and cost something unknown", async () => {
    const truth = emptyRepository();
    aGuardedRun(truth, 101, [{ after: 12 }]);
    aGuardedRun(truth, 102, [{ after: 12, verdict: { answer: "allow", allowed: true } }]);
    const world = await synced(truth, Config.parse({ agents: [{ name: "sorter", workflow: "triage.yml" }] }));
    const events = await world.store.read("events", dayOf(NOW));
    expect(events.map(({ own_step, policy_result }) => [own_step, policy_result])).toEqual([
      [true, "block"],
      [true, "allow"],
    ]);
    const [stopped, allowed] = await attemptsOf(world);
    expect(stopped?.guard).toMatchObject(STOPPED);
    expect(allowed?.guard).toMatchObject({ answer: "allow", allowed: true });
    expect(stopped?.lines.filter(({ kind }) => kind === "tokens")).toEqual([]);
  });

  it.each([
    [
      "made while the agent's step ran",
      [{ after: 20, verdict: { answer: "allow", allowed: true } as const }],
    ],
    ["of another run", [{ after: 12, run: 999 }]],
    ["in an artifact of another name", [{ after: 12, name: "agentops-telemetry-1" }]],
    ["one of two that were made in its time", [{ after: 12 }, { after: 13 }]],
  ])("is not believed where it is %s", async (_, left) => {
    const truth = emptyRepository();
    aGuardedRun(truth, 101, left);
    const world = await synced(truth);
    const events = await world.store.read("events", dayOf(NOW));
    expect(events.filter(({ own_step }) => own_step)).toEqual([]);
    expect((await attemptsOf(world))[0]?.guard).toBeNull();
  });

  it("is not believed of a step that is called otherwise, nor of a fork's run", async () => {
    const truth = emptyRepository();
    aGuardedRun(truth, 101, [{ after: 12 }], "Run the agent first");
    aGuardedRun(truth, 102, [{ after: 12 }]);
    const fork = truth.runs[1]?.attempts[0];
    if (fork !== undefined)
      fork.run = {
        ...fork.run,
        head_repository: aMinimalRepository("someone/fork"),
      };
    const world = await synced(truth);
    expect((await attemptsOf(world)).map(({ guard }) => guard)).toEqual([null, null]);
  });

  it("cannot be told by the agent through our collector, which keeps whatever programs append", async () => {
    const truth = emptyRepository();
    const at = addSeconds(NOW, -3600 + 101 + 20);
    const verdict = { at, answer: "allow", allowed: true, reason: "go on", break_glass: null } as const;
    const note = { collected_job: 1, run_id: 101, run_attempt: 1, started_at: at, ended_at: at };
    const job = { ...note, ...EMPTY_NOTE };
    aGuardedRun(truth, 101, [
      {
        after: 300,
        name: "agentops-telemetry-1",
        files: {
          "agentops-job.json": JSON.stringify(job),
          "agentops-emitted.jsonl": jsonl([
            verdictEvent(verdict, {}),
            { ...verdictEvent(verdict, {}), policy_id: "agents-own" },
          ]),
        },
      },
    ]);
    const world = await synced(truth);
    const events = await world.store.read("events", dayOf(NOW));
    expect(new Map(events.map((event) => [event.policy_id, event.own_step]))).toEqual(
      new Map([
        ["agentops-guard", false],
        ["agents-own", true],
      ]),
    );
    expect((await attemptsOf(world))[0]?.guard).toBeNull();
  });
});

const EMPTY_NOTE = {
  ...{ repository: REPOSITORY, job: "triage", workflow_sha: null, actor: null, environment: null },
  ...{ service_name: null, resources: null, accepted: 0, refused: 0, dropped: 0, redactions: {} },
};

/** What an agent's own telemetry tells. */
const work = (started: Utc): Left => ({
  after: 290,
  name: "agentops-events",
  files: {
    "agentops-events.jsonl": jsonl([
      { type: "agent.request.started", timestamp: started, trace_id: "t", agent_id: "sorter" },
      {
        type: "agent.request.completed",
        timestamp: addSeconds(started, 60),
        trace_id: "t",
        agent_id: "sorter",
      },
    ]),
  },
});

describe("alerts about the guard", () => {
  it("tell of an agent that started without, and of none that was let through", async () => {
    const guarded = emptyRepository();
    const start = aGuardedRun(guarded, 101, []);
    guarded.runs = [];
    aGuardedRun(guarded, 101, [
      { after: 12, verdict: { answer: "allow", allowed: true } },
      work(addSeconds(start, 20)),
    ]);
    expect(await firing(await synced(guarded))).toEqual([]);
    const bare = emptyRepository();
    aGuardedRun(bare, 101, [work(addSeconds(start, 20))]);
    expect(await firing(await synced(bare))).toEqual(["unguarded"]);
    const early = emptyRepository();
    aGuardedRun(early, 101, [{ after: 12 }, work(addSeconds(start, -100))]);
    expect(await firing(await synced(early))).toEqual(["unguarded"]);
  });

  it("tell of three decisions in a row that knew nothing, and of broken glass", async () => {
    const unknown: Left = { after: 12, verdict: { answer: "unknown", allowed: true } };
    const twice = emptyRepository();
    for (const id of [101, 102]) aGuardedRun(twice, id, [unknown]);
    expect(await firing(await synced(twice))).toEqual([]);
    const thrice = emptyRepository();
    for (const id of [101, 102, 103]) aGuardedRun(thrice, id, [unknown]);
    expect(await firing(await synced(thrice))).toEqual(["guard-unknown"]);
    const broken = emptyRepository();
    aGuardedRun(broken, 101, [{ after: 12, verdict: { allowed: true, break_glass: "production is down" } }]);
    expect(await firing(await synced(broken))).toEqual(["break-glass"]);
  });
});
