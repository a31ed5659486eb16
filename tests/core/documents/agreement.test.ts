import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attempt, attemptReader } from "#core/attempts/attempt.ts";
import { PERIODS, periodAt } from "#core/attempts/period.ts";
import { Config } from "#core/config.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { roleOf } from "#core/outcome.ts";
import type { Execution } from "#core/records/execution.ts";
import { sum } from "#core/statistics/distribution.ts";
import { addSeconds, DAY_SECONDS, epoch } from "#core/time.ts";
import { aJobRecord, anExecution, aReading, aRunRecord, aState, aUsage } from "../../builders.ts";
import { aContext, built, NOW } from "./contexts.ts";
import { aCall } from "./worked.ts";

const OWN = 99;
const context = aContext({
  config: Config.parse({ prices: { external: [{ host: "paid.example", per_call: 0.003 }] } }),
  state: aState({ own_workflow_id: OWN }),
});

const tokens = fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null });
const usage = fc
  .record({
    model: fc.constantFrom("claude-opus-4-7", "gpt-5.1-codex", "house-model", null),
    prompt: tokens,
    completion: tokens,
    cache_read: tokens,
    reported_cost_usd: fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: null }),
  })
  .map((over) => aUsage({ ...over, total: null }));
const call = fc
  .record({
    calls: fc.integer({ min: 1, max: 9 }),
    host: fc.constantFrom("paid.example", "free.example", null),
  })
  .map(({ calls, host }) =>
    aCall({ calls, external: host === null ? null : { host, status_code: 200, duration_ms: null } }),
  );
const execution = fc.record({
  usage: fc.array(usage, { maxLength: 3 }),
  tools: fc.array(call, { maxLength: 3 }),
  status: fc.constantFrom("success", "failure", "timeout", "cancelled", "in_progress"),
  agent_name: fc.constantFrom("planner", "steward"),
  isChild: fc.boolean(),
});
const attempt = fc.record({
  days: fc.double({ min: 0.01, max: 179, noNaN: true }),
  conclusion: fc.constantFrom("success", "failure", "timed_out", "cancelled", "skipped", "action_required"),
  workflow: fc.constantFrom(1, 2, OWN),
  file: fc.constantFrom(".github/workflows/claude.yml", ".github/workflows/ci.yml"),
  jobs: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 90 }),
  isRead: fc.boolean(),
  executions: fc.array(execution, { maxLength: 3 }),
});
type Reported = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const read = attemptReader(context);

function attemptOf(reported: Reported, index: number): Attempt {
  const id = index + 1;
  const run = aRunRecord({
    id,
    created_at: addSeconds(NOW, -Math.round(reported.days * DAY_SECONDS)),
    conclusion: reported.conclusion,
    workflow_id: reported.workflow,
    workflow_file: reported.file,
    workflow_name: null,
    duration_seconds: reported.minutes * 60,
    jobs: reported.jobs ? [aJobRecord({ duration_seconds: reported.minutes * 60 })] : null,
  });
  const executions = reported.executions.map(({ isChild, ...over }, n): Execution => {
    const parent_execution_id = isChild && n > 0 ? `${id}-0` : null;
    return anExecution({
      ...over,
      execution_id: `${id}-${n}`,
      run_id: id,
      parent_execution_id,
      started_at: null,
    });
  });
  const reading = reported.isRead && reported.conclusion === "failure" ? aReading({ run_id: id }) : null;
  return read(run, { reading, executions });
}

const histories = fc
  .array(attempt, { minLength: 1, maxLength: 30 })
  .map((all) => all.toSorted((a, b) => b.days - a.days).map(attemptOf));

function documentsOf(attempts: readonly Attempt[]) {
  return built(
    CATALOGUE.map(({ name }) => name),
    attempts,
    context,
  );
}

const amounts = (lines: readonly { amount_nano_usd: number | null }[]) =>
  sum(lines.map(({ amount_nano_usd }) => amount_nano_usd ?? 0));

describe("documents of the same attempts", () => {
  it("tell the same money to the nano-dollar: agents, costs, the ledger and the runs one by one", () => {
    fc.assert(
      fc.property(histories, (attempts) => {
        const { agents: work, costs, runs } = documentsOf(attempts);
        for (const name of PERIODS) {
          const { from, to } = periodAt(name, NOW);
          const within = attempts.filter(({ at }) => at >= from && at < to);
          const { spend, by, basis } = costs.periods[name];
          const ledger = costs.ledger.flatMap(({ lines }) => lines).filter(({ at }) => at >= from && at < to);
          const byRun = within.map(runCost);
          expect(amounts(ledger)).toBe(spend.total_nano_usd);
          expect(sum(byRun.map(({ total_nano_usd }) => total_nano_usd ?? 0))).toBe(spend.total_nano_usd);
          expect(sum(Object.values(basis))).toBe(spend.total_nano_usd);
          expect(sum(by.agent.map((row) => row.spend.total_nano_usd))).toBe(spend.total_nano_usd);
          const agents = work.periods[name];
          const ofAgents = amounts(ledger.filter(({ kind }) => kind !== "minutes"));
          expect(agents.all.cost.nano_usd ?? 0).toBe(ofAgents);
          expect(sum(agents.agents.map(({ current }) => current.cost.nano_usd ?? 0))).toBe(ofAgents);
          const each = (unit: string) => costs.periods[name].units.agents.find((row) => row.unit === unit);
          expect(each("success")?.each_nano_usd).toBe(agents.all.cost.per_success_nano_usd);
          expect(each("execution")?.each_nano_usd).toBe(agents.all.cost.per_execution_nano_usd);
          expect(each("success")?.coverage).toEqual(agents.all.cost.coverage);
        }
        const indexed = attempts.map(runCost).filter(({ complete }) => complete);
        const known = [...runs.cost].filter((value) => !Number.isNaN(value));
        expect(sum(known)).toBe(sum(indexed.map(({ total_nano_usd }) => total_nano_usd ?? 0)));
      }),
      { numRuns: 40 },
    );
  });

  it("count the same failures: Overview, Operations and the filter of Runs", () => {
    fc.assert(
      fc.property(histories, (attempts) => {
        const { overview, operations, runs } = documentsOf(attempts);
        const roles = runs.state.values.map(roleOf);
        const own = attempts.map((one) => one.own);
        for (const name of PERIODS) {
          const [from, to] = [epoch(periodAt(name, NOW).from), epoch(NOW)];
          const filtered = [...runs.started].filter(
            (at, row) =>
              at >= from && at < to && !own[row] && roles[runs.state.codes[row] ?? -1] === "failure",
          );
          expect(operations[name].failures.part).toBe(overview[name].current.outcomes.failure);
          expect(filtered).toHaveLength(operations[name].failures.part);
          expect(operations[name].failures.n).toBe(overview[name].current.success.n);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("judge the same pair alike: Overview, Agents and Tools", () => {
    const shares = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]) => ({ n, part: Math.round(n * share) }));
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const attempts = [...pair(before, 10, 0), ...pair(after, 2, before.n)];
        const { workflows, agents, tools, overview } = documentsOf(attempts);
        const verdicts = {
          overview: workflows["7d"].workflows.find(({ id }) => id === 1)?.changes?.success.verdict,
          agents: agents.periods["7d"].drift.find(({ measure }) => measure === "success")?.verdict,
          tools: tools["7d"].change?.verdict,
        };
        const [verdict] = Object.values(verdicts);
        if (before.n + after.n > 0) expect(new Set(Object.values(verdicts))).toEqual(new Set([verdict]));
        const dropped = overview["7d"].attention.filter(({ kind }) => kind === "success_drop");
        expect(dropped).toHaveLength(verdict === "worse" ? 1 : 0);
      }),
      { numRuns: 25 },
    );
  });

  it("call 78 of 100 after 90 of 100 worse, all of them", () => {
    const attempts = [...pair({ part: 90, n: 100 }, 10, 0), ...pair({ part: 78, n: 100 }, 2, 100)];
    const { workflows, agents, tools } = documentsOf(attempts);
    expect(workflows["7d"].workflows[0]?.changes?.success.verdict).toBe("worse");
    expect(agents.periods["7d"].agents[0]?.drift[0]?.verdict).toBe("worse");
    expect(tools["7d"].tools[0]?.drift?.success.verdict).toBe("worse");
  });
});

/** So many attempts of one workflow, each with one execution and one call, of which the first `part` succeed. */
function pair({ part, n }: { part: number; n: number }, days: number, offset: number): Attempt[] {
  return Array.from({ length: n }, (_, index) => {
    const id = offset + index + 1;
    const status = index < part ? "success" : "failure";
    const run = aRunRecord({
      id,
      workflow_id: 1,
      workflow_file: ".github/workflows/claude.yml",
      created_at: addSeconds(NOW, -days * DAY_SECONDS - index),
      conclusion: status,
      jobs: null,
    });
    const tools = [aCall({ status, error_type: null })];
    return read(run, {
      reading: null,
      executions: [anExecution({ execution_id: `x${id}`, run_id: id, status, tools, started_at: null })],
    });
  });
}
