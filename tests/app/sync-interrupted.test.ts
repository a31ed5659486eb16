import { describe, expect, it } from "vitest";
import { sync } from "#app/sync/sync.ts";
import { Config } from "#core/config.ts";
import { githubClient } from "#io/github/client.ts";
import { aJob, aRun } from "#simulator/builders.ts";
import type { Fault } from "#simulator/faults.ts";
import { agentRuns, reported } from "./agent-runs.ts";
import { aWorld, options, REPOSITORY } from "./sync-world.ts";

const REASON = "it was told to end (SIGINT)";
const wanting = { config: Config.parse({}), analyzeFailures: "new" as const };

/** Three runs of an agent, the second of which failed. */
function history() {
  const repository = agentRuns(...[1, 2, 3].map((id) => ({ id, artifacts: reported() })));
  const [attempt] = repository.runs[1]?.attempts ?? [];
  if (attempt === undefined) throw new Error("there is no second run");
  const run = aRun({ ...attempt.run, conclusion: "failure" });
  attempt.run = run;
  attempt.jobs = attempt.jobs.map((job) => aJob(run, { ...job, conclusion: "failure" }));
  return repository;
}

describe("a sync that is told to end while something never comes to an end", () => {
  it.each<[string, Fault, string]>([
    ["the jobs of a run", { match: /runs\/2\/attempts\/1\/jobs/, kind: "slow" }, "jobs"],
    ["the list of artifacts", { match: /actions\/artifacts\?/, kind: "stalled" }, "artifacts"],
    ["a log's address", { match: /jobs\/20\/logs/, kind: "slow" }, "reading"],
    ["a log", { match: /GET \/actions-results.*job_20/, kind: "stalled" }, "reading"],
    ["an artifact", { match: /GET \/actions-results.*zip/, kind: "stalled" }, "telemetry"],
  ])("lets it go, and keeps what it has (%s)", async (_, fault, need) => {
    const world = await aWorld(history());
    const { simulator, clock } = world;
    simulator.faults.add({ seconds: 86_400, times: 1000, ...fault });
    const controller = new AbortController();
    const github = githubClient({
      ...{ apiUrl: simulator.url, token: simulator.token, repository: REPOSITORY, clock },
      ...{ report: world.effects().report, signal: controller.signal },
    });
    const interrupted = () => (controller.signal.aborted ? REASON : null);
    const ended = sync({ ...world.effects(), github, interrupted }, options(wanting));
    while (!simulator.transcript.some(({ method, path }) => `${method} ${path}`.search(fault.match) >= 0))
      await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort(new Error(REASON));
    const result = await ended;
    expect(result.stopped).toBe(REASON);
    expect(result.entry.requests.filter(({ failed, retried }) => failed + retried > 0)).toEqual([]);
    expect(await world.runs()).toHaveLength(3);
    const state = await world.store.readState();
    expect(state?.ledger).toEqual([]);
    expect(state?.pending.flatMap(({ needs }) => needs)).toContain(need);
    expect(state?.pending.filter(({ tries }) => tries > 0)).toEqual([]);
    expect(await world.effects().safekeeping.readNote()).toBeNull();
    simulator.faults.clear();
    expect(await world.sync(wanting)).toMatchObject({ complete: true, pending: 0, stopped: null });
    const readings = await world.store.read("analyses", "2026-11-12");
    expect(readings.map(({ run_id, truncated }) => [run_id, truncated])).toEqual([[2, []]]);
  });
});
