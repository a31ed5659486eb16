import { fork } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GitHub, Safekeeping } from "#app/effects.ts";
import type { SyncEffects } from "#app/sync/options.ts";
import { sync } from "#app/sync/sync.ts";
import { addSeconds, secondsBetween } from "#core/time.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { agentRuns, reported, TELEMETRY } from "./agent-runs.ts";
import { aWorld, NOW, options, type World } from "./sync-world.ts";

/** GitHub as it is on a slow day: each of these requests takes so many seconds of the world's clock. */
function slow(world: World, method: "attemptJobs" | "artifact", seconds: number): SyncEffects {
  const effects = world.effects();
  const ask = effects.github[method] as (...parameters: unknown[]) => Promise<unknown>;
  const github: GitHub = {
    ...effects.github,
    [method]: async (...parameters: unknown[]) => {
      const answer = await ask(...parameters);
      world.clock.set(addSeconds(world.clock.now(), seconds));
      return answer;
    },
  };
  return { ...effects, github };
}

/** Keeps no copy, but remembers when it was asked to. */
function watched(world: World, effects: SyncEffects) {
  const times: number[] = [];
  const safekeeping: Safekeeping = {
    ...effects.safekeeping,
    checkpoint: async () => {
      times.push(secondsBetween(NOW, world.clock.now()) ?? 0);
      return { merged: false };
    },
  };
  return { times, effects: { ...effects, safekeeping } };
}

describe("the time of a sync", () => {
  it("is over after its minutes, whatever is left, and the next sync goes on", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 300 }));
    const result = await sync(slow(world, "attemptJobs", 5), options({ maxMinutes: 10 }));
    expect(result.stopped).toBe("its 10 minutes are over");
    const seconds = secondsBetween(NOW, world.clock.now()) ?? 0;
    expect(seconds).toBeGreaterThanOrEqual(600);
    // Sixteen requests were on their way.
    expect(seconds).toBeLessThanOrEqual(600 + 16 * 5);
    expect(result.entry.jobs_fetched).toBeGreaterThanOrEqual(120);
    expect(result.pending).toBe(300 - result.entry.jobs_fetched);
    expect(await world.sync()).toMatchObject({ complete: true, pending: 0, stopped: null });
  });

  it("is looked at between artifacts as well", async () => {
    const world = await aWorld(agentRuns(...[1, 2, 3, 4, 5, 6].map((id) => ({ id, artifacts: reported() }))));
    const result = await sync(slow(world, "artifact", 50), options({ config: TELEMETRY, maxMinutes: 2 }));
    expect(result.stopped).toBe("its 2 minutes are over");
    expect(result.entry.telemetry?.pending).toBeGreaterThan(0);
    expect(await world.sync({ config: TELEMETRY })).toMatchObject({ complete: true });
  });

  it("is over at once when whoever runs the sync wants it to end, and what was fetched is stored", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 300 }));
    const started = world.clock.now();
    const effects = slow(world, "attemptJobs", 1);
    const wish = "it was told to end (SIGINT)";
    const interrupted = () => ((secondsBetween(started, world.clock.now()) ?? 0) >= 100 ? wish : null);
    const result = await sync({ ...effects, interrupted }, options());
    expect(result.stopped).toBe(wish);
    const fetched = result.entry.jobs_fetched;
    // Sixteen requests were on their way.
    expect(fetched).toBeGreaterThanOrEqual(100);
    expect(fetched).toBeLessThanOrEqual(116);
    expect((await world.runs()).filter(({ detail }) => detail === "full")).toHaveLength(fetched);
    expect(await world.effects().safekeeping.readNote()).toBeNull();
    expect(await world.sync()).toMatchObject({ complete: true, pending: 0, stopped: null });
  });

  it("passes with checkpoints two minutes apart, and without any in an ordinary sync", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 900 }));
    const busy = watched(world, slow(world, "attemptJobs", 1));
    await sync(busy.effects, options());
    expect(busy.times.length).toBeGreaterThanOrEqual(3);
    const gaps = busy.times.map((time, index) => time - (busy.times[index - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(120);
    // A batch of 200 requests lies between two looks at the clock.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(120 + 200);

    const calm = await aWorld(uniformHistory({ now: NOW, runs: 100 }));
    const ordinary = watched(calm, slow(calm, "attemptJobs", 1));
    await sync(ordinary.effects, options());
    expect(ordinary.times).toEqual([]);
  });

  it("takes over what another sync had published at a checkpoint", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 300 }));
    const other = await aWorld(uniformHistory({ now: NOW, runs: 300 }));
    await other.sync();
    const effects = slow(world, "attemptJobs", 1);
    let checkpoints = 0;
    const safekeeping: Safekeeping = {
      ...effects.safekeeping,
      // As if all had been pushed by the other meanwhile, and merged.
      async checkpoint() {
        checkpoints += 1;
        for (const day of await other.store.days("runs"))
          await world.store.merge("runs", day, await other.store.read("runs", day));
        const state = await other.store.readState();
        if (state) await world.store.writeState(state);
        return { merged: true };
      },
    };
    const result = await sync({ ...effects, safekeeping }, options());
    expect(checkpoints).toBe(1);
    expect(result).toMatchObject({ complete: true, pending: 0 });
    expect(result.entry.jobs_fetched).toBeLessThanOrEqual(200);
    expect(await world.runs()).toEqual(await other.runs());
    expect((await world.sync()).changed).toBe(false);
  });
});

describe("GitHub out of reach", () => {
  it.each(["reset", "503", "html"] as const)("is a failure, not a quiet sync (%s)", async (kind) => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 3 }));
    world.simulator.faults.add({ match: /./, kind, times: 1000 });
    await expect(world.sync()).rejects.toThrow(/^GitHub was not reached: .*The records are as they were\.$/);
    expect([await world.store.readState(), await world.store.days("runs")]).toEqual([null, []]);
    world.simulator.faults.clear();
    await world.sync();
    const before = [await world.store.readState(), await world.runs()];
    world.simulator.faults.add({ match: /./, kind, times: 1000 });
    await expect(world.sync()).rejects.toThrow("GitHub was not reached");
    expect([await world.store.readState(), await world.runs()]).toEqual(before);
  });

  it("is not said of a GitHub that refuses more requests for this hour", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 3 }));
    world.simulator.faults.add({ match: /./, kind: "429", seconds: 600, times: 1000 });
    expect((await world.sync()).stopped).toContain("600 s");
  });
});

describe("an artifact that kills the sync", () => {
  /** Kills the process of a sync while it waits for the artifact. */
  async function killedBy(world: World, artifact: number): Promise<void> {
    const { simulator } = world;
    simulator.faults.clear();
    simulator.faults.add({ match: new RegExp(`artifacts/${artifact}/zip`), kind: "slow", seconds: 86_400 });
    simulator.transcript.length = 0;
    const args = [simulator.url, simulator.token, world.folder, "telemetry"];
    const child = fork(join(import.meta.dirname, "sync-child.ts"), args);
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    while (!simulator.transcript.some(({ path }) => path.includes(`artifacts/${artifact}/zip`)))
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
  }

  it("comes last in the next sync, and goes to the ledger after two deaths", async () => {
    const ids = [1, 2, 3, 4, 5, 6];
    const world = await aWorld(agentRuns(...ids.map((id) => ({ id, artifacts: reported() }))));
    const deadly = 60;
    await killedBy(world, deadly);
    await killedBy(world, deadly);
    const read = async () => {
      const executions = [];
      for (const day of await world.store.days("executions"))
        executions.push(...(await world.store.read("executions", day)));
      return executions.map(({ run_id }) => run_id).sort();
    };
    // All the others were read by the second, which came to the suspect at its end.
    expect(await read()).toEqual([1, 2, 3, 4, 5]);
    world.simulator.transcript.length = 0;
    const third = await world.sync({ config: TELEMETRY });
    expect(third).toMatchObject({ complete: true, pending: 0 });
    expect(world.simulator.transcript.filter(({ path }) => path.includes("zip"))).toEqual([]);
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 6, missing: "telemetry", reason: "gave_up", message: "2 syncs ended while it was read" },
    ]);
    expect((await world.sync({ config: TELEMETRY })).changed).toBe(false);
  }, 120_000);

  it("is tried again by the next sync when the first death was chance", async () => {
    const world = await aWorld(agentRuns(...[1, 2, 3].map((id) => ({ id, artifacts: reported() }))));
    await killedBy(world, 30);
    world.simulator.faults.clear();
    expect(await world.sync({ config: TELEMETRY })).toMatchObject({ complete: true, pending: 0 });
    expect((await world.store.readState())?.ledger).toEqual([]);
    expect(await world.effects().safekeeping.readNote()).toBeNull();
  }, 120_000);
});
