import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settleName } from "#app/sync/identity.ts";
import { sync } from "#app/sync/sync.ts";
import { githubClient } from "#io/github/client.ts";
import { recordFolders } from "#io/record-folders.ts";
import { directoryStore } from "#io/store.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { rename } from "./renamed.ts";
import { aWorld, NOW, options, REPOSITORY, requests, storedRuns, type World } from "./sync-world.ts";

const NEW = "other-org/renamed";

function clientOf({ simulator, clock, effects }: World, repository: string) {
  const { report } = effects();
  return githubClient({ apiUrl: simulator.url, token: simulator.token, repository, clock, report });
}

/** What the command does: settles the name, then syncs under it. */
async function syncAs(world: World, named: string) {
  const folders = recordFolders(world.folder);
  const { repository } = await settleName({ ask: clientOf(world, named).probe, folders }, named);
  const store = directoryStore(world.folder, repository);
  const effects = { ...world.effects(), github: clientOf(world, repository), store };
  return { repository, store, result: await sync(effects, options({ repository })) };
}

describe("a repository that is renamed or transferred", () => {
  it("keeps its history when it is asked for by the new name, and fetches nothing twice", async () => {
    const truth = uniformHistory({ now: NOW, runs: 40 });
    const world = await aWorld(truth);
    await world.sync();
    const before = await world.runs();
    rename(truth, NEW);
    world.simulator.transcript.length = 0;
    const { repository, store, result } = await syncAs(world, NEW);
    expect(repository).toBe(NEW);
    expect(result).toMatchObject({ runsAdded: 0, complete: true, moved: null });
    // Who it is, and the two lists of a quiet sync.
    expect(world.simulator.transcript.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await storedRuns(store)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(readdirSync(world.folder).sort()).toEqual(["README.md", "other-org"]);
    expect(await store.readRepository()).toMatchObject({ id: truth.repository.id, full_name: NEW });
    expect((await syncAs(world, NEW)).result.changed).toBe(false);
  });

  it("is followed under its old name, every redirect a request, until its records have moved", async () => {
    const truth = uniformHistory({ now: NOW, runs: 40 });
    const world = await aWorld(truth);
    await world.sync();
    rename(truth, NEW);
    world.simulator.transcript.length = 0;
    const { result } = await syncAs(world, REPOSITORY);
    expect(result).toMatchObject({ changed: false, moved: { full_name: NEW, id: truth.repository.id } });
    expect(world.simulator.transcript.map(({ status }) => status)).toEqual([301, 200, 301, 200]);
    expect(requests(result)).toBe(4);
    await recordFolders(world.folder).move(REPOSITORY, result.moved ?? { id: 0, full_name: "" });
    world.simulator.transcript.length = 0;
    const next = await syncAs(world, REPOSITORY);
    expect([next.repository, next.result.moved, next.result.changed]).toEqual([NEW, null, false]);
    expect(world.simulator.transcript.map(({ status }) => status)).toEqual([301, 200, 200, 200]);
  });

  it("is not mistaken for another that has taken its name", async () => {
    const truth = uniformHistory({ now: NOW, runs: 3 });
    const world = await aWorld(truth);
    await world.sync();
    const before = await world.runs();
    truth.repository.id += 1;
    for (const { run } of truth.runs.flatMap(({ attempts }) => attempts))
      run.repository = { ...run.repository, id: truth.repository.id };
    await expect(syncAs(world, REPOSITORY)).rejects.toThrow("is another repository now");
    expect(await world.runs()).toEqual(before);
  });

  it("is found by its old name where no number was stored, and never written over another's records", async () => {
    const truth = uniformHistory({ now: NOW, runs: 3 });
    const world = await aWorld(truth);
    await world.sync();
    const repository = await world.store.readRepository();
    if (repository === null) throw new Error("nothing stored");
    const { id, ...older } = repository;
    await world.store.writeRepository(older);
    rename(truth, NEW);
    expect((await syncAs(world, NEW)).repository).toBe(NEW);
    expect(existsSync(join(world.folder, REPOSITORY))).toBe(false);
    const folders = recordFolders(world.folder);
    await directoryStore(world.folder, "a/b").writeRepository({ ...older, full_name: "a/b" });
    await expect(folders.move(NEW, { id: id ?? 0, full_name: "a/b" })).rejects.toThrow("under both names");
  });

  it("asks nothing where the name is known or nothing is stored", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 3 }));
    const ask = clientOf(world, REPOSITORY).probe;
    const folders = recordFolders(world.folder);
    expect(await settleName({ ask, folders }, NEW)).toEqual({ repository: NEW, hasMoved: false });
    await world.sync();
    world.simulator.transcript.length = 0;
    expect(await settleName({ ask, folders }, REPOSITORY)).toMatchObject({ repository: REPOSITORY });
    expect(world.simulator.transcript).toEqual([]);
  });
});
