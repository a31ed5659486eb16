import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forget } from "#app/forget.ts";
import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import { runKey } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { githubClient } from "#io/github/client.ts";
import { aJob, anArtifact, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import type { RunPayload, SimulatedRepository } from "#simulator/model.ts";
import { aWorld, NOW, options, REPOSITORY, requests } from "./sync-world.ts";

const DAY = 86_400;
const ago = (seconds: number) => addSeconds(NOW, -seconds);

/** A run `age` seconds old with one job, as the latest of so many attempts. */
function oldRun(id: number, age: number, overrides: Partial<RunPayload> = {}) {
  const run = aRun({
    id,
    created_at: ago(age),
    run_started_at: ago(age),
    updated_at: ago(age - 60),
    ...overrides,
  });
  return { attempts: [{ run, jobs: [aJob(run)] }] };
}

function rerun(simulated: SimulatedRepository["runs"][number], at: string) {
  const first = simulated.attempts[0]?.run ?? aRun();
  const run = aRun({ ...first, run_attempt: 2, run_started_at: at, updated_at: addSeconds(at, 60) });
  simulated.attempts.push({ run, jobs: [aJob(run, { id: first.id + 99_000_000_000 })] });
}

/** Every stored byte by path. */
function bytes(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path, "utf8")]),
  );
}

describe("sync of a believable history", () => {
  it("loses nothing, doubles nothing, and then is idle with two requests and no write", async () => {
    const history = seededHistory({ now: NOW });
    const world = await aWorld(history);
    const result = await world.sync();
    const start = ago(90 * DAY);
    const truth = history.runs
      .flatMap(({ attempts }) => attempts)
      .filter(({ run }) => run.created_at >= start);
    const stored = await world.runs();
    expect(stored.map(runKey).sort()).toEqual(
      truth.map(({ run }) => `${run.id}/${run.run_attempt ?? 1}`).sort(),
    );
    const jobs = new Map(truth.map(({ run, jobs }) => [`${run.id}/${run.run_attempt ?? 1}`, jobs]));
    for (const run of stored.filter(({ detail }) => detail === "full"))
      expect(run.jobs?.map(({ id }) => id).sort()).toEqual(
        jobs
          .get(runKey(run))
          ?.map(({ id }) => id)
          .sort(),
      );
    const artifacts = history.artifacts.map(({ payload }) => payload.id).sort();
    expect(
      stored
        .flatMap((run) => run.artifacts ?? [])
        .map(({ id }) => id)
        .sort(),
    ).toEqual(artifacts);
    expect(result).toMatchObject({ changed: true, complete: true, stopped: null, runsTotal: truth.length });

    const before = bytes(world.folder);
    const idle = await world.sync();
    expect(idle).toMatchObject({ changed: false, complete: true, runsTotal: truth.length });
    const unfinished = stored.filter((run) => run.status !== "completed").length;
    expect(requests(idle)).toBeLessThanOrEqual(2 + unfinished);
    expect(bytes(world.folder)).toEqual(before);
  }, 120_000);
});

describe("sync", () => {
  it("asks for a quiet repository twice: what is new, and one past day", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 120 }));
    await world.sync();
    const count = world.simulator.transcript.length;
    const before = bytes(world.folder);
    const idle = await world.sync();
    expect(idle.changed).toBe(false);
    expect(world.simulator.transcript.slice(count).map(({ path }) => path)).toEqual([
      expect.stringContaining("/actions/runs?per_page=100"),
      expect.stringContaining("created=2026-"),
    ]);
    expect(bytes(world.folder)).toEqual(before);
  });

  it("finds the re-run of a 20-day-old run within 31 syncs, an hour or two apart", async () => {
    for (const hours of [1, 2]) {
      const history = uniformHistory({ now: NOW, runs: 300 });
      const target = history.runs.find(({ attempts }) => (attempts[0]?.run.created_at ?? "") > ago(20 * DAY));
      const world = await aWorld(history);
      await world.sync();
      if (target) rerun(target, ago(60));
      let found = 0;
      for (let sync = 1; sync <= 31 && found === 0; sync += 1) {
        world.clock.set(addSeconds(NOW, sync * hours * 3600));
        if ((await world.sync()).changed) found = sync;
      }
      expect(found).toBeGreaterThan(0);
      const attempts = (await world.runs()).filter(({ id }) => id === target?.attempts[0]?.run.id);
      expect(attempts.map(({ run_attempt, detail }) => [run_attempt, detail])).toEqual([
        [1, "full"],
        [2, "full"],
      ]);
    }
  }, 120_000);

  it("plans nothing anew that came while it looked what else a run lacks", async () => {
    // Of more days than are kept in memory: what is known of them is read again.
    const runs = Array.from({ length: 60 }, (_, day) => oldRun(1001 + day, (day + 1) * DAY));
    for (const simulated of runs) rerun(simulated, ago(3600));
    const truth = emptyRepository(undefined, { runs });
    const whole = await aWorld(truth);
    await whole.sync();
    const enough = whole.simulator.transcript.findLastIndex(({ path }) => path.includes("/jobs")) + 1;

    const world = await aWorld(truth);
    const read = world.store.read.bind(world.store);
    const looks = new Map<string, number>();
    world.store.read = async (kind, day) => {
      const key = `${kind} ${day}`;
      looks.set(key, (looks.get(key) ?? 0) + 1);
      // As the rows came, as the earlier attempts did, and then when the jobs of a second attempt are here: that takes
      // until those of the first are here, too.
      if (kind === "executions" && looks.get(key) === 3)
        await new Promise((resolve) => setTimeout(resolve, 200));
      return read(kind, day);
    };
    const result = await world.sync({ maxApiRequests: enough });
    expect((await world.runs()).filter(({ detail }) => detail !== "full")).toEqual([]);
    expect(result.pending).toBe(0);
  });

  it("keeps every attempt of a run it first sees at the third", async () => {
    const simulated = oldRun(1001, DAY, { conclusion: "failure" });
    rerun(simulated, ago(3600));
    const second = simulated.attempts[1]?.run ?? aRun();
    const run = aRun({ ...second, run_attempt: 3, run_started_at: ago(1800), updated_at: ago(1700) });
    simulated.attempts.push({ run, jobs: [aJob(run, { id: 55 })] });
    const world = await aWorld(emptyRepository(undefined, { runs: [simulated] }));
    await world.sync();
    expect((await world.runs()).map(({ run_attempt, detail }) => [run_attempt, detail])).toEqual([
      [1, "full"],
      [2, "full"],
      [3, "full"],
    ]);
  });

  it("fetches jobs beyond the hundredth", async () => {
    const run = aRun({ id: 7, created_at: ago(3600), updated_at: ago(3000) });
    const jobs = Array.from({ length: 256 }, (_, index) =>
      aJob(run, { id: 500 + index, name: `shard ${index}` }),
    );
    const world = await aWorld(emptyRepository(undefined, { runs: [{ attempts: [{ run, jobs }] }] }));
    await world.sync();
    expect((await world.runs())[0]?.jobs).toHaveLength(256);
  });

  it("keeps as many jobs and steps as a record may hold, asks for no more, and says so", async () => {
    const run = aRun({ id: 1, created_at: "2026-11-19T10:00:00Z" });
    const steps = Array.from({ length: 12 }, (_, index) => aStep({ number: index + 1 }));
    const jobs = Array.from({ length: 3_000 }, (_, index) =>
      aJob(run, { id: index + 1, name: `build (${index})`, steps }),
    );
    const world = await aWorld(emptyRepository(undefined, { runs: [{ attempts: [{ run, jobs }] }] }));
    const result = await world.sync();
    const stored = (await world.runs())[0]?.jobs ?? [];
    expect(stored).toHaveLength(1_000);
    expect(stored.reduce((sum, job) => sum + job.steps.length, 0)).toBe(10_000);
    const asked = result.entry.requests.find(({ endpoint }) => endpoint.endsWith("/jobs"));
    expect(asked?.requests).toBe(11);
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 1, missing: "jobs", reason: "unreadable", message: expect.stringContaining("1,000 jobs") },
    ]);
    expect(requests(await world.sync())).toBe(2);
  });

  it("lists more runs than GitHub serves for one window", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 2345, jobsPerRun: 1, stepsPerJob: 1 }));
    const result = await world.sync({ jobs: "false" });
    expect(result).toMatchObject({ runsTotal: 2345, complete: true });
    expect(requests(result)).toBeLessThan(60);
  });

  it("stores a run once that is created while the list is read", async () => {
    const history = uniformHistory({ now: NOW, runs: 150 });
    const world = await aWorld(history);
    await world.sync();
    world.clock.set(addSeconds(NOW, 7200));
    const later = Array.from({ length: 250 }, (_, index) => oldRun(50_000_000_000 + index, -3600 - index));
    history.runs.push(...later);
    const effects = world.effects();
    const list = effects.github.runs;
    let pages = 0;
    effects.github.runs = async (created, next) => {
      pages += 1;
      if (pages === 2) history.runs.push(oldRun(60_000_000_000, -7000));
      return list(created, next);
    };
    await sync(effects, options());
    await world.sync();
    const ids = (await world.runs()).map(({ id }) => id);
    expect(ids).toHaveLength(401);
    expect(new Set(ids).size).toBe(401);
  });

  it("believes no 404 of artifacts or of an earlier attempt that was said once", async () => {
    const again = oldRun(2, 7200);
    rerun(again, ago(3600));
    const world = await aWorld(emptyRepository(undefined, { runs: [oldRun(1, 7200), again] }));
    const { faults } = world.simulator;
    faults.add({ match: /actions\/artifacts|runs\/\d+\/artifacts/, kind: "404", times: 9 });
    faults.add({ match: /runs\/2\/attempts\/1(?:\?|$)/, kind: "404", times: 9 });
    await world.sync();
    expect((await world.store.readState())?.ledger).toEqual([]);
    faults.clear();
    world.clock.set(addSeconds(NOW, 12 * 3600));
    await world.sync();
    const stored = await world.runs();
    expect(stored.map(({ id, run_attempt }) => [id, run_attempt])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
    expect((await world.store.readState())?.ledger).toEqual([]);
  });

  it("revisits a run until it has ended, and leaves out one that was deleted", async () => {
    const going = { status: "in_progress" as const, conclusion: null };
    const [one, two] = [oldRun(1, 3600, going), oldRun(2, 3600, going)];
    const history = emptyRepository(undefined, { runs: [one, two] });
    const world = await aWorld(history);
    expect(await world.sync()).toMatchObject({ complete: true, pending: 0 });
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["pending", "pending"]);
    Object.assign(one.attempts[0]?.run ?? {}, {
      status: "completed",
      conclusion: "success",
      updated_at: ago(5),
    });
    history.runs.splice(1, 1);
    await world.sync();
    // Said once it is no proof, and for half a day nobody asks again.
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["full", "pending"]);
    expect(requests(await world.sync())).toBe(2);
    for (const hours of [12, 24]) {
      world.clock.set(addSeconds(NOW, hours * 3600));
      expect((await world.store.readState())?.ledger).toEqual([]);
      await world.sync();
    }
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["full", "summary"]);
    expect((await world.store.readState())?.ledger).toMatchObject([{ run_id: 2, reason: "not_found" }]);
    expect(requests(await world.sync())).toBe(2);
  });

  it("believes a 404 when it was said three times over a day, and not when the jobs come after all", async () => {
    const world = await aWorld(emptyRepository(undefined, { runs: [oldRun(1, 7200), oldRun(2, 7200)] }));
    const refuse = (id: number) =>
      world.simulator.faults.add({ match: new RegExp(`runs/${id}/attempts/1/jobs`), kind: "404", times: 9 });
    refuse(1);
    refuse(2);
    expect(await world.sync()).toMatchObject({ complete: false, pending: 2 });
    expect((await world.store.readState())?.pending).toMatchObject([
      { run_id: 1, needs: ["jobs"], absent: [{ need: "jobs", times: 1 }] },
      { run_id: 2, absent: [{ need: "jobs", times: 1 }] },
    ]);
    expect(requests(await world.sync())).toBe(2);
    world.simulator.faults.clear();
    refuse(1);
    for (const hours of [12, 24]) {
      world.clock.set(addSeconds(NOW, hours * 3600));
      await world.sync();
    }
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["summary", "full"]);
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 1, missing: "jobs", reason: "not_found" },
    ]);
    expect((await world.store.readState())?.pending).toEqual([]);
  });

  it("asks little after runs that never end, and still finds the one that does", async () => {
    const statuses = ["queued", "waiting", "in_progress"] as const;
    const endless = Array.from({ length: 140 }, (_, index) => {
      const status = statuses[index % 3] ?? "queued";
      return oldRun(index + 1, (14 + (index % 14)) * DAY, { status, conclusion: null });
    });
    // Others' runs push them out of what every sync lists.
    const others = Array.from({ length: 120 }, (_, index) => oldRun(1000 + index, 60 * (index + 1)));
    const world = await aWorld(emptyRepository(undefined, { runs: [...endless, ...others] }));
    await world.sync();
    const quiet: number[] = [];
    for (let sync = 1; sync <= 72; sync += 1) {
      world.clock.set(addSeconds(NOW, sync * 7200));
      const result = await world.sync();
      expect(result.changed, `sync ${sync}`).toBe(false);
      quiet.push(requests(result));
    }
    expect(Math.max(...quiet)).toBeLessThanOrEqual(5);
    const last = endless[77]?.attempts[0]?.run ?? aRun();
    Object.assign(last, { status: "completed", conclusion: "success", updated_at: world.clock.now() });
    for (let sync = 73; sync <= 145; sync += 1) {
      world.clock.set(addSeconds(NOW, sync * 7200));
      await world.sync();
    }
    const found = (await world.runs()).find(({ id }) => id === 78);
    expect(found).toMatchObject({ conclusion: "success", detail: "full" });
  }, 240_000);

  it("looks for many runs that go on in lists by status", async () => {
    const queued = Array.from({ length: 60 }, (_, index) =>
      oldRun(index + 1, 3 * 3600, { status: "queued", conclusion: null }),
    );
    // Others' runs push them out of what every sync lists.
    const others = Array.from({ length: 150 }, (_, index) => oldRun(1000 + index, 60 * (index + 1)));
    const world = await aWorld(emptyRepository(undefined, { runs: [...queued, ...others] }));
    await world.sync();
    const ended = queued[9]?.attempts[0]?.run ?? aRun();
    Object.assign(ended, { status: "completed", conclusion: "success", updated_at: world.clock.now() });
    world.clock.set(addSeconds(NOW, 1800));
    world.simulator.transcript.length = 0;
    await world.sync();
    const asked = world.simulator.transcript.map(({ path }) => path);
    expect(asked.filter((path) => /runs\?.*status=/.test(path)).length).toBeLessThanOrEqual(2);
    expect(asked.filter((path) => /runs\/\d+$/.test(path))).toHaveLength(1);
    expect((await world.runs()).find(({ id }) => id === 10)?.conclusion).toBe("success");
  });

  it("records a repository that has no runs yet, and then finds its first", async () => {
    const history = emptyRepository();
    const world = await aWorld(history);
    expect(await world.sync()).toMatchObject({ changed: true, complete: true, runsTotal: 0 });
    expect(await world.store.readRepository()).not.toBeNull();
    expect(await world.sync()).toMatchObject({ changed: false, complete: true });
    history.runs.push(oldRun(1, 3600));
    expect(await world.sync()).toMatchObject({ changed: true, runsTotal: 1 });
  });

  it("waits with a commit until there is more than its own runs", async () => {
    const path = ".github/workflows/agentops-data-sync.yml";
    const history = emptyRepository(undefined, {
      runs: [oldRun(1, DAY), oldRun(2, DAY, { workflow_id: 9, path })],
    });
    const world = await aWorld(history);
    await world.sync();
    expect((await world.store.readState())?.own_workflow_id).toBe(9);
    history.runs.push(oldRun(3, 600, { workflow_id: 9, path }));
    expect((await world.sync()).changed).toBe(false);
    history.runs.push(oldRun(4, 300));
    expect(await world.sync()).toMatchObject({ changed: true, runsAdded: 2 });
  });
});

describe("sync of a few workflows", () => {
  it("does not look further and further back when only others have run", async () => {
    const history = uniformHistory({ now: NOW, runs: 40 });
    const world = await aWorld(history);
    const workflows = ["workflow-2.yml"];
    await world.sync({ workflows });
    for (let day = 1; day <= 5; day += 1) {
      for (let run = 0; run < 60; run += 1)
        history.runs.push(oldRun(50_000_000_000 + day * 100 + run, -day * DAY + run * 60));
      world.clock.set(addSeconds(NOW, day * DAY));
      expect(requests(await world.sync({ workflows }))).toBeLessThanOrEqual(6);
    }
    expect((await world.runs()).every((run) => run.workflow_name === "Workflow 2")).toBe(true);
  });
});

describe("sync within a budget", () => {
  it("stops at its budget and goes on until all is there, losing nothing", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 120 }));
    const undisturbed = await aWorld(uniformHistory({ now: NOW, runs: 120 }));
    await undisturbed.sync();
    let syncs = 0;
    for (let complete = false; !complete && syncs < 60; syncs += 1) {
      const result = await world.sync({ maxApiRequests: 7 });
      expect(requests(result)).toBeLessThanOrEqual(7);
      complete = result.complete;
      if (!complete) expect(result.syncsRemaining).toBeGreaterThan(0);
    }
    expect(syncs).toBeLessThan(60);
    expect(await world.runs()).toEqual(await undisturbed.runs());
  }, 120_000);

  it("uses a share of the limit by trigger and keeps a reserve for others", async () => {
    const limits = { perHour: 500, secondary: true };
    const world = await aWorld(uniformHistory({ now: NOW, runs: 500, jobsPerRun: 1, stepsPerJob: 1 }), {
      limits,
    });
    const scheduled = await world.sync({ trigger: "schedule" });
    expect(requests(scheduled)).toBe(150);
    expect(scheduled.stopped).toContain("budget of 150");
    const dispatched = await world.sync({ maxApiRequests: 5000 });
    expect(dispatched.entry.rate_limit).toMatchObject({ limit: 500, remaining: 100 });
    expect(dispatched.stopped).toContain("100 are kept for others");
    world.clock.set(addSeconds(NOW, 4000));
    expect((await world.sync()).complete).toBe(true);
  });

  it("stays below 900 requests a minute and endpoint", async () => {
    const limits = { perHour: 15_000, secondary: true };
    const world = await aWorld(uniformHistory({ now: NOW, runs: 1000, stepsPerJob: 1 }), { limits });
    const result = await world.sync();
    expect(result).toMatchObject({ complete: true, stopped: null });
    expect(result.entry.requests.every(({ failed }) => failed === 0)).toBe(true);
    expect(result.entry.waited_seconds).toBeGreaterThan(30);
    expect(result.entry.waited_seconds).toBeLessThanOrEqual(66);
  }, 120_000);

  it("gives so many runs of a workflow their jobs, and the rest later", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 240, workflows: 2 }));
    const first = await world.sync({ maxRunsPerWorkflow: null });
    expect(first.entry.jobs_fetched).toBe(100);
    expect(first).toMatchObject({ complete: false, pending: 140 });
    expect(await world.sync({ maxRunsPerWorkflow: null })).toMatchObject({ complete: true, pending: 0 });
  });
});

describe("sync and GitHub's troubles", () => {
  const troubles = [
    "429",
    "429-no-time",
    "403-retry-after",
    "403-secondary",
    "500",
    "502",
    "503",
    "reset",
    "truncated",
    "html",
  ] as const;

  for (const kind of troubles)
    it(`gets through ${kind}`, async () => {
      const world = await aWorld(uniformHistory({ now: NOW, runs: 30 }));
      const { faults } = world.simulator;
      faults.add({ match: /actions\/runs\?/, kind, seconds: 5 });
      faults.add({ match: /attempts\/1\/jobs/, kind, times: 2, after: 3, seconds: 5 });
      const result = await world.sync();
      expect(result).toMatchObject({ complete: true, stopped: null, runsTotal: 30 });
      const failed = result.entry.requests.reduce((sum, { failed }) => sum + failed, 0);
      const retried = result.entry.requests.reduce((sum, { retried }) => sum + retried, 0);
      expect([failed, retried]).toEqual([3, 3]);
      expect(result.entry.waited_seconds).toBeGreaterThan(0);
      expect(world.clock.slept.every((seconds) => seconds >= 1 && seconds <= 60)).toBe(true);
    });

  it("asks in smaller pages for what is too large for the server, and goes on with the others", async () => {
    const truth = uniformHistory({ now: NOW, runs: 30 });
    const [huge] = truth.runs[4]?.attempts ?? [];
    if (huge === undefined) throw new Error("no such run");
    huge.jobs.push(...Array.from({ length: 130 }, (_, index) => aJob(huge.run, { id: 500_000 + index })));
    const world = await aWorld(truth);
    const jobs = new RegExp(`${huge.run.id}/attempts/1/jobs\\?.*per_page=100`);
    world.simulator.faults.add({ match: jobs, kind: "502", times: 1000 });
    const result = await world.sync();
    expect(result).toMatchObject({ complete: true, stopped: null, runsTotal: 30 });
    const stored = (await world.runs()).find(({ id }) => id === huge.run.id);
    expect(stored?.jobs).toHaveLength(huge.jobs.length);
    const asked = world.simulator.transcript.filter(({ path }) => path.includes(`${huge.run.id}/attempts`));
    // Twice in vain at 100, then 131 jobs in pages of 50.
    expect(asked.map(({ status }) => status)).toEqual([502, 502, 200, 200, 200]);
    expect(requests(result)).toBe(2 + 29 + 5 + 3);
  });

  it.each([
    ["of runs", /actions\/runs\?(?!.*per_page=(?:25|5)\b)/],
    ["of artifacts", /actions\/artifacts\?(?!.*per_page=(?:25|5)\b)/],
  ])("asks in smaller pages for the list %s too", async (_, match) => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 60 }));
    world.simulator.faults.add({ match, kind: "502", times: 1000 });
    expect(await world.sync()).toMatchObject({ complete: true, stopped: null, runsTotal: 60 });
    expect(new Set((await world.runs()).map(({ id }) => id)).size).toBe(60);
  });

  it("goes on in smaller pages where a list stood", async () => {
    const truth = uniformHistory({ now: NOW, runs: 2 });
    const [huge] = truth.runs[0]?.attempts ?? [];
    if (huge === undefined) throw new Error("no such run");
    huge.jobs = Array.from({ length: 260 }, (_, index) => aJob(huge.run, { id: 500_000 + index }));
    const world = await aWorld(truth);
    world.simulator.faults.add({ match: /jobs\?.*per_page=100.*page=2/, kind: "502", times: 1000 });
    world.simulator.faults.add({ match: /jobs\?.*page=2.*per_page=100/, kind: "502", times: 1000 });
    expect(await world.sync()).toMatchObject({ complete: true, stopped: null });
    const stored = (await world.runs()).find(({ id }) => id === huge.run.id);
    expect(stored?.jobs?.map(({ id }) => id)).toEqual(huge.jobs.map(({ id }) => id));
  });

  it("waits for a minute, all together, for a limit that names no time, and then tries with one", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 100 }));
    const until = addSeconds(NOW, 90);
    const { github, ...effects } = world.effects();
    const jobs = /attempts\/1\/jobs/;
    world.simulator.faults.add({ match: jobs, kind: "403-secondary", times: 1000 });
    const clock = { ...world.clock };
    const sleep = async (seconds: number) => {
      await world.clock.sleep(seconds);
      if (world.clock.now() >= until) world.simulator.faults.clear();
    };
    const patient = githubClient({
      apiUrl: world.simulator.url,
      token: world.simulator.token,
      repository: REPOSITORY,
      clock: { ...clock, sleep },
      report: effects.report,
      retryBaseMs: 1,
    });
    expect(github.usage().total).toBe(0);
    const result = await sync({ ...effects, github: patient }, options());
    expect(result).toMatchObject({ complete: true, stopped: null });
    expect(result.entry.waited_seconds).toBe(120);
    const refused = world.simulator.transcript.filter(({ status }) => status === 403);
    // What was on its way, and the one that tried after a minute.
    expect(refused.length).toBeLessThanOrEqual(17);
    expect(world.simulator.transcript.filter(({ path }) => jobs.test(path))).toHaveLength(
      100 + refused.length,
    );
  });

  it("leaves a run for later that fails again and again, and gives it up after five syncs", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 3 }));
    const id = 36_000_000_001;
    world.simulator.faults.add({ match: new RegExp(`${id}/attempts/1/jobs`), kind: "502", times: 1000 });
    for (let sync = 1; sync < 5; sync += 1) expect((await world.sync()).pending).toBe(1);
    expect(await world.sync()).toMatchObject({ pending: 0, complete: true });
    expect((await world.store.readState())?.ledger).toMatchObject([{ run_id: id, reason: "gave_up" }]);
  });

  it("does not wait for longer than a minute", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 30 }));
    world.simulator.faults.add({ match: /jobs/, kind: "429", seconds: 600, times: 1000 });
    const result = await world.sync();
    expect(result.stopped).toContain("600 s");
    expect(world.clock.slept).toEqual([]);
  });

  it("stops when GitHub does not answer at all", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 300 }));
    world.simulator.faults.add({ match: /jobs/, kind: "503", times: 100_000 });
    const result = await world.sync();
    expect(result.stopped).toBe("GitHub does not answer");
    expect(requests(result)).toBeLessThan(120);
  });

  it("names the missing permission", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 3 }), { permissions: { contents: "read" } });
    await expect(world.sync()).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("actions=read"),
      remedy: expect.stringContaining("actions: read"),
    });
    expect(await world.store.readState()).toBeNull();
  });

  it("asks for pull requests of forks once a commit, and not again without permission", async () => {
    const fork = { event: "pull_request", head_repository: null, head_sha: "f".repeat(40) };
    const runs = () => [oldRun(1, DAY, fork), oldRun(2, DAY, fork)];
    const history = emptyRepository(undefined, { runs: runs() });
    history.pulls.set(fork.head_sha, [{ number: 12 } as never]);
    const world = await aWorld(history);
    const result = await world.sync();
    expect((await world.runs()).map((run) => run.pull_requests)).toEqual([
      [{ number: 12, source: "commit" }],
      [{ number: 12, source: "commit" }],
    ]);
    expect(result.entry.requests.find(({ endpoint }) => endpoint.endsWith("/pulls"))?.requests).toBe(1);

    const refused = await aWorld(emptyRepository(undefined, { runs: runs() }), {
      permissions: { actions: "read" },
    });
    expect(await refused.sync()).toMatchObject({ complete: true });
    expect(refused.warnings).toHaveLength(1);
    expect((await refused.sync()).entry.requests).toHaveLength(1);
  });
});

describe("sync with less detail", () => {
  it("keeps the newest runs of a workflow in full, others as rows, and lists the rest", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 40, workflows: 2 }));
    await world.sync({ fullDetailRuns: 5, summaryRuns: 10 });
    const stored = await world.runs();
    expect(stored.filter(({ detail }) => detail === "full")).toHaveLength(10);
    expect(stored.filter(({ detail }) => detail === "summary")).toHaveLength(20);
    const ledger = (await world.store.readState())?.ledger ?? [];
    expect(ledger.filter(({ missing }) => missing === "run")).toHaveLength(10);
    expect(ledger.filter(({ missing }) => missing === "jobs")).toHaveLength(20);
    expect((await world.sync({ fullDetailRuns: 5, summaryRuns: 10 })).changed).toBe(false);
  });

  it("drops the jobs of runs that are older than they are kept, once", async () => {
    const history = emptyRepository(undefined, { runs: [oldRun(1, DAY), oldRun(2, 40 * DAY)] });
    const world = await aWorld(history);
    const config = Config.parse({ retention: { "detail-days": 30 } });
    await world.sync({ config });
    expect((await world.runs()).map(({ id, detail, jobs }) => [id, detail, jobs?.length ?? null])).toEqual([
      [2, "summary", null],
      [1, "full", 1],
    ]);
    expect((await world.store.readState())?.ledger).toMatchObject([{ run_id: 2, reason: "retention" }]);
    expect(await world.sync({ config })).toMatchObject({ changed: false, complete: true });
    const [old] = await world.runs();
    expect(old?.job_times).toMatchObject([{ duration_seconds: 60, got_runner: true }]);
  });

  it("does not fetch again what was removed on request, whatever GitHub shows", async () => {
    const history = emptyRepository(undefined, { runs: [oldRun(1, DAY), oldRun(2, 2 * DAY)] });
    const world = await aWorld(history);
    await world.sync();
    const signed = { on: "2026-11-20", reason: "asked", by: null };
    const forgotten = history.runs[0];
    if (forgotten === undefined) return;
    const run = Number(forgotten.attempts[0]?.run.id);
    await forget(world.store, { kind: "run", run }, signed);
    expect(await world.sync()).toMatchObject({ changed: false, complete: true });
    rerun(forgotten, ago(60));
    expect(await world.sync()).toMatchObject({ changed: false, pending: 0 });
    expect(await world.runs()).toHaveLength(1);
  });

  it("drops them of all stored days when they are to be kept for a shorter time", async () => {
    const history = emptyRepository(undefined, { runs: [oldRun(1, DAY), oldRun(2, 85 * DAY)] });
    const world = await aWorld(history);
    await world.sync();
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["full", "full"]);
    const config = Config.parse({ retention: { "detail-days": 10 } });
    await world.sync({ config });
    expect((await world.runs()).map(({ detail }) => detail)).toEqual(["summary", "full"]);
    expect((await world.store.readState())?.retention).toMatchObject({ "detail-days": 10 });
    expect((await world.sync({ config })).changed).toBe(false);
  });

  it("leaves out workflows that nobody asked for, and jobs when told", async () => {
    const world = await aWorld(uniformHistory({ now: NOW, runs: 40 }));
    const result = await world.sync({ workflows: ["workflow-2.yml"], jobs: "false" });
    expect(result.runsTotal).toBe(10);
    expect(new Set((await world.runs()).map(({ detail }) => detail))).toEqual(new Set(["summary"]));
  });

  it("lists a run that cannot be read instead of failing", async () => {
    const broken = oldRun(2, DAY, { run_number: "seven" as never });
    const world = await aWorld(emptyRepository(undefined, { runs: [oldRun(1, DAY), broken] }));
    const result = await world.sync();
    expect(result).toMatchObject({ runsTotal: 1, complete: true, entry: { parse_errors: 1 } });
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 2, missing: "run", reason: "unreadable", message: expect.stringContaining("run_number") },
    ]);
    expect((await world.sync()).changed).toBe(false);
  });

  it("attaches artifacts to the run's latest attempt", async () => {
    const simulated = oldRun(1, DAY);
    rerun(simulated, ago(3600));
    const run = simulated.attempts[1]?.run ?? aRun();
    const artifacts = [{ payload: anArtifact(run) }];
    const world = await aWorld(emptyRepository(undefined, { runs: [simulated], artifacts }));
    await world.sync();
    expect((await world.runs()).map((run) => run.artifacts?.map(({ name }) => name))).toEqual([
      undefined,
      ["coverage"],
    ]);
  });
});
