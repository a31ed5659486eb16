import { describe, expect, it } from "vitest";
import type { Store } from "#app/effects.ts";
import type { SyncEffects } from "#app/sync/options.ts";
import { sync } from "#app/sync/sync.ts";
import { addSeconds } from "#core/time.ts";
import { aJob, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { jsonl } from "#simulator/history/telemetry/archive.ts";
import type { JobPayload, RunPayload } from "#simulator/model.ts";
import { agentRuns, TELEMETRY } from "./agent-runs.ts";
import { aWorld, NOW, options, requests, type World } from "./sync-world.ts";

const ended = addSeconds(NOW, -7200);
const TOLD = {
  "agentops-events": {
    "agentops-events.jsonl": jsonl(
      ["agent.step.completed", "agent.policy.decision"].map((type) => ({
        ...{ type, timestamp: ended, trace_id: "t", agent_id: "bot", operation: "llm_request" },
        ...{ model: "gpt-5", tokens_prompt: 10, policy_id: "p", policy_result: "deny" },
      })),
    ),
  },
};
const times = { created_at: ended, run_started_at: ended, updated_at: ended };

function worldOf(run: Partial<RunPayload>, jobs: Partial<JobPayload>[]) {
  const repository = emptyRepository();
  const odd = aRun({ id: 101, conclusion: "failure", ...times, ...run });
  const step = aStep({ number: 1, conclusion: "failure" });
  const told = jobs.map((job, at) => aJob(odd, { id: 1010 + at, steps: [step], ...job }));
  const good = aRun({ id: 102, ...times });
  repository.logs.set(1010, `${ended} ##[error]Process completed with exit code 1.\n`);
  repository.runs.push({ attempts: [{ run: odd, jobs: told }] });
  repository.runs.push({ attempts: [{ run: good, jobs: [aJob(good, { id: 1020 })] }] });
  return aWorld(repository);
}

/** Effects whose store is given some records as a broken rule of ours would make them. */
function breaking(world: World, broken: (kind: string, record: object) => object | false): SyncEffects {
  const merge: Store["merge"] = (kind, day, records) =>
    world.store.merge(
      kind,
      day,
      records.map((record) => ({ ...record, ...broken(kind, record) })),
    );
  return { ...world.effects(), store: { ...world.store, merge } };
}

const isOdd = (record: object) => "id" in record && record.id === 101;
const SURPRISE = { surprise: 1 };
const ledgerOf = async ({ store }: World) => (await store.readState())?.ledger;

describe("what the store does not take", () => {
  it("is named in the ledger, the run is kept without it, and nothing of it is asked for again", async () => {
    const world = await worldOf({}, [{}]);
    const broken = (_: string, record: object) =>
      "jobs" in record && record.jobs !== null && isOdd(record) && { jobs: [SURPRISE] };
    const wanting = options({ analyzeFailures: "new" });
    const result = await sync(breaking(world, broken), wanting);
    expect(result).toMatchObject({ pending: 0, runsAdded: 2, runsTotal: 2 });
    expect(await world.runs()).toMatchObject([
      { id: 101, detail: "summary", jobs: null },
      { id: 102, detail: "full" },
    ]);
    expect(await ledgerOf(world)).toMatchObject([
      { run_id: 101, missing: "jobs", reason: "not_believed", message: expect.stringContaining("jobs.0") },
    ]);
    const idle = await sync(breaking(world, broken), wanting);
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("is left out where not even its row can be stored", async () => {
    const world = await worldOf({}, [{}]);
    const broken = (_: string, record: object) => isOdd(record) && SURPRISE;
    const result = await sync(breaking(world, broken), options());
    expect(result).toMatchObject({ pending: 0, runsAdded: 1, runsTotal: 1 });
    expect(await ledgerOf(world)).toMatchObject([{ run_id: 101, missing: "run", reason: "not_believed" }]);
    const idle = await sync(breaking(world, broken), options());
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it.each(["executions", "events"])("is named where it is of an agent's %s", async (of) => {
    const world = await aWorld(agentRuns({ id: 101, artifacts: TOLD }));
    const broken = (kind: string) => kind === of && SURPRISE;
    const wanting = options({ config: TELEMETRY });
    await sync(breaking(world, broken), wanting);
    expect(await ledgerOf(world)).toMatchObject([
      {
        run_id: 101,
        missing: "telemetry",
        reason: "not_believed",
        message: expect.stringMatching(/^not stored/),
      },
    ]);
    const idle = await sync(breaking(world, broken), wanting);
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("is named where it is the reading of a failure", async () => {
    const world = await worldOf({}, [{}]);
    const broken = (kind: string) => kind === "analyses" && SURPRISE;
    const wanting = options({ analyzeFailures: "new" });
    await sync(breaking(world, broken), wanting);
    expect(await ledgerOf(world)).toMatchObject([
      { run_id: 101, missing: "reading", reason: "not_believed" },
    ]);
    const idle = await sync(breaking(world, broken), wanting);
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });
});

describe("a run of odd times", () => {
  it("has jobs beyond the calendar and is stored, and nothing of it is asked for again", async () => {
    const beyond = "9999-12-31T23:59:59-23:59";
    const world = await worldOf({}, [{ created_at: beyond, started_at: beyond, completed_at: beyond }]);
    expect(await world.sync()).toMatchObject({ complete: true, runsAdded: 2 });
    expect((await world.runs())[0]).toMatchObject({ id: 101, detail: "full", jobs: [{ started_at: null }] });
    const idle = await world.sync();
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });

  it("ends in a far future, and is not waited for until then", async () => {
    const world = await worldOf({ updated_at: "9999-12-31T23:59:59Z" }, [
      { status: "in_progress", conclusion: null },
    ]);
    expect(await world.sync()).toMatchObject({ complete: true, pending: 0 });
    const idle = await world.sync();
    expect([idle.changed, requests(idle)]).toEqual([false, 2]);
  });
});
