import { describe, expect, it } from "vitest";
import { announceCosts } from "#app/announce/costs.ts";
import { Config } from "#core/config.ts";
import type { Run } from "#core/records/run.ts";
import { isSealed } from "#core/render/comment-seal.ts";
import { addSeconds } from "#core/time.ts";
import { githubClient } from "#io/github/client.ts";
import { aJob, aRun, emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import type { SimulatorOptions } from "#simulator/server.ts";
import { aWorld, NOW, REPOSITORY, type World } from "./sync-world.ts";

const config = Config.parse({ prices: { runners: [{ label: "ubuntu-latest", per_minute: 0.1 }] } });

/** A run of pull request 7 that took 90 s, two billed minutes, and ended `ago` seconds ago. */
function work(
  repository: SimulatedRepository,
  id: number,
  ago = 600,
  numbers: readonly number[] = [7],
): void {
  const updated_at = addSeconds(NOW, -ago);
  const created_at = addSeconds(updated_at, -90);
  const times = { created_at, started_at: created_at, completed_at: updated_at };
  const run = aRun({ id, event: "pull_request", created_at, run_started_at: created_at, updated_at });
  const pull_requests = numbers.map((number) => ({ number })) as NonNullable<typeof run.pull_requests>;
  const jobs = [aJob(run, { id: id * 10, labels: ["ubuntu-latest"], ...times })];
  repository.runs.push({ attempts: [{ run: { ...run, pull_requests }, jobs }] });
}

async function aConversation(options: Partial<SimulatorOptions> = {}): Promise<[World, SimulatedRepository]> {
  const repository = emptyRepository();
  for (const number of [7, 8]) repository.issues.push(anIssue({ number }, repository.repository));
  return [await aWorld(repository, options), repository];
}

async function announce(world: World, runs: readonly Run[]): Promise<void> {
  const { clock, report } = world.effects();
  const { url, token } = world.simulator;
  const github = githubClient({ apiUrl: url, token, repository: REPOSITORY, clock, report, retryBaseMs: 1 });
  await announceCosts({ github, store: world.store, report }, runs, {
    config,
    server: "https://github.com",
    now: NOW,
  });
}

const writes = ({ simulator }: World) =>
  simulator.transcript.filter(({ method, path }) => method !== "GET" && path !== "/graphql").length;

describe("announcing what a pull request's runs cost", () => {
  it("keeps one note, which adds up all attempts that are stored", async () => {
    const [world, repository] = await aConversation();
    work(repository, 1);
    await announce(world, (await world.sync()).spent);
    work(repository, 2);
    await announce(world, (await world.sync()).spent);
    expect(repository.comments.map(({ issue }) => issue)).toEqual([7]);
    const body = repository.comments[0]?.payload.body ?? "";
    expect(body).toMatch(/^<!-- agentops:cost -->\n### The runs of this pull request cost \$0\.40\n/);
    expect(isSealed(7, "cost", body)).toBe(true);
    expect(writes(world)).toBe(2);
  });

  it("writes nothing where nothing changed, neither for an idle sync nor for the same note", async () => {
    const [world, repository] = await aConversation();
    work(repository, 1);
    const { spent } = await world.sync();
    await announce(world, spent);
    expect((await world.sync()).spent).toEqual([]);
    await announce(world, spent);
    expect(writes(world)).toBe(1);
  });

  it("leaves out history, runs under way and runs of no pull request", async () => {
    const [world, repository] = await aConversation();
    work(repository, 1, 3 * 86_400);
    work(repository, 2, 600, []);
    work(repository, 3);
    const [, , last] = repository.runs;
    Object.assign(last?.attempts[0]?.run ?? {}, { status: "in_progress", conclusion: null });
    const { spent } = await world.sync();
    expect(spent).toEqual([]);
    await announce(world, spent);
    expect(writes(world)).toBe(0);
  });

  it("writes on no pull request that was only guessed by its commit", async () => {
    const [world, repository] = await aConversation();
    work(repository, 1);
    const { spent } = await world.sync();
    const guessed = spent.map((run) => ({
      ...run,
      pull_requests: [{ number: 8, source: "commit" as const }],
    }));
    await announce(world, guessed);
    expect(writes(world)).toBe(0);
  });

  it("writes thirty notes at most", async () => {
    const [world, repository] = await aConversation();
    const numbers = Array.from({ length: 40 }, (_, index) => 100 + index);
    for (const number of numbers) repository.issues.push(anIssue({ number }, repository.repository));
    work(repository, 1, 600, numbers);
    await announce(world, (await world.sync()).spent);
    expect(repository.comments).toHaveLength(30);
  });

  it("says once what is refused and how to allow it, and passes over what is gone", async () => {
    const permissions = {
      actions: "read",
      contents: "read",
      issues: "read",
      "pull-requests": "read",
    } as const;
    const [world, repository] = await aConversation({ permissions });
    work(repository, 1, 600, [7, 8]);
    await announce(world, (await world.sync()).spent);
    expect(world.warnings).toEqual([expect.stringContaining("Give the job `pull-requests: write`")]);

    const [other, there] = await aConversation();
    work(there, 1, 600, [404, 8]);
    await announce(other, (await other.sync()).spent);
    expect(other.warnings).toEqual([expect.stringContaining("No costs on #404")]);
    expect(there.comments.map(({ issue }) => issue)).toEqual([8]);
  });
});
