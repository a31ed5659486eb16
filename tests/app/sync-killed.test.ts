import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SyncEffects } from "#app/sync/options.ts";
import { sync } from "#app/sync/sync.ts";
import { addSeconds } from "#core/time.ts";
import { directoryStore } from "#io/store.ts";
import { aJob, anArtifact, aRun, emptyRepository } from "#simulator/builders.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { aWorld, NOW, options, REPOSITORY, storedRuns } from "./sync-world.ts";

/** 130 runs in three days, so that a sync saves more than one batch; one with attempts, some with artifacts. */
function history(): SimulatedRepository {
  const runs = Array.from({ length: 130 }, (_, index) => {
    const created = addSeconds(NOW, (index - 130) * 1800);
    const run = aRun({
      id: 1000 + index,
      created_at: created,
      run_started_at: created,
      updated_at: addSeconds(created, 60),
    });
    return { attempts: [{ run, jobs: [aJob(run)] }] };
  });
  const [first] = runs[120]?.attempts ?? [];
  const again = aRun({ ...(first?.run ?? aRun()), run_attempt: 2 });
  runs[120]?.attempts.push({ run: again, jobs: [aJob(again, { id: 77 })] });
  const artifacts = runs
    .slice(100, 110)
    .flatMap(({ attempts: [attempt] }, index) =>
      attempt ? [{ payload: anArtifact(attempt.run, { id: 8000 + index }) }] : [],
    );
  return emptyRepository(REPOSITORY, { runs, artifacts });
}

/** Effects of which the nth request or write never returns: before or after it has happened. */
function mortal(effects: SyncEffects, nth: number): { effects: SyncEffects; count: () => number } {
  let count = 0;
  const wrap = <T extends object>(port: T, methods: (keyof T)[]): T => {
    const copy = { ...port };
    for (const name of methods) {
      const method = port[name] as (...parameters: unknown[]) => Promise<unknown>;
      Object.assign(copy, {
        [name]: async (...parameters: unknown[]) => {
          count += 1;
          if (count === nth) throw new Error("killed before");
          const result = await method(...parameters);
          if (count >= nth) throw new Error("killed after");
          return result;
        },
      });
    }
    return copy;
  };
  return {
    count: () => count,
    effects: {
      ...effects,
      github: wrap(effects.github, [
        "runs",
        "attempt",
        "attemptJobs",
        "artifacts",
        "repository",
        "workflows",
      ]),
      store: wrap(effects.store, ["merge", "writeState", "writeRepository"]),
    },
  };
}

describe("a sync that is killed", () => {
  it("ends with the same runs as an undisturbed one, wherever it was killed", async () => {
    const undisturbed = await aWorld(history());
    const probe = mortal(undisturbed.effects(), Number.POSITIVE_INFINITY);
    await sync(probe.effects, options());
    const expected = await undisturbed.runs();
    expect(expected).toHaveLength(131);
    const total = probe.count();
    for (let point = 0; point < 20; point += 1) {
      const world = await aWorld(history());
      const nth = 1 + Math.floor((point * (total - 1)) / 19);
      await expect(sync(mortal(world.effects(), nth).effects, options())).rejects.toThrow("killed");
      const result = await world.sync();
      expect(result).toMatchObject({ complete: true, pending: 0 });
      expect(await world.runs(), `killed at effect ${nth} of ${total}`).toEqual(expected);
      expect((await world.sync()).changed).toBe(false);
    }
  }, 120_000);

  it("survives SIGKILL of its process", async () => {
    const undisturbed = await aWorld(history());
    await undisturbed.sync();
    const expected = await undisturbed.runs();
    for (const afterRequests of [3, 40, 110]) {
      const world = await aWorld(history());
      const folder = mkdtempSync(join(tmpdir(), "sync-killed-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const child = fork(join(import.meta.dirname, "sync-child.ts"), [
        world.simulator.url,
        world.simulator.token,
        folder,
      ]);
      const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
      while (world.simulator.transcript.length < afterRequests)
        await new Promise((resolve) => setTimeout(resolve, 2));
      child.kill("SIGKILL");
      expect(await ended).toBe("SIGKILL");
      const store = directoryStore(folder, REPOSITORY);
      expect(await sync({ ...world.effects(), store }, options())).toMatchObject({ complete: true });
      expect(await storedRuns(store)).toEqual(expected);
    }
  }, 120_000);
});
