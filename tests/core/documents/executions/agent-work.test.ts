import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { AgentsDocument } from "#core/documents/agents/agents.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { ExecutionsDocument } from "#core/documents/executions/executions.ts";
import { costChange } from "#core/documents/executions/figures.ts";
import { SessionsDocument } from "#core/documents/sessions/sessions.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { anExecution, aRunRecord, aUsage } from "../../../builders.ts";
import { aContext, built, NOW } from "../contexts.ts";

const CLAUDE = { workflow_file: ".github/workflows/claude.yml", workflow_name: "Claude issue agent" };
const daysAgo = (days: number) => addSeconds(NOW, -Math.round(days * DAY_SECONDS));
const idOf = (n: number) => n.toString(16).padStart(16, "0");

function work(reported: readonly [Run, ...Execution[]][]) {
  const attempts = reported.map(([run, ...executions]) =>
    readAttempt(run, { reading: null, executions }, aContext()),
  );
  const { executions, ...documents } = built(["executions", "agents", "sessions"], attempts);
  return { ...documents, executions: executions.list };
}

/** One run of an agent with one execution. */
function reported(n: number, days: number, over: Partial<Execution> = {}): [Run, Execution] {
  const created_at = daysAgo(days);
  const run = aRunRecord({ id: n, created_at, ...CLAUDE });
  const times = { started_at: created_at, completed_at: addSeconds(created_at, 120) };
  return [run, anExecution({ execution_id: idOf(n), run_id: n, ...times, ...over })];
}

const agentIn = ({ agents }: Pick<ReturnType<typeof work>, "agents">, period: "7d" | "30d" = "7d") => {
  const [agent] = agents.periods[period].agents;
  if (agent === undefined) throw new Error("no agent");
  return agent;
};

describe("what agents did", () => {
  it("adds up to the records and to the costs of the runs", () => {
    const attempts = [
      reported(1, 1),
      reported(2, 2, {
        status: "failure",
        error_type: "rate_limit",
        usage: [aUsage({ reported_cost_usd: 0.3 })],
      }),
      reported(3, 3, { usage: [aUsage(), aUsage({ model: "house-model", reported_cost_usd: null })] }),
    ];
    const documents = work(attempts);
    const { current } = agentIn(documents);
    const costs = attempts.map(([run, execution]) =>
      runCost(readAttempt(run, { reading: null, executions: [execution] }, aContext())),
    );
    expect(current.cost.nano_usd).toBe(costs.reduce((sum, cost) => sum + (cost.tokens_nano_usd ?? 0), 0));
    expect(current.tokens.total).toBe(costs.reduce((sum, cost) => sum + (cost.tokens ?? 0), 0));
    expect(current.cost.coverage).toMatchObject({ part: 2, n: 3 });
    expect(current.outcomes).toMatchObject({ success: 2, failure: 1 });
    expect(current.errors).toEqual([{ category: "rate_limit", executions: 1 }]);
    expect(current.cost.per_success_nano_usd).toBe(350_000_000);
    expect(documents.executions.rows.map(({ run_id }) => run_id)).toEqual([1, 2, 3]);
    for (const [schema, value] of [
      [ExecutionsDocument, documents.executions],
      [AgentsDocument, documents.agents.periods["7d"]],
      [SessionsDocument, documents.sessions.list],
    ] as const)
      expect(schema.parse(value)).toEqual(value);
  });

  it("says no cost of one where none is wholly known, and compares no half sums", () => {
    const half = {
      usage: [
        aUsage({ reported_cost_usd: 0.001 }),
        aUsage({ model: "house-model", reported_cost_usd: null }),
      ],
    };
    const whole = { usage: [aUsage({ reported_cost_usd: 0.2 })] };
    const figures = (now: Partial<Execution>, before: Partial<Execution>) =>
      agentIn(
        work([1, 2, 3].flatMap((day) => [reported(day, day, now), reported(day + 10, day + 7, before)])),
      );
    const { current, previous } = figures(half, whole);
    expect(current.cost).toMatchObject({
      nano_usd: 3_000_000,
      coverage: { part: 0, n: 3 },
      per_execution_nano_usd: null,
      per_success_nano_usd: null,
    });
    expect(previous?.cost.per_success_nano_usd).toBe(200_000_000);
    expect(costChange(current, previous)).toBeNull();
    const known = figures(whole, { usage: [aUsage({ reported_cost_usd: 0.1 })] });
    expect(costChange(known.current, known.previous)).toBe(300_000_000);
  });

  it("counts an agent that told nothing, and knows nothing of it", () => {
    const silent = aRunRecord({ id: 9, created_at: daysAgo(1), ...CLAUDE, conclusion: "failure" });
    const skipped = aRunRecord({ id: 10, created_at: daysAgo(1), ...CLAUDE, conclusion: "skipped" });
    const caused = aRunRecord({ id: 11, created_at: daysAgo(1), actor: "claude[bot]" });
    const documents = work([[silent], [skipped], [caused], reported(1, 1)]);
    const { current } = agentIn(documents);
    expect(current).toMatchObject({ executions: 2, silent: 1, success: { part: 1, n: 2 } });
    expect(current.tokens.coverage).toMatchObject({ part: 1, n: 2 });
    const alone = agentIn(work([[silent]])).current;
    expect(alone.tokens.total).toBeNull();
    expect(alone.cost).toMatchObject({ nano_usd: null, per_execution_nano_usd: null });
    expect(documents.executions.rows.find(({ run_id }) => run_id === 9)).toMatchObject({
      execution_id: null,
      page: false,
      tokens_total: null,
      cost_nano_usd: null,
      cost_source: "unknown",
      duration_seconds: null,
    });
  });

  it("rolls what an execution started up into it, and adds it once", () => {
    const [run, parent] = reported(1, 1, { session_id: "talk" });
    const child = anExecution({
      execution_id: idOf(2),
      run_id: 1,
      parent_execution_id: parent.execution_id,
      agent_id: "reviewer",
      status: "failure",
      duration_ms: 60_000,
      tools: [],
    });
    const documents = work([[run, parent, child]]);
    const { current } = agentIn(documents);
    expect(current).toMatchObject({ executions: 1, children: 1, success: { part: 1, n: 1 } });
    expect(current.duration).toMatchObject({ n: 1, p50: 120 });
    expect(current.cost.nano_usd).toBe(100_000_000);
    expect(current.cost.per_execution_nano_usd).toBe(100_000_000);
    expect(documents.sessions.list.sessions).toHaveLength(1);
    expect(documents.sessions.list.sessions[0]).toMatchObject({
      session_id: "talk",
      working_seconds: 120,
      figures: { executions: 1, children: 1, cost: { nano_usd: 100_000_000 } },
    });
  });

  it("tells retries, re-runs and fallbacks apart, each of those that tell", () => {
    const [again, execution] = reported(4, 1, { retries: 2, fallbacks: 1 });
    const documents = work([
      reported(1, 1, { retries: 0 }),
      reported(2, 1),
      reported(3, 1, { retries: 1, status: "failure" }),
      [
        { ...again, run_attempt: 2 },
        { ...execution, run_attempt: 2 },
      ],
    ]);
    expect(agentIn(documents).current).toMatchObject({
      retries: { part: 2, n: 3 },
      retry_success: { part: 1, n: 2 },
      fallbacks: { part: 1, n: 1 },
      reruns: { part: 1, n: 4 },
      rerun_success: { part: 1, n: 1 },
    });
  });

  it("calls a change a change only when chance is a poor explanation", () => {
    const before = Array.from({ length: 20 }, (_, n) => reported(n + 1, 8 + n / 10));
    const failing = Array.from({ length: 20 }, (_, n) =>
      reported(n + 100, 1 + n / 10, {
        status: n % 2 === 0 ? "failure" : "success",
        duration_ms: 125_000,
        usage: [aUsage({ reported_cost_usd: 0.2 })],
      }),
    );
    const { drift, health } = agentIn(work([...before, ...failing]));
    expect(Object.fromEntries(drift.map(({ measure, verdict }) => [measure, verdict]))).toEqual({
      success: "worse",
      duration: "worse",
      tokens: "no change beyond chance",
      cost: "worse",
      tool_failures: "too few",
    });
    const parts = Object.fromEntries(health.parts.map(({ part, score }) => [part, score]));
    expect(parts).toMatchObject({ success: 50, cost: 25, tools: null, quality: null });
    const weights = health.parts.filter(({ score }) => score !== null);
    const sum = weights.reduce((all, { weight, score }) => all + weight * (score ?? 0), 0);
    expect(health.score).toBe(Math.round(sum / weights.reduce((all, { weight }) => all + weight, 0)));
  });

  it("says how many worked and waited at once, and when", () => {
    const at = "2026-11-20T08:00:00Z";
    const documents = work(
      [0, 60, 119, 120].map((late, n) => {
        const [run, execution] = reported(n + 1, 0.1, { started_at: addSeconds(at, late) });
        return [run, execution];
      }),
    );
    const { concurrency, hours } = agentIn(documents);
    expect(concurrency.working).toEqual({ most: 3, at: addSeconds(at, 119), n: 4 });
    expect(concurrency.requests).toBe(12);
    expect(hours[8]).toEqual({ hour: 8, executions: 4, failures: 0 });
  });

  it("keeps a bounded number of agents, whatever telemetry calls itself", () => {
    const made = Array.from({ length: 120 }, (_, n): [Run, Execution] => [
      aRunRecord({ id: n + 1, created_at: daysAgo(1) }),
      anExecution({ execution_id: idOf(n + 1), run_id: n + 1, agent_id: `<b>${n}</b>` }),
    ]);
    const documents = work(made);
    const { agents, all, left_out } = documents.agents.periods["7d"];
    expect([agents.length, left_out, all.executions]).toEqual([100, 20, 120]);
    const addresses = agents.map(({ slug }) => slug);
    expect(new Set(addresses).size).toBe(100);
    expect(addresses.every((slug) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  });
});

describe("sessions", () => {
  it("links by the pull request that GitHub names, else by item, else by session, and never by a title", () => {
    const [withPull, execution] = reported(4, 1);
    const documents = work([
      reported(1, 3, { session_id: "a", item: { kind: "issue", number: 5 } }),
      reported(2, 2, { session_id: "a" }),
      reported(3, 1, { item: { kind: "pull_request", number: 12 } }),
      [{ ...withPull, pull_requests: [{ number: 12, source: "run" }] }, execution],
      [
        aRunRecord({ id: 5, created_at: daysAgo(1), display_title: "Fixes #12", ...CLAUDE }),
        anExecution({ execution_id: idOf(5), run_id: 5 }),
      ],
    ]);
    const { sessions, unlinked } = documents.sessions.list;
    expect(sessions.map(({ slug, number, figures }) => [slug, number, figures.executions])).toEqual([
      ["pull-12", 12, 2],
      [sessions[1]?.slug, 5, 2],
    ]);
    expect(unlinked).toBe(1);
    expect(sessions[1]).toMatchObject({ active: false, seconds: DAY_SECONDS + 120 });
  });

  it("is active while something works or has just ended", () => {
    const [run, execution] = reported(1, 0.2, {
      session_id: "a",
      status: "in_progress",
      completed_at: null,
      duration_ms: null,
    });
    const working: [Run, Execution] = [{ ...run, status: "in_progress", conclusion: null }, execution];
    const ended = reported(2, 0.01, { session_id: "b", completed_at: null });
    const old = reported(3, 1, { session_id: "c", completed_at: null });
    const { active, sessions, days } = work([working, ended, old]).sessions.list;
    expect(active).toBe(2);
    expect(sessions.map(({ session_id, active: is }) => [session_id, is])).toEqual([
      ["b", true],
      ["a", true],
      ["c", false],
    ]);
    expect(days.at(-1)).toEqual({ day: "2026-11-20", sessions: 2, executions: 2 });
  });
});
