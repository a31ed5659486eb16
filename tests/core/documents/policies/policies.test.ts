import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { watchedPolicies } from "#core/documents/conditions/watched-policies.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import { PoliciesDocument, policiesFold } from "#core/documents/policies/policies.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { anEvent, anExecution, aPullRecord, aRunRecord, aToolCall, aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";

const config = Config.parse({
  policies: [
    { id: "cheap", mode: "enforce", require: { "max-usd": 1 }, "pause-hours": 48 },
    { id: "models", require: { models: ["claude-*"] }, match: { agents: ["Claude"] } },
    { id: "hosts", require: { egress: ["api.github.com"] } },
  ],
});

const STRICT = Config.parse({
  policies: [
    { id: "all", require: { models: ["x"], tools: ["x"], egress: ["x"], agents: ["x"], branches: ["x"] } },
  ],
});

type Told = { run?: Partial<Run>; execution?: Partial<Execution> | null };

function made(
  told: readonly Told[],
  { events = [], over = {} }: { events?: StoredEvent[]; over?: object } = {},
) {
  const context = aContext({ config, ...over });
  const read = attemptReader(context);
  const fold = policiesFold({
    ...{ context, journal: [], sizes: [], cron: null, buildId: "b" },
    pulls: [aPullRecord({ number: 5, state: "merged" })],
    events: { ...NO_EVENTS, governed: { list: events, left_out: 0 } },
  });
  for (const [index, { run, execution }] of told.entries()) {
    const id = run?.id ?? 100 + index;
    const record = aRunRecord({ id, workflow_file: ".github/workflows/claude.yml", ...run });
    const executions =
      execution === null
        ? []
        : [anExecution({ run_id: id, execution_id: id.toString(16).padStart(16, "0"), ...execution })];
    fold.add(read(record, { reading: null, executions }));
  }
  return fold.finish();
}

const costing = (usd: number): Partial<Execution> => ({ usage: [aUsage({ reported_cost_usd: usd })] });
const row = (id: string, { policies }: ReturnType<typeof made>) =>
  policies.find(({ policy }) => policy === id);

describe("policies over what agents did", () => {
  it("finds a breach with its evidence, which stopped nothing", () => {
    const document = made([{ execution: costing(1.5), run: { run_number: 9 } }, { execution: costing(0.5) }]);
    expect(document.violations.rows).toMatchObject([
      {
        policy: "cheap",
        run_id: 100,
        run_number: 9,
        agent: "Claude",
        evidence: [{ key: "max-usd", value: "1.5" }],
      },
    ]);
    expect(row("cheap", document)).toMatchObject({
      judged: 2,
      kept: 1,
      broken: 1,
      unknown: 0,
      would_block: 0,
    });
    expect(document.stopped.rows).toEqual([]);
  });

  it("pauses the agent that broke an enforced policy, until its hours are over", () => {
    expect(made([{ execution: costing(2) }]).pauses).toMatchObject([
      { policy: "cheap", agent: "Claude", run_id: 100 },
    ]);
    expect(made([{ execution: costing(2), run: { created_at: "2026-11-10T10:00:00Z" } }]).pauses).toEqual([]);
  });

  it("names runs that a guard would have stopped, and those that succeeded and were merged all the same", () => {
    const execution = { model: "gpt-5", usage: [aUsage({ model: "gpt-5", reported_cost_usd: 0.1 })] };
    const document = made([
      { execution, run: { pull_requests: [{ number: 5, source: "run" }] } },
      { execution, run: { conclusion: "failure" } },
    ]);
    expect(document.stopped.rows.map(({ run_id, succeeded, merged }) => [run_id, succeeded, merged])).toEqual(
      [
        [100, true, true],
        [101, false, null],
      ],
    );
    expect(row("models", document)).toMatchObject({
      would_block: 2,
      stopped_succeeded: 1,
      stopped_merged: 1,
      broken: 2,
    });
  });

  it("does not know what was not told, and does not take it for kept", () => {
    const silent = made([{ execution: null }]);
    for (const id of ["cheap", "models", "hosts"])
      expect(row(id, silent)).toMatchObject({ judged: 1, unknown: 1 });
    expect(silent.violations.rows).toEqual([]);
  });

  it("believes no line that was printed into a log, and nothing of a fork", () => {
    const log = made([{ execution: { ...costing(9), trust: "log" } }]);
    expect(row("cheap", log)).toMatchObject({ broken: 0, unknown: 1 });
    const forked = { head_repository: "eve/agent-fleet", from_fork: true };
    const fork = made([{ execution: null, run: { head_repository: "eve/agent-fleet", from_fork: true } }]);
    expect(fork.works).toBe(0);
    const telemetry = { forks: "admit" };
    const admitted = { config: Config.parse({ policies: config.policies, telemetry }) };
    const told = [{ execution: { ...costing(9), trust: "fork" as const }, run: forked }];
    expect(row("cheap", made(told, { over: admitted }))).toMatchObject({ broken: 1 });
  });

  it("knows hosts that tools asked and a firewall let through", () => {
    const tools = [aToolCall({ external: { host: "api.github.com", status_code: 200, duration_ms: 1 } })];
    expect(row("hosts", made([{ execution: { tools } }]))).toMatchObject({ kept: 1 });
    const decisions = [
      { policy_id: "firewall:allow-all", tool: "evil.example", result: "allow", count: 1, reason: null },
    ];
    expect(row("hosts", made([{ execution: { tools, decisions } }]))).toMatchObject({ broken: 1 });
  });

  it("lists what was decided once, whether an execution or an event tells it", () => {
    const decision = { policy_id: "tools", tool: "Bash", result: "block", count: 2, reason: "no shell" };
    const event = (policy_id: string) =>
      anEvent({
        ...{ type: "agent.policy.decision", timestamp: "2026-11-20T10:01:00Z", policy_id, tool_name: "Bash" },
        ...{ policy_result: "block", own_step: true, run_id: 100, run_attempt: 1 },
      });
    const forged = { policy_id: "agentops-guard", trust: "log" as const };
    const { decisions } = made([{ execution: { decisions: [decision] } }], {
      events: [event("tools"), event("agentops-guard"), { ...event("x"), ...forged }],
    });
    expect(decisions.rows.map(({ policy, n, source }) => [policy, n, source])).toEqual([
      ["agentops-guard", 1, "guard"],
      ["tools", 2, "telemetry"],
    ]);
    expect(decisions.tallies).toMatchObject([
      { policy: "tools", block: 2, allow: 0 },
      { policy: "agentops-guard", block: 1 },
    ]);
  });
});

it("says the same in whatever order runs arrive", () => {
  const any = fc.record({
    usd: fc.constantFrom(0.5, 1, 2),
    hours: fc.integer({ min: 0, max: 40 }),
    model: fc.constantFrom("claude-a", "gpt-5"),
    trust: fc.constantFrom("own" as const, "log" as const),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (some, keys) => {
      const told = some.map(
        ({ usd, hours, model, trust }, index): Told => ({
          run: { id: 100 + index, created_at: addSeconds("2026-11-18T00:00:00Z", hours * 3600) },
          execution: { model, trust, usage: [aUsage({ model, reported_cost_usd: usd })] },
        }),
      );
      const shuffled = told
        .map((one) => ({ one, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(made(shuffled)).toEqual(made(told));
    }),
    { numRuns: 40 },
  );
});

it("tells of enforced policies that were broken in the last day, and of a burst as critical", () => {
  const context = aContext({ config });
  const read = attemptReader(context);
  const told = (n: number) => {
    const fold = watchedPolicies(context);
    for (let index = 0; index < n; index += 1) {
      const run = aRunRecord({ id: 100 + index, workflow_file: ".github/workflows/claude.yml" });
      fold.add(read(run, { reading: null, executions: [anExecution({ ...costing(2), model: "gpt-5" })] }));
    }
    return fold.finish();
  };
  expect(told(0)).toEqual([]);
  expect(told(1)).toMatchObject([
    { rule: "policy-broken", severity: "warning", value: 1, subject: { id: "cheap" } },
  ]);
  expect(told(5)).toMatchObject([{ severity: "critical", value: 5, runs: [{ run_id: 104 }, {}, {}] }]);
});

it("makes a valid document of whatever names strangers choose", () => {
  const word = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "toString", "a\nb", "::error::x", "<b>", "firewall:deny"),
    fc.string({ minLength: 1, maxLength: 200 }),
  );
  const execution = fc.record({
    agent_id: word,
    model: word,
    tools: fc.array(fc.record({ name: word, server: fc.option(word) }).map(aToolCall), { maxLength: 3 }),
    decisions: fc.array(
      fc.record({
        ...{ policy_id: word, tool: fc.option(word), result: word.map((text) => text.slice(0, 50)) },
        ...{ count: fc.integer({ min: 1, max: 9 }), reason: fc.option(word) },
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(fc.array(execution, { maxLength: 4 }), (all) => {
      const told = all.map((each): Told => ({ execution: each, run: { display_title: each.model } }));
      const document = made(told, { over: { config: STRICT } });
      expect(PoliciesDocument.parse(document)).toEqual(document);
      expect(document.works).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});
