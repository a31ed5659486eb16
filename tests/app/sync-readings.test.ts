import { describe, expect, it } from "vitest";
import type { SyncEffects, SyncOptions } from "#app/sync/options.ts";
import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { addSeconds } from "#core/time.ts";
import { aJob, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import type { AnnotationPayload, RunPayload, SimulatedRepository } from "#simulator/model.ts";
import { aWorld, NOW, options, requests, type World } from "./sync-world.ts";

const HOUR = 3600;

function log(cause: string): string {
  const lines = [
    "Current runner version: '2.336.0'",
    "##[group]Run npm test",
    "npm test",
    "##[endgroup]",
    cause,
    "Tests:       1 failed, 3 passed, 4 total",
    "##[error]Process completed with exit code 1.",
  ];
  return lines.map((line, index) => `2026-11-20T11:00:0${index}.0000001Z ${line}\n`).join("");
}

/** A run that failed `hours` ago, whose annotations say `note`. */
type Failure = { id: number; hours?: number; note?: string; cause?: string; run?: Partial<RunPayload> };

function add(repository: SimulatedRepository, failure: Failure): void {
  const { id, hours = 1, note, cause = "  ● adds numbers" } = failure;
  const created_at = addSeconds(NOW, -hours * HOUR);
  const times = { created_at, run_started_at: created_at, updated_at: addSeconds(created_at, 600) };
  const run = aRun({ id, conclusion: "failure", ...times, ...failure.run });
  const steps = [
    aStep({ number: 1, name: "Set up job" }),
    aStep({ number: 2, name: "Unit tests", conclusion: "failure" }),
  ];
  const jobTimes = { created_at, started_at: created_at, completed_at: times.updated_at };
  const job = aJob(run, { id: id * 10, name: "test", conclusion: "failure", steps, ...jobTimes });
  repository.runs.push({ attempts: [{ run, jobs: [job] }] });
  repository.logs.set(job.id, log(cause));
  repository.annotations.set(job.id, [annotation("Process completed with exit code 1.")]);
  if (note !== undefined) repository.annotations.get(job.id)?.push(annotation(note));
}

function annotation(message: string): AnnotationPayload {
  return {
    path: ".github",
    blob_href: "https://github.com/octo-org/agent-fleet/blob/main/.github",
    start_line: 1,
    end_line: 1,
    start_column: null,
    end_column: null,
    annotation_level: "failure",
    title: "",
    message,
    raw_details: "",
  };
}

function failures(...list: Failure[]): SimulatedRepository {
  const repository = emptyRepository();
  for (const failure of list) add(repository, failure);
  return repository;
}

const several = (count: number, more: Partial<Failure> = {}) =>
  failures(
    ...Array.from({ length: count }, (_, index) => ({ id: 100 + count - index, hours: 1 + index, ...more })),
  );

const wanting = (analysis: object = {}, more: Partial<SyncOptions> = {}): Partial<SyncOptions> => ({
  analyzeFailures: "new",
  config: Config.parse({ analysis }),
  ...more,
});

async function analyses({ store }: Pick<World, "store">): Promise<StoredAnalysis[]> {
  const all: StoredAnalysis[] = [];
  for (const day of await store.days("analyses")) all.push(...(await store.read("analyses", day)));
  return all;
}

const downloads = ({ simulator }: World) =>
  simulator.transcript.filter(({ path, status }) => /\/logs$/.test(path) && status === 302).length;

describe("a sync that explains failures", () => {
  it("reads the log of a new failure once, and is idle afterwards", async () => {
    const world = await aWorld(several(2));
    const result = await world.sync(wanting());
    expect(result).toMatchObject({ complete: true, pending: 0 });
    expect(result.entry.readings).toEqual({ read: 2, inferred: 0, recorded: 0, pending: 0 });
    expect((await analyses(world)).map(({ run_id, source }) => [run_id, source])).toEqual([
      [101, "read"],
      [102, "read"],
    ]);
    expect((await analyses(world))[0]?.findings[0]).toMatchObject({
      category: "test_failure",
      job: "test",
      step: "Unit tests",
      line: 5,
    });
    expect(downloads(world)).toBe(2);
    const idle = await world.sync(wanting());
    expect(idle.changed).toBe(false);
    expect(requests(idle)).toBe(2);
  });

  it("reads none when it is told so, and says nothing of them", async () => {
    const world = await aWorld(several(1));
    const result = await world.sync({ analyzeFailures: "off" });
    expect(result).toMatchObject({ complete: true });
    expect(result.entry.readings).toBeUndefined();
    expect(downloads(world)).toBe(0);
    expect((await world.sync(wanting({}, { analyzeFailures: "all" }))).entry.readings?.read).toBe(1);
  });

  it("keeps to its number of downloads, and the next syncs go on", async () => {
    const world = await aWorld(several(5));
    const limited = wanting({ downloads: 2 });
    const first = await world.sync(limited);
    expect(first).toMatchObject({ complete: false, pending: 3, syncsRemaining: 2 });
    expect(first.entry.readings).toEqual({ read: 2, inferred: 0, recorded: 0, pending: 3 });
    expect((await analyses(world)).map(({ run_id }) => run_id)).toEqual([104, 105]);
    expect((await world.sync(limited)).entry.readings?.pending).toBe(1);
    expect((await world.sync(limited)).complete).toBe(true);
    expect(await analyses(world)).toHaveLength(5);
    expect(downloads(world)).toBe(5);
  });

  it("stops at its number of megabytes", async () => {
    const world = await aWorld(several(3, { cause: "x".repeat(2_000_000) }));
    expect((await world.sync(wanting({ megabytes: 1 }))).entry.readings?.pending).toBe(2);
  });

  it("reads what is critical first, then the default branch, then the newest", async () => {
    const world = await aWorld(
      failures(
        { id: 104, hours: 1, run: { head_branch: "fix" } },
        { id: 103, hours: 2, run: { head_branch: "main" } },
        { id: 102, hours: 3, run: { head_branch: "release/2" } },
        { id: 101, hours: 4, run: { head_branch: "fix", event: "schedule" } },
      ),
    );
    const critical = { branches: ["release/*"], events: ["schedule"] };
    const order: number[][] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await world.sync(wanting({ downloads: 1, critical }));
      order.push((await analyses(world)).map(({ run_id }) => run_id).sort());
    }
    expect(order).toEqual([[102], [101, 102], [101, 102, 103], [101, 102, 103, 104]]);
  });

  it("has a budget that the logs are part of", async () => {
    const world = await aWorld(several(6));
    const result = await world.sync(wanting({ annotations: false }, { maxApiRequests: 12 }));
    expect(requests(result)).toBeLessThanOrEqual(12);
    expect(result.stopped).toContain("budget");
    const read = (await analyses(world)).length;
    expect(read).toBeLessThan(6);
    expect(result.entry.readings?.pending).toBe(6 - read);
    await world.sync(wanting({ annotations: false }));
    expect(await analyses(world)).toHaveLength(6);
  });

  it("puts logs that have expired into the ledger, and never asks for them again", async () => {
    const world = await aWorld(several(1, { hours: 80 * 24 }));
    world.clock.set(addSeconds(NOW, 20 * 24 * HOUR));
    const wanted = wanting({}, { lookbackDays: 120 });
    expect(await world.sync(wanted)).toMatchObject({ complete: true });
    expect((await world.store.readState())?.ledger).toMatchObject([
      { run_id: 101, missing: "reading", reason: "not_found", message: "its logs have expired" },
    ]);
    const count = world.simulator.transcript.length;
    await world.sync({ ...wanted, analyzeFailures: "all" });
    expect(world.simulator.transcript.slice(count).some(({ path }) => path.includes("logs"))).toBe(false);
  });

  it("waits for the logs of a run that has just ended", async () => {
    const world = await aWorld(several(1, { hours: 600 / HOUR }));
    const first = await world.sync(wanting());
    expect(first.entry.readings).toMatchObject({ read: 0, pending: 1 });
    world.clock.set(addSeconds(NOW, 60));
    expect((await world.sync(wanting())).entry.readings).toMatchObject({ read: 1, pending: 0 });
  });

  it("leaves a log to the next sync when the storage is down", async () => {
    const world = await aWorld(several(1));
    world.simulator.faults.add({ match: /job_1010\.txt/, kind: "503" });
    expect((await world.sync(wanting())).entry.readings).toMatchObject({ read: 0, pending: 1 });
    expect((await world.sync(wanting())).entry.readings).toMatchObject({ read: 1, pending: 0 });
  });
});

describe("a failure that was read before", () => {
  const note = "tests/sum.test.ts: adds numbers: expected 4 to be 5";

  it("is recognised by its annotations, and its log is not read again but every so many times", async () => {
    const world = await aWorld(several(5, { note }));
    const result = await world.sync(wanting({ "reread-every": 3 }));
    expect(result.entry.readings).toMatchObject({ read: 2, inferred: 3 });
    const all = await analyses(world);
    const inferred = all.filter(({ source }) => source === "inferred");
    const read = all.find(({ source }) => source === "read");
    expect(inferred[0]).toMatchObject({ inferred_from: read?.run_id, fingerprint: read?.fingerprint });
    expect(inferred[0]?.findings[0]).toMatchObject({
      signature: read?.findings[0]?.signature,
      category: "test_failure",
      line: null,
      excerpt: [],
      job_id: (inferred[0]?.run_id ?? 0) * 10,
    });
    expect(inferred[0]?.findings[0]?.confidence).toBeLessThan(read?.findings[0]?.confidence ?? 0);
    expect(inferred[0]?.tests).toBeNull();
  });

  it("is recognised by later syncs, too", async () => {
    const repository = several(1, { note });
    const world = await aWorld(repository);
    await world.sync(wanting());
    add(repository, { id: 900, hours: 0.5, note });
    expect((await world.sync(wanting())).entry.readings).toMatchObject({ read: 0, inferred: 1 });
    expect(downloads(world)).toBe(1);
  });

  it("is read where the annotations say nothing in particular, or something else", async () => {
    const generic = await aWorld(several(3));
    expect((await generic.sync(wanting())).entry.readings).toMatchObject({ read: 3, inferred: 0 });
    const different = await aWorld(
      failures({ id: 1, note }, { id: 2, note: "tests/b.test.ts: parses dates" }),
    );
    expect((await different.sync(wanting())).entry.readings).toMatchObject({ read: 2, inferred: 0 });
  });

  it("is read where annotations may not be, which is said once", async () => {
    const world = await aWorld(several(3, { note }), { permissions: { actions: "read" } });
    expect((await world.sync(wanting())).entry.readings).toMatchObject({ read: 3, inferred: 0 });
    expect(world.warnings.filter((warning) => warning.includes("checks: read"))).toHaveLength(1);
    const asked = world.simulator.transcript.filter(({ path }) => path.includes("annotations"));
    expect(asked).toHaveLength(1);
  });

  it("costs no annotations where the configuration turns them off", async () => {
    const world = await aWorld(several(2, { note }));
    expect((await world.sync(wanting({ annotations: false }))).entry.readings?.read).toBe(2);
    expect(world.simulator.transcript.some(({ path }) => path.includes("annotations"))).toBe(false);
  });
});

describe("failures without a log", () => {
  function withRun(run: Partial<RunPayload>, more: Partial<RunPayload>[] = []): SimulatedRepository {
    const repository = emptyRepository();
    for (const [index, each] of [run, ...more].entries())
      repository.runs.push({ attempts: [{ run: aRun({ id: 101 + index, ...each }), jobs: [] }] });
    return repository;
  }

  it("are explained by the record", async () => {
    const world = await aWorld(
      withRun({ conclusion: "startup_failure", created_at: "2026-11-20T10:00:00Z" }),
    );
    const result = await world.sync(wanting());
    expect(result.entry.readings).toEqual({ read: 0, inferred: 0, recorded: 1, pending: 0 });
    expect((await analyses(world))[0]).toMatchObject({
      source: "record",
      findings: [{ category: "configuration", rule: "record/not-started", line: null }],
    });
    expect((await world.sync(wanting())).changed).toBe(false);
  });

  it("tell a run that a newer one replaced from one that a person stopped", async () => {
    const at = (minute: number) => addSeconds("2026-11-20T10:00:00Z", minute * 60);
    const cancelled = { conclusion: "cancelled", created_at: at(0), updated_at: at(11) };
    const next = { created_at: at(10), updated_at: at(20) };
    const replaced = await aWorld(withRun(cancelled, [next]));
    await replaced.sync(wanting());
    expect((await analyses(replaced)).map(({ findings }) => findings[0]?.category)).toEqual(["cancelled"]);
    const stopped = await aWorld(withRun(cancelled, [{ ...next, head_branch: "other" }]));
    await stopped.sync(wanting());
    expect(await analyses(stopped)).toEqual([]);
    expect((await stopped.sync(wanting())).changed).toBe(false);
  });
});

describe("a sync that is killed while it reads", () => {
  function mortal(effects: SyncEffects, nth: number): { effects: SyncEffects; count: () => number } {
    let count = 0;
    const wrap = <Port extends object>(port: Port, names: (keyof Port)[]): Port => {
      const copy = { ...port };
      for (const name of names) {
        const method = port[name] as (...parameters: unknown[]) => Promise<unknown>;
        Object.assign(copy, {
          [name]: async (...parameters: unknown[]) => {
            count += 1;
            const turn = count;
            // Whoever is dead does nothing more.
            if (turn > nth || (turn === nth && nth % 2 === 0)) throw new Error("killed before");
            const answer = await method(...parameters);
            if (turn === nth) throw new Error("killed after");
            return answer;
          },
        });
      }
      return copy;
    };
    const github = wrap(effects.github, ["jobLog", "annotations"]);
    const store = wrap(effects.store, ["merge", "writeState"]);
    return { count: () => count, effects: { ...effects, github, store } };
  }

  it("ends with the same readings as an undisturbed one", async () => {
    const undisturbed = await aWorld(several(24));
    const probe = mortal(undisturbed.effects(), Number.POSITIVE_INFINITY);
    await sync(probe.effects, options(wanting({ downloads: 100 })));
    const expected = await analyses(undisturbed);
    expect(expected).toHaveLength(24);
    for (const share of [0.1, 0.4, 0.7, 0.85, 0.9, 0.95, 1]) {
      const world = await aWorld(several(24));
      const nth = Math.ceil(share * probe.count());
      const killed = sync(mortal(world.effects(), nth).effects, options(wanting({ downloads: 100 })));
      await expect(killed).rejects.toThrow("killed");
      expect(await world.sync(wanting({ downloads: 100 }))).toMatchObject({ complete: true, pending: 0 });
      expect(await analyses(world), `killed at effect ${nth}`).toEqual(expected);
      expect((await world.sync(wanting({ downloads: 100 }))).changed).toBe(false);
    }
  }, 120_000);
});
