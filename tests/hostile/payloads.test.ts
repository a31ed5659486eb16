import { expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { aWorld, NOW } from "../app/sync-world.ts";
import { hostilePayloads } from "./payloads.ts";

const FIRST = 36_500_000_001;
const config = Config.parse({ analysis: { downloads: 1000 }, telemetry: { artifacts: 1000, logs: 1000 } });
const wanting = { config, analyzeFailures: "new" as const };

it("asks for nothing of runs, jobs and steps that strangers made up, once some days are over", async () => {
  const truth = uniformHistory({ now: NOW, runs: 3 });
  for (const [at, item] of hostilePayloads().entries()) item.put?.(truth, FIRST + at, NOW);
  const world = await aWorld(truth);
  for (let half = 0; half < 8; half++) {
    await world.sync(wanting);
    world.clock.set(addSeconds(world.clock.now(), DAY_SECONDS / 2));
  }
  world.simulator.transcript.length = 0;
  const idle = await world.sync(wanting);
  const asked = world.simulator.transcript.map(({ path }) => path);
  // The lists of what is new, of one past day, and of what goes on.
  expect(asked.filter((path) => !/\/actions\/runs\?/.test(path))).toEqual([]);
  expect([idle.changed, idle.pending]).toEqual([false, 0]);
  const stored = await world.runs();
  expect(stored.filter(({ id }) => id < FIRST)).toHaveLength(3);
}, 300_000);
