import { describe, expect, it } from "vitest";
import type { Pull } from "#core/records/pull.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aUser } from "#simulator/accounts.ts";
import { aRun, emptyRepository } from "#simulator/builders.ts";
import { aPull } from "#simulator/conversations.ts";
import type { PullPayload, SimulatedRepository } from "#simulator/model.ts";
import { aWorld, NOW, requests, type World } from "./sync-world.ts";

const MERGED = { state: "closed", merged_at: NOW, closed_at: NOW } as const;

/** A run of Claude's workflow that GitHub lists these pull requests on. */
function work(repository: SimulatedRepository, id: number, numbers: readonly number[], path = "claude.yml") {
  const created_at = addSeconds(NOW, -3600 * (200 - id));
  const run = aRun({ id, path: `.github/workflows/${path}`, created_at, run_started_at: created_at });
  const pull_requests = numbers.map((number) => ({ number })) as NonNullable<typeof run.pull_requests>;
  repository.runs.push({ attempts: [{ run: { ...run, pull_requests }, jobs: [] }] });
}

function open(repository: SimulatedRepository, over: Partial<PullPayload> & { number: number }): PullPayload {
  const pull = aPull({ user: aUser("claude[bot]"), ...over }, repository.repository);
  repository.pulls.set(`sha-${over.number}`, [pull]);
  return pull;
}

async function stored(world: World): Promise<Pull[]> {
  const months = await world.store.days("pulls");
  return (await Promise.all(months.map((month) => world.store.read("pulls", month)))).flat();
}

const queries = (world: World) => world.simulator.transcript.filter(({ path }) => path === "/graphql").length;

describe("what becomes of agents' pull requests", () => {
  it("is asked in one request, with reviews, thumbs and who took it back", async () => {
    const repository = emptyRepository();
    work(repository, 1, [11, 12]);
    work(repository, 2, [99], "ci.yml");
    open(repository, { number: 11, title: "Fix it", ...MERGED });
    open(repository, { number: 12, title: "Fix more", user: aUser("mona"), draft: true });
    open(repository, {
      number: 13,
      title: 'Revert "Fix it"',
      body: "Reverts octo-org/agent-fleet#11",
      ...MERGED,
    });
    open(repository, { number: 14, title: "Undo", body: "Reverts #12 and mentions #11", ...MERGED });
    const counts = { additions: 5, deletions: 1, changed_files: 2, commented: 0, down: 0 };
    repository.receptions.set(11, { ...counts, approved: 2, changes_requested: 1, up: 3 });
    const world = await aWorld(repository);
    const { entry } = await world.sync();
    expect(await stored(world)).toMatchObject([
      {
        number: 11,
        state: "merged",
        author: "claude[bot]",
        reviews: { approved: 2, changes_requested: 1, commented: 0 },
        reactions: { up: 3, down: 0 },
        reverted_by: 13,
        observed_on: "2026-11-20",
      },
      { number: 12, state: "open", author: "mona", is_draft: true, reverted_by: null },
    ]);
    expect(entry.requests).toContainEqual({ endpoint: "POST /graphql", requests: 1, failed: 0, retried: 0 });
  });

  it("is not asked by an idle sync, nor of what is settled; of open ones once a day", async () => {
    const repository = emptyRepository();
    work(repository, 1, [11, 12]);
    open(repository, { number: 11, ...MERGED });
    const pending = open(repository, { number: 12 });
    const world = await aWorld(repository);
    await world.sync();
    world.clock.set(addSeconds(NOW, DAY_SECONDS));
    const idle = await world.sync();
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
    Object.assign(pending, MERGED);
    work(repository, 199, []);
    await world.sync();
    expect((await stored(world)).map(({ state }) => state)).toEqual(["merged", "merged"]);
    work(repository, 198, []);
    await world.sync();
    expect(queries(world)).toBe(2);
  });

  it("asks for fifty at a time, and stops within the budget to go on later", async () => {
    const repository = emptyRepository();
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    for (const number of numbers) open(repository, { number });
    work(repository, 1, numbers);
    const world = await aWorld(repository);
    await world.sync({ maxApiRequests: 6 });
    const first = (await stored(world)).length;
    expect(first).toBeLessThan(120);
    work(repository, 199, []);
    await world.sync();
    expect(await stored(world)).toHaveLength(120);
    expect(queries(world)).toBe(3);
  });

  it("asks for fewer at a time where the server cannot answer for fifty", async () => {
    const repository = emptyRepository();
    const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
    for (const number of numbers) open(repository, { number });
    work(repository, 1, numbers);
    const world = await aWorld(repository);
    // Each query is tried twice before it is believed to be too large.
    world.simulator.faults.add({ match: /graphql/, kind: "502", times: 2 });
    expect(await world.sync()).toMatchObject({ complete: true, stopped: null });
    expect(await stored(world)).toHaveLength(50);
    expect(world.warnings).toEqual([]);
    expect(queries(world)).toBe(2 + 2);
  });

  it("says that the server failed where it does for few too, and asks for no permission", async () => {
    const repository = emptyRepository();
    work(repository, 1, [11, 12]);
    for (const number of [11, 12]) open(repository, { number });
    const world = await aWorld(repository);
    world.simulator.faults.add({ match: /graphql/, kind: "502", times: 1000 });
    expect(await world.sync()).toMatchObject({ complete: true, stopped: null });
    expect(world.warnings).toEqual([expect.stringMatching(/not known: .*next sync/)]);
    expect(world.warnings[0]).not.toContain("pull-requests: read");
  });

  it("says once what is refused, and goes on without", async () => {
    const repository = emptyRepository();
    work(repository, 1, [11]);
    open(repository, { number: 11 });
    const world = await aWorld(repository, { permissions: { actions: "read", contents: "read" } });
    expect(await world.sync()).toMatchObject({ changed: true, complete: true, stopped: null });
    expect(world.warnings).toEqual([expect.stringContaining("`pull-requests: read`")]);
    expect(await stored(world)).toEqual([]);
  });

  it("passes over numbers that are no pull requests", async () => {
    const repository = emptyRepository();
    work(repository, 1, [11, 404]);
    open(repository, { number: 11 });
    const world = await aWorld(repository);
    await world.sync();
    expect((await stored(world)).map(({ number }) => number)).toEqual([11]);
    expect(world.warnings).toEqual([]);
  });
});
