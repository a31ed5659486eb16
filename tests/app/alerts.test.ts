import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { announceAlerts } from "#app/announce/alerts.ts";
import { judgeAlerts, newestEpisodes } from "#app/judge-alerts.ts";
import { replayAlerts } from "#app/replay-alerts.ts";
import { Config } from "#core/config.ts";
import { repositoryLinks } from "#core/links.ts";
import { addSeconds, dayOf, monthOf, type Utc } from "#core/time.ts";
import { githubClient } from "#io/github/client.ts";
import { directoryStore } from "#io/store.ts";
import { emptyRepository } from "#simulator/builders.ts";
import { aJournalEntry, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { aWorld, fakeClock, REPOSITORY, type World } from "./sync-world.ts";

const config = Config.parse({ alerts: { issues: true, assignees: ["mona"] } });
const options = { repository: REPOSITORY, config, server: "https://github.com", cron: null, now: null };
const HOUR = 3600;

/** Hourly runs, each with a sync half an hour later: so many that passed, then what is asked for. */
const PASSED = 40;
const START: Utc = "2026-11-18T00:00:00Z";

async function store(folder: string, conclusions: readonly string[]): Promise<void> {
  const records = directoryStore(folder, REPOSITORY);
  await records.writeRepository(aRepositoryRecord());
  await records.writeState(aState({ covered: { from: addSeconds(START, -40 * 86_400), to: START } }));
  await learn(folder, Array(PASSED).fill("success"), 0);
  await learn(folder, conclusions, PASSED);
}

/** What the next sync learned: an hour's run each. */
async function learn(folder: string, conclusions: readonly string[], from: number): Promise<void> {
  const records = directoryStore(folder, REPOSITORY);
  for (const [index, conclusion] of conclusions.entries()) {
    const at = addSeconds(START, (from + index) * HOUR);
    const run = aRunRecord({
      id: 1000 + from + index,
      created_at: at,
      conclusion,
      head_sha: `${from + index}`.padStart(40, "a"),
    });
    await records.merge("runs", dayOf(at), [run]);
    const entry = aJournalEntry({ started_at: addSeconds(at, HOUR / 2), duration_seconds: 60 });
    await records.merge("journal", monthOf(entry.started_at), [entry]);
  }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "alerts-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

async function judged(world: World) {
  return judgeAlerts({ store: world.store, clock: world.clock }, options);
}

async function told(world: World) {
  const { clock, report } = world.effects();
  const { url, token } = world.simulator;
  const github = githubClient({ apiUrl: url, token, repository: REPOSITORY, clock, report, retryBaseMs: 1 });
  const links = {
    repository: repositoryLinks("https://github.com", REPOSITORY),
    site: "https://octo.example/",
  };
  await announceAlerts({ github, store: world.store, report }, { config: config.alerts, links });
}

const issues = ({ simulator }: World) => simulator.repositories[0]?.issues ?? [];
const comments = ({ simulator }: World) =>
  (simulator.repositories[0]?.comments ?? []).map(({ payload }) => payload.body ?? "");

describe("alerts of a repository", () => {
  it("fire when a workflow fails every time, say so on one issue, and end with it", async () => {
    const world = await aWorld(emptyRepository());
    await store(world.folder, Array(5).fill("failure"));
    expect((await judged(world)).changes).toMatchObject([
      { alert: { condition: { rule: "failures-in-a-row", value: 5 } }, transition: { kind: "fire" } },
    ]);
    await told(world);
    await told(world);
    expect(issues(world)).toHaveLength(1);
    const [issue] = issues(world);
    expect(issue?.title).toBe("Alert: Fails every time: CI");
    expect(issue?.body).toContain("**What to do:** Open the newest run's finding");
    expect(issue?.body).toContain("https://octo.example/alerts/");
    expect(issue?.assignees?.map(({ login }) => login)).toEqual(["mona"]);

    await learn(world.folder, ["failure"], PASSED + 5);
    expect((await judged(world)).changes).toEqual([]);
    await told(world);
    expect([issues(world).length, comments(world).length]).toEqual([1, 0]);
    expect(issues(world)[0]?.body).toContain("6 now");

    await learn(world.folder, ["success"], PASSED + 6);
    expect((await judged(world)).changes).toEqual([]);
    await learn(world.folder, ["success"], PASSED + 7);
    expect((await judged(world)).changes).toMatchObject([{ transition: { kind: "resolve" } }]);
    await told(world);
    await told(world);
    expect(issues(world)[0]?.state).toBe("closed");
    expect(comments(world)).toHaveLength(1);
    expect(comments(world)[0]).toContain("**Resolved** at 2026-11-19 23:31 UTC");
  });

  it("take an issue that somebody closed for seen, and open it again when it comes back", async () => {
    const world = await aWorld(emptyRepository());
    await store(world.folder, Array(5).fill("failure"));
    await judged(world);
    await told(world);
    const [issue] = issues(world);
    if (issue) issue.state = "closed";
    await learn(world.folder, ["failure"], PASSED + 5);
    await judged(world);
    await told(world);
    expect(issues(world)[0]?.state).toBe("closed");
    await learn(world.folder, ["success"], PASSED + 6);
    await judged(world);
    await learn(world.folder, ["success"], PASSED + 7);
    await judged(world);
    await learn(world.folder, Array(5).fill("failure"), PASSED + 8);
    expect((await judged(world)).changes).toMatchObject([{ transition: { kind: "refire" } }]);
    await told(world);
    expect(issues(world).map(({ state }) => state)).toEqual(["open"]);
  });

  it("fire whatever long name a workflow has", async () => {
    const world = await aWorld(emptyRepository());
    await store(world.folder, []);
    const records = directoryStore(world.folder, REPOSITORY);
    for (let index = 0; index < 5; index += 1) {
      const at = addSeconds(START, (PASSED + index) * HOUR);
      const run = {
        created_at: at,
        conclusion: "failure",
        workflow_id: 12,
        workflow_name: "long ".repeat(150),
      };
      await records.merge("runs", dayOf(at), [aRunRecord({ id: 2000 + index, ...run })]);
    }
    const agents = [{ name: "Agent ".repeat(120), workflow: "*" }];
    const named = { ...options, config: Config.parse({ agents }), now: addSeconds(START, 60 * HOUR) };
    const { changes } = await judgeAlerts({ store: world.store, clock: world.clock }, named);
    expect(changes.length).toBeGreaterThan(0);
  });

  it("change no byte when nothing was learned since", async () => {
    const world = await aWorld(emptyRepository());
    await store(world.folder, Array(5).fill("failure"));
    await judged(world);
    const before = await newestEpisodes(world.store);
    expect((await judged(world)).changed).toBe(false);
    expect(await newestEpisodes(world.store)).toEqual(before);
  });

  it("are told nowhere without permission, which is said once and loses nothing", async () => {
    const world = await aWorld(emptyRepository(), { permissions: { issues: "read" } });
    await store(world.folder, Array(5).fill("failure"));
    await judged(world);
    await told(world);
    expect(world.warnings).toEqual([expect.stringContaining("Give the job `issues: write`")]);
    expect((await newestEpisodes(world.store)).map(({ deliveries }) => deliveries)).toEqual([[]]);
  });

  it("are the same when they are replayed", async () => {
    const path = folder();
    const clock = fakeClock("2026-11-20T00:00:00Z");
    const live = directoryStore(path, REPOSITORY);
    const plan = [...Array(5).fill("failure"), "success", "success", ...Array(6).fill("failure")];
    await store(path, []);
    for (const [index, conclusion] of plan.entries()) {
      await learn(path, [conclusion], PASSED + index);
      await judgeAlerts({ store: live, clock }, options);
    }
    const report = {
      debug() {},
      info() {},
      warn() {},
      progress() {},
      group: <T>(_: string, work: () => Promise<T>) => work(),
    };
    const replayed = await replayAlerts({ store: live, clock, report }, options, 3);
    expect(replayed.evaluations).toBe(plan.length + PASSED);
    const essence = (alerts: readonly { transitions: unknown }[]) =>
      alerts.map(({ transitions }) => transitions);
    const fired = (await newestEpisodes(live)).filter(({ transitions }) => transitions.length > 0);
    expect(essence(replayed.alerts)).toEqual(essence(fired));
    expect(replayed.alerts[0]?.transitions).toHaveLength(3);
  });
});
