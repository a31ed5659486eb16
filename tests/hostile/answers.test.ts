import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { MAX_TRIES } from "#core/sync/backlog.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { aWorld, NOW, requests } from "../app/sync-world.ts";
import { hostileAnswers } from "./answers.ts";

const FIRST = 36_500_000_001;
const wanting = { config: Config.parse({}), analyzeFailures: "new" as const };

describe("an answer that is none, however often one asks", () => {
  it.each(hostileAnswers())("$name: is given up after some syncs, and others go on", async (item) => {
    const truth = uniformHistory({ now: NOW, runs: 3 });
    item.put?.(truth, FIRST, NOW);
    const world = await aWorld(truth);
    item.answer?.(world.simulator, FIRST);
    // A need that is given up leaves the next one its tries: jobs, artifacts, logs.
    for (let sync = 0; sync < 3 * MAX_TRIES; sync++) {
      await world.sync(wanting);
      world.clock.set(addSeconds(world.clock.now(), DAY_SECONDS / 12));
    }
    expect((await world.runs()).filter(({ detail }) => detail === "full").length).toBeGreaterThanOrEqual(3);
    const idle = await world.sync(wanting);
    expect([idle.changed, idle.pending, requests(idle)]).toEqual([false, 0, 2]);
  });
});
