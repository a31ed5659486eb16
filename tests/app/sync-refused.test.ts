import { describe, expect, it } from "vitest";
import type { Store } from "#app/effects.ts";
import type { SyncEffects } from "#app/sync/options.ts";
import { sync } from "#app/sync/sync.ts";
import { addSeconds } from "#core/time.ts";
import { aJob, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { aPull } from "#simulator/conversations.ts";
import { jsonl } from "#simulator/history/telemetry/archive.ts";
import type { JobPayload, RunPayload } from "#simulator/model.ts";
import { agentRuns, TELEMETRY } from "./agent-runs.ts";
import { aWorld, NOW, options, requests, type World } from "./sync-world.ts";

const ended = addSeconds(NOW, -7200);
const REPORTED = {
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
  const reported = jobs.map((job, at) => aJob(odd, { id: 1010 + at, steps: [step], ...job }));
  const good = aRun({ id: 102, ...times });
  repository.logs.set(1010, `${ended} ##[error]Process completed with exit code 1.\n`);
  repository.runs.push({ attempts: [{ run: odd, jobs: reported }] });
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
    const world = await aWorld(agentRuns({ id: 101, artifacts: REPORTED }));
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

describe("what the store does not take of what no run owns", () => {
  /** An agent's run that touched pull request 7, and GitHub's word on it. */
  async function touching(reported: object = {}): Promise<World> {
    const repository = emptyRepository();
    const run = aRun({ id: 101, path: ".github/workflows/claude.yml", ...times });
    const pull_requests = [{ number: 7 }] as RunPayload["pull_requests"];
    repository.runs.push({ attempts: [{ run: { ...run, pull_requests }, jobs: [] }] });
    repository.pulls.set("sha", [aPull({ number: 7, ...reported }, repository.repository)]);
    return aWorld(repository);
  }
  const asked = ({ simulator }: World) =>
    simulator.transcript.filter(({ path }) => path === "/graphql").length;
  /** Something new, so that the sync asks for what else is due. */
  function addRun({ simulator }: World, id: number): void {
    simulator.repositories[0]?.runs.push({ attempts: [{ run: aRun({ id, ...times }), jobs: [] }] });
  }

  it("is a line of the ledger where it is a pull request, which is not asked for again", async () => {
    const world = await touching();
    const broken = (kind: string) => kind === "pulls" && SURPRISE;
    await sync(breaking(world, broken), options());
    expect(await ledgerOf(world)).toEqual([
      {
        ...{ run_id: 101, run_attempt: 1, day: "2026-11-20", missing: "outcome", pull: 7 },
        ...{ reason: "not_believed", message: expect.stringMatching(/^#7: not stored: .*surprise/) },
      },
    ]);
    const before = asked(world);
    addRun(world, 102);
    const next = await sync(breaking(world, broken), options());
    expect([next.runsAdded, asked(world)]).toEqual([1, before]);
  });

  it("is one too where GitHub's word cannot be read", async () => {
    const world = await touching({ created_at: "yesterday" });
    await world.sync();
    expect(await ledgerOf(world)).toMatchObject([
      {
        run_id: 101,
        missing: "outcome",
        pull: 7,
        reason: "unreadable",
        message: "#7: createdAt: is not a time",
      },
    ]);
    const before = asked(world);
    addRun(world, 102);
    expect([(await world.sync()).runsAdded, asked(world)]).toEqual([1, before]);
  });

  it("is left out of the journal's entry, which says so", async () => {
    const world = await worldOf({}, [{}]);
    const broken = (kind: string, record: object) =>
      kind === "journal" && !("not_believed" in record) && { waited_seconds: -1 };
    await sync(breaking(world, broken), options());
    expect(await world.store.read("journal", "2026-11")).toMatchObject([
      {
        ...{ runs_added: 2, requests: [], rate_limit: null },
        not_believed: expect.stringContaining("waited_seconds"),
      },
    ]);
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
