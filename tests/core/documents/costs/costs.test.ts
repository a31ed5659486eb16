import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Facts } from "#core/attempts/facts.ts";
import type { LedgerLine } from "#core/attempts/ledger.ts";
import { PERIODS } from "#core/attempts/period.ts";
import { DIMENSIONS } from "#core/documents/costs/breakdown.ts";
import { type CostDocuments, CostsDocument, costsFold } from "#core/documents/costs/costs.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { WASTE } from "#core/documents/costs/waste.ts";
import { TOKEN_CLASSES } from "#core/pricing/tokens.ts";
import type { Run } from "#core/records/run.ts";
import { aJobRecord, anExecution, aRunRecord, aToolCall } from "../../../builders.ts";
import { AGENT, type Attempt, contextWith, facts, history, priced, USD } from "./histories.ts";

const costOf = (run: Run, told: Facts, context: Context) => runCost(readAttempt(run, told, context));

function costsOf(attempts: readonly Attempt[], context = contextWith()): CostDocuments {
  const fold = costsFold(context);
  for (const { run, executions } of attempts) fold.add(readAttempt(run, facts(executions), context));
  return fold.finish();
}

/** 110 s: two minutes at $0.006. */
const MINUTES = 0.012 * USD;

describe("what one run cost", () => {
  it("is one number that adds tokens, minutes and paid services", () => {
    const external = { host: "api.tavily.com", status_code: 200, duration_ms: null };
    const tools = [aToolCall({ name: "search", operation: "tool_execution", calls: 3, external })];
    const context = contextWith({ prices: { external: [{ host: "*.tavily.com", per_call: 0.008 }] } });
    const cost = costOf(aRunRecord(AGENT), facts([anExecution({ usage: [priced], tools })]), context);
    expect(cost).toMatchObject({
      total_nano_usd: 0.081 * USD,
      complete: true,
      tokens_nano_usd: 0.045 * USD,
      minutes_nano_usd: MINUTES,
      calls_nano_usd: 0.024 * USD,
      minutes: 2,
      tokens: 11_000,
      source: "priced",
    });
  });

  it("tells what is not known: an agent without telemetry, jobs not fetched, a model without a price", () => {
    const silent = costOf(aRunRecord(AGENT), facts([]), contextWith());
    expect(silent).toMatchObject({
      total_nano_usd: MINUTES,
      complete: false,
      tokens_nano_usd: null,
      source: "unknown",
      coverage: { tokens: { known: 0, total: 1 }, minutes: { known: 1, total: 1 } },
    });
    const nothing = costOf(aRunRecord({ jobs: null, detail: "pending" }), facts([]), contextWith());
    expect(nothing).toMatchObject({
      total_nano_usd: null,
      minutes_nano_usd: null,
      minutes: null,
      source: null,
    });
    const strange = anExecution({ usage: [priced, { ...priced, model: "house-model" }] });
    expect(costOf(aRunRecord(AGENT), facts([strange]), contextWith())).toMatchObject({
      tokens_nano_usd: 0.045 * USD,
      tokens: 22_000,
      source: "unknown",
      complete: false,
    });
  });

  it("is nothing where nothing ran, and no agent is missed in a skipped run", () => {
    const skipped = aRunRecord({
      ...AGENT,
      conclusion: "skipped",
      jobs: [aJobRecord({ conclusion: "skipped", duration_seconds: null, runner_name: null, steps: [] })],
    });
    expect(costOf(skipped, facts([]), contextWith())).toMatchObject({
      total_nano_usd: 0,
      complete: true,
      minutes: 0,
      source: null,
    });
  });

  it("is worth its list price in a public repository, where its minutes are free", () => {
    expect(costOf(aRunRecord(), facts([]), contextWith({}, "public"))).toMatchObject({
      total_nano_usd: 0,
      worth_minutes_nano_usd: MINUTES,
    });
    // Nothing paid for the minutes says nothing about the tokens.
    const silent = costOf(aRunRecord(AGENT), facts([]), contextWith({}, "public"));
    expect(silent).toMatchObject({ total_nano_usd: null, minutes_nano_usd: 0, complete: false });
  });
});

describe("the Costs documents", () => {
  const sum = (lines: readonly LedgerLine[]) =>
    lines.reduce((total, { amount_nano_usd }) => total + (amount_nano_usd ?? 0), 0);
  const total = (rows: readonly { spend: { total_nano_usd: number } }[]) =>
    rows.reduce((all, { spend }) => all + spend.total_nano_usd, 0);

  it("tie with the ledger to the nano-dollar, however they are sliced", () => {
    fc.assert(
      fc.property(history, (attempts) => {
        const { periods, calendar, ledger } = costsOf(attempts);
        const lines = ledger.flatMap((month) => month.lines);
        for (const { classes, amount_nano_usd } of lines.filter(({ kind }) => kind === "tokens"))
          if (classes.length > 0)
            expect(
              classes.reduce<number | null>(
                (all, share) => (share.amount_nano_usd === null ? null : (all ?? 0) + share.amount_nano_usd),
                0,
              ),
            ).toBe(amount_nano_usd);
        for (const unit of ["days", "weeks", "months"] as const)
          expect(total(calendar[unit])).toBe(sum(lines));
        for (const { month, lines: ofMonth } of ledger)
          expect(calendar.months.find(({ start }) => start === month)?.spend.total_nano_usd).toBe(
            sum(ofMonth),
          );
        for (const name of PERIODS) {
          const document = periods[name];
          expect(() => CostsDocument.parse(document)).not.toThrow();
          const { from, to } = document.period;
          const within = lines.filter(({ at }) => at >= from && at < to);
          expect(document.spend.total_nano_usd).toBe(sum(within));
          expect(document.spend.lines).toBe(within.length);
          expect(total(document.trend)).toBe(sum(within));
          expect(Object.values(document.basis).reduce((all, part) => all + part, 0)).toBe(sum(within));
          const tokens = document.spend.tokens_nano_usd;
          for (const by of DIMENSIONS)
            expect(total(document.by[by])).toBe(by === "model" || by === "provider" ? tokens : sum(within));
          expect(document.tokens.classes.reduce((all, { nano_usd }) => all + nano_usd, 0)).toBe(tokens);
          expect(document.waste.all.attempts).toBe(
            WASTE.reduce((n, kind) => n + document.waste[kind].attempts, 0),
          );
          expect(total(WASTE.map((kind) => document.waste[kind]))).toBe(
            document.waste.all.spend.total_nano_usd,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("add up what the runs cost one by one", () => {
    fc.assert(
      fc.property(history, (attempts) => {
        const context = contextWith();
        const { ledger } = costsOf(attempts, context);
        const each = attempts.map(({ run, executions }) => costOf(run, facts(executions), context));
        const all = each.reduce((sum, { total_nano_usd }) => sum + (total_nano_usd ?? 0), 0);
        expect(sum(ledger.flatMap(({ lines }) => lines))).toBe(all);
      }),
      { numRuns: 30 },
    );
  });

  it("split a history by what it was spent on, and say what is not known", () => {
    const { periods } = costsOf([
      {
        run: aRunRecord({ ...AGENT, id: 1, conclusion: "failure" }),
        executions: [anExecution({ usage: [priced] })],
      },
      {
        run: aRunRecord({ ...AGENT, id: 2, run_attempt: 2, jobs: [] }),
        executions: [anExecution({ usage: [{ ...priced, model: "house-model", cache_read: 5000 }] })],
      },
      { run: aRunRecord({ ...AGENT, id: 3, jobs: [aJobRecord({ labels: ["depot-2"] })] }), executions: [] },
      { run: aRunRecord({ id: 4, pull_requests: [{ number: 7, source: "run" }] }), executions: [] },
    ]);
    const { coverage, minutes_coverage, by, tokens, units, waste, basis } = periods["7d"];
    expect(coverage).toEqual({ value: 1 / 3, part: 1, n: 3, enough: false });
    expect(minutes_coverage).toEqual({ value: 3 / 4, part: 3, n: 4, enough: false });
    expect(by.workflow.map(({ name, attempts }) => [name, attempts])).toEqual([
      ["Claude", 3],
      ["CI", 1],
    ]);
    expect(by.agent.map(({ name }) => name)).toEqual(["Claude", null]);
    expect(by.model.map(({ name, spend }) => [name, spend.unknown])).toEqual([
      ["claude-sonnet-4-5", 0],
      [null, 1],
      ["house-model", 1],
    ]);
    expect(tokens.unpriced).toEqual([
      {
        model: "house-model",
        provider: "anthropic",
        tier: null,
        why: "no price is known",
        tokens: 11_000,
        executions: 1,
      },
    ]);
    expect(tokens.cache_hits).toEqual({ value: 0.25, part: 5000, n: 20_000, enough: true });
    expect(tokens.classes.map(({ name }) => name)).toEqual([...TOKEN_CLASSES]);
    expect(basis).toMatchObject({ priced: 0.045 * USD, list: 2 * MINUTES });
    expect(waste.failed).toMatchObject({ attempts: 1, spend: { total_nano_usd: 0.045 * USD + MINUTES } });
    expect(waste.rerun.attempts).toBe(1);
    expect(units.all.map(({ unit, n, each_nano_usd }) => [unit, n, each_nano_usd])).toEqual([
      ["run", 2, 0.0225 * USD + MINUTES],
      ["successful run", 1, 0.045 * USD + 2 * MINUTES],
      ["pull request", 1, MINUTES],
    ]);
    expect(units.all[0]?.coverage).toMatchObject({ part: 2, n: 4 });
    expect(units.agents.map(({ unit, n, each_nano_usd }) => [unit, n, each_nano_usd])).toEqual([
      ["execution", 1, 0.045 * USD],
      ["success", 1, 0.045 * USD],
      ["action", 0, null],
      ["pull request", 0, null],
    ]);
    expect(units.agents[0]?.coverage).toMatchObject({ part: 1, n: 3 });
  });

  it("count for cache hits only prompts whose share of the cache is told", () => {
    const { periods } = costsOf([
      {
        run: aRunRecord({ ...AGENT, id: 1 }),
        executions: [
          anExecution({ usage: [{ ...priced, cache_read: 5000 }] }),
          anExecution({ execution_id: "another", usage: [{ ...priced, cache_read: null }] }),
        ],
      },
    ]);
    expect(periods["7d"].tokens.cache_hits).toEqual({ value: 0.5, part: 5000, n: 10_000, enough: true });
  });

  it("call a cancelled run superseded when a newer one of its branch came while it ran", () => {
    const cancelled = { conclusion: "cancelled", updated_at: "2026-11-20T10:05:00Z" };
    const { periods } = costsOf([
      { run: aRunRecord({ ...cancelled, id: 1 }), executions: [] },
      { run: aRunRecord({ id: 2, created_at: "2026-11-20T10:04:00Z" }), executions: [] },
      { run: aRunRecord({ ...cancelled, id: 3, head_branch: "other" }), executions: [] },
    ]);
    const { superseded, cancelled: by_hand } = periods["7d"].waste;
    expect([superseded.attempts, by_hand.attempts]).toEqual([1, 1]);
  });

  it("count an agent's run that found nothing to do as waste, and its actions as what it was paid for", () => {
    const did = (type: string) => anExecution({ usage: [priced], actions: [{ type, count: 2 }] });
    const { periods } = costsOf([
      { run: aRunRecord({ ...AGENT, id: 1, jobs: [] }), executions: [did("noop")] },
      { run: aRunRecord({ ...AGENT, id: 2, jobs: [] }), executions: [did("create_pull_request")] },
    ]);
    expect(periods["7d"].waste.no_op.attempts).toBe(1);
    expect(periods["7d"].units.agents.find(({ unit }) => unit === "action")).toEqual({
      unit: "action",
      n: 2,
      nano_usd: 0.09 * USD,
      each_nano_usd: 0.045 * USD,
      coverage: { value: 1, part: 2, n: 2, enough: false },
    });
  });
});
