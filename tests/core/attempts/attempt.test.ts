import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { newestReading } from "#core/attempts/newest-reading.ts";
import { Config } from "#core/config.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { aJobRecord, anExecution, aReading, aRunRecord, aState, aUsage } from "../../builders.ts";
import { aContext, built, NOW } from "../documents/contexts.ts";
import { aCall } from "../documents/worked.ts";

const CLAUDE = { workflow_file: ".github/workflows/claude.yml", workflow_name: "Claude issue agent" };
const read = (run: Run, executions: readonly Execution[] = [], context: Context = aContext()) =>
  readAttempt(run, { reading: null, executions }, context);

describe("an attempt", () => {
  it("says when it counts, how it ended, which jobs are its own and why it failed", () => {
    const run = aRunRecord({
      run_attempt: 2,
      created_at: "2026-11-01T00:00:00Z",
      run_started_at: "2026-11-02T00:00:00Z",
      conclusion: "failure",
      workflow_id: 99,
      jobs: [aJobRecord({ id: 1, run_attempt: 1 }), aJobRecord({ id: 2, run_attempt: 2 })],
    });
    const reading = aReading();
    const context = aContext({ state: aState({ own_workflow_id: 99 }) });
    const attempt = readAttempt(run, { reading, executions: [] }, context);
    expect(attempt).toMatchObject({ at: "2026-11-02T00:00:00Z", role: "failure", own: true, reading });
    expect(attempt.jobs.map(({ id }) => id)).toEqual([2]);
    expect(attempt.finding).toBe(reading.findings[0]);
    expect(readAttempt(run, NO_FACTS, context)).toMatchObject({ reading: null, finding: null });
  });

  it("makes money in its ledger alone: an invocation has the lines of its execution", () => {
    const prices = { external: [{ host: "*.tavily.com", per_call: 0.01 }] };
    const external = { host: "api.tavily.com", status_code: 200, duration_ms: null };
    const executions = [
      anExecution({ execution_id: "a", usage: [aUsage({ reported_cost_usd: 0.1 })] }),
      anExecution({ execution_id: "b", usage: [], tools: [aCall({ external, calls: 3 })] }),
    ];
    const context = aContext({ config: Config.parse({ prices }) });
    const { lines, invocations } = read(aRunRecord(CLAUDE), executions, context);
    expect(lines.filter(({ kind }) => kind !== "minutes")).toEqual(
      invocations.flatMap((invocation) => invocation.lines),
    );
    expect(
      lines.map(({ kind, execution_id, amount_nano_usd }) => [kind, execution_id, amount_nano_usd]),
    ).toEqual([
      ["tokens", "a", 100_000_000],
      ["tokens", "b", null],
      ["calls", "b", 30_000_000],
      ["minutes", null, 0],
    ]);
    expect(read(aRunRecord(CLAUDE)).invocations).toMatchObject([
      { execution: null, agent: "Claude", lines: [{ why: "an agent ran and its usage is not known" }] },
    ]);
  });

  it("is of the team of its users, agents and workflows, and so is each invocation", () => {
    const teams = { platform: { agents: ["planner"] }, web: { users: ["mona"] } };
    const context = aContext({ config: Config.parse({ teams }) });
    const run = aRunRecord({ actor: "mona", triggering_actor: "mona" });
    const told = anExecution({ agent_name: "planner", team: null, user_id: null });
    expect(read(run, [], context).team).toBe("web");
    expect(read(run, [told], context).invocations[0]?.team).toBe("platform");
    expect(read(run, [{ ...told, team: "own" }], context).invocations[0]?.team).toBe("own");
  });
});

describe("an agent that only telemetry names", () => {
  const run = aRunRecord({
    workflow_id: 7,
    workflow_name: "Stewardship",
    workflow_file: ".github/workflows/s.yml",
  });
  const executions = [anExecution({ run_id: run.id, agent_name: "dependency-steward" })];
  const attempt = read(run, executions);
  const index = () => {
    const fold = runIndexFold({ context: aContext(), journal: [], sizes: [], cron: null, buildId: "b" });
    fold.add(attempt);
    return fold.finish().agents.values;
  };

  it("is the run's agent in the index, its filters, among entities and workflows, as on Agents and Costs", () => {
    expect(attempt.attribution).toMatchObject({ agent: "dependency-steward", part: "execution" });
    expect(index()).toEqual([["dependency-steward"]]);
    const { entities, workflows, agents, costs } = built(
      ["entities", "workflows", "agents", "costs"],
      [attempt],
    );
    expect(entities.agents).toMatchObject([{ name: "dependency-steward", attempts: 1 }]);
    expect(workflows["90d"].workflows[0]?.agents).toEqual(["dependency-steward"]);
    expect(agents.periods["90d"].agents[0]?.agent).toBe("dependency-steward");
    expect(costs.periods["90d"].by.agent.map(({ name }) => name)).toEqual(["dependency-steward"]);
  });

  it("comes before the agent that merely caused the run, and after the one whose workflow it is", () => {
    const caused = { ...run, actor: "Copilot" };
    expect(read(caused).attribution).toMatchObject({ agent: "Copilot coding agent", part: "change" });
    expect(read(caused, executions).attribution).toMatchObject({ agent: "dependency-steward" });
    expect(read({ ...run, ...CLAUDE }, executions).attribution).toMatchObject({ agent: "Claude" });
  });
});

it("counts what was read anew alone, which may tell other executions", () => {
  const source = (importer: string, version: number) => ({ importer, version, rank: 90, file: null });
  const old = anExecution({ execution_id: "a", source: source("codex-rollout", 1) });
  const child = anExecution({ execution_id: "b", source: source("codex-rollout", 1) });
  const anew = anExecution({ execution_id: "a", source: source("codex-rollout", 2) });
  const other = anExecution({ execution_id: "c", source: source("claude-session", 1) });
  expect(newestReading([child, anew, other])).toEqual([anew, other]);
  expect(newestReading([old, child])).toEqual([old, child]);
});

describe("several agents in one run", () => {
  const jobs = [
    aJobRecord({ id: 1, duration_seconds: 60 }),
    aJobRecord({ id: 2, duration_seconds: 300, labels: ["ubuntu-latest"] }),
    aJobRecord({ id: 3, duration_seconds: 120 }),
  ];
  const run = aRunRecord({ ...CLAUDE, jobs });
  const claude = anExecution({ execution_id: "a", run_id: run.id, job_id: 1 });
  const codex = anExecution({ ...claude, execution_id: "b", job_id: 2, agent_id: "codex" });
  const steward = anExecution({ ...claude, execution_id: "c", job_id: null, agent_id: "steward" });
  const attempt = read(run, [claude, codex, steward]);

  it("are all of them its agents, in the index, among entities, in the workflow and in money", () => {
    expect(attempt.agents).toEqual(["Claude", "Codex", "steward"]);
    const { runs, entities, workflows, agents, costs } = built(
      ["runs", "entities", "workflows", "agents", "costs"],
      [attempt],
    );
    expect(runs.agents.values).toEqual([["Claude", "Codex", "steward"]]);
    const names = ["Claude", "Codex", "steward"];
    expect(entities.agents.map(({ name }) => name)).toEqual(names);
    expect(workflows["90d"].workflows[0]?.agents).toEqual(names);
    expect(agents.periods["90d"].agents.map(({ agent }) => agent)).toEqual(names);
    expect(costs.periods["90d"].by.agent.map(({ name }) => name).sort()).toEqual(names);
  });

  it("are charged for the minutes of the jobs that are theirs alone, the run's own for the rest", () => {
    const minutes = attempt.lines.filter(({ kind }) => kind === "minutes");
    expect(minutes.map(({ agent, quantity }) => [agent, quantity])).toEqual([
      ["Claude", 3],
      ["Codex", 5],
    ]);
  });

  it("are called alike wherever they work, and all as the configuration says where it does", () => {
    const other = { workflow_file: ".github/workflows/nightly.yml", workflow_name: "Nightly" };
    expect(read({ ...run, ...other }, [codex, claude]).agents).toEqual(["Codex", "Claude"]);
    expect(read(run, [codex])).toMatchObject({ agents: ["Codex"], attribution: { agent: "Codex" } });
    const agents = [{ name: "Triage", workflow: "Claude*" }];
    const context = aContext({ config: Config.parse({ agents }) });
    expect(read(run, [claude, codex, steward], context).agents).toEqual(["Triage"]);
  });
});

describe("cache hits", () => {
  const hits = (usage: Partial<ReturnType<typeof aUsage>>) => {
    const execution = anExecution({ usage: [aUsage(usage)] });
    const attempt = read(aRunRecord({ ...CLAUDE, created_at: NOW.replace("12:", "10:") }), [execution]);
    const { costs, agents } = built(["costs", "agents"], [attempt]);
    return [costs.periods["7d"].tokens.cache_hits, agents.periods["7d"].all.cache_hits];
  };

  it("are unknown on every page where the prompt is not told", () => {
    const [costs, agents] = hits({ prompt: null, completion: 50, cache_read: 100 });
    expect(costs).toEqual({ value: null, part: 0, n: 0, enough: false });
    expect(agents).toEqual(costs);
  });

  it("are the same share of the same prompts on every page", () => {
    const [costs, agents] = hits({ prompt: 1000, completion: 50, cache_read: 250 });
    expect(costs).toMatchObject({ value: 0.25, part: 250, n: 1000 });
    expect(agents).toEqual(costs);
  });
});
