import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Facts } from "#core/attempts/facts.ts";
import type { BudgetState } from "#core/budgets/budget-state.ts";
import { Config } from "#core/config.ts";
import type { BudgetsDocument } from "#core/documents/budgets/budgets.ts";
import { costsFold } from "#core/documents/costs/costs.ts";
import type { Run } from "#core/records/run.ts";
import { addDays, addSeconds } from "#core/time.ts";
import { anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../../../builders.ts";
import { built } from "../contexts.ts";

/** A Friday. */
const NOW = "2026-11-20T12:00:00Z";
const USD = 1_000_000_000;

type Told = { run: Run; facts: Facts };

type Around = Partial<Omit<Context, "config">> & { config?: object };

function contextWith(budgets: object[], { config = {}, ...rest }: Around = {}): Context {
  return {
    now: NOW,
    repository: aRepositoryRecord({ visibility: "public" }), // its minutes are free
    state: aState(),
    server: "https://github.com",
    ...rest,
    config: Config.parse({ budgets, ...config }),
  };
}

let made = 0;

/** An attempt that cost so many dollars of tokens; null: nobody knows. */
function spent(usd: number | null, at: string, over: Partial<Run> = {}): Told {
  made += 1;
  const run = aRunRecord({ id: made, created_at: at, workflow_id: 21, workflow_name: "Claude", ...over });
  const usage =
    usd === null
      ? [aUsage({ model: "house-model", reported_cost_usd: null })]
      : [aUsage({ model: "claude-opus-4-7", provider: "anthropic", reported_cost_usd: usd })];
  const execution = anExecution({
    execution_id: made.toString(16).padStart(16, "0"),
    run_id: made,
    agent_name: "claude",
    started_at: null,
    usage,
    tools: [],
  });
  return { run, facts: { reading: null, executions: [execution] } };
}

function budgetsOf(told: readonly Told[], context: Context): BudgetsDocument {
  const read = attemptReader(context);
  const attempts = told.map(({ run, facts }) => read(run, facts));
  return built(["budgets"], attempts, context).budgets;
}

function only(
  told: readonly Told[],
  budget: object,
  over: Parameters<typeof contextWith>[1] = {},
): BudgetState {
  const [state] = budgetsOf(told, contextWith([{ id: "one", threshold_usd: 10, ...budget }], over)).budgets;
  if (state === undefined) throw new Error("no budget");
  return state;
}

describe("what a budget counts", () => {
  it("is lowered by credits that are dated in its period and for whom it is, and forecast without them", () => {
    const told = [spent(9, "2026-11-05T10:00:00Z"), spent(2, "2026-11-18T10:00:00Z")];
    const adjustments = [
      { id: "old", date: "2026-10-31", kind: "credit", amount_usd: -100 },
      { id: "later", date: "2026-11-21", kind: "credit", amount_usd: -100 },
      { id: "all", date: "2026-11-10", kind: "credit", amount_usd: -3 },
      { id: "claude", date: "2026-11-20", kind: "adjustment", amount_usd: 0.5, scope: "agent:claude" },
      { id: "codex", date: "2026-11-20", kind: "discount", amount_usd: -7, scope: "agent:codex" },
    ];
    const over = { config: { chargeback: { adjustments } } };
    expect(only(told, {}, over)).toMatchObject({
      known_nano_usd: 11 * USD,
      adjusted_nano_usd: -9.5 * USD,
      percentage: 15,
      variance_nano_usd: expect.any(Number),
    });
    expect(only(told, { scope: "agent:cl*" }, over)).toMatchObject({
      adjusted_nano_usd: 0.5 * USD,
      state: "exceeded",
    });
    // Nine dollars were reached before the credit, and twelve never.
    const marks = only(told, { alert_at_percentage: [90, 120] }, over).thresholds;
    expect(marks.map(({ reached_at }) => reached_at)).toEqual(["2026-11-05T10:00:00Z", null]);
    expect(only(told, { scope: "org:else*" }, over).adjusted_nano_usd).toBe(0);
    expect(only(told, { scope: "user:mona" }, over).adjusted_nano_usd).toBe(0);
  });

  it("is what started in its period, in the zone where people live", () => {
    const told = [
      spent(1, "2026-10-31T22:59:59Z"),
      spent(2, "2026-10-31T23:00:00Z"),
      spent(4, "2026-11-20T12:00:00Z"),
    ];
    expect(only(told, {}).known_nano_usd).toBe(4 * USD);
    expect(only(told, {}, { config: { timezone: "Europe/Berlin" } }).known_nano_usd).toBe(6 * USD);
    expect(only(told, { period_days: 30 }).known_nano_usd).toBe(7 * USD);
  });

  it.each([
    ["global", 6],
    ["org:octo-org", 6],
    ["repository:*/other", 0],
    ["workflow:claude*", 2],
    ["workflow:ci.yml", 4],
    ["user:MONA", 2],
    ["agent:claude", 6],
    ["team:core", 2],
    ["provider:anthropic", 6],
    ["model:*opus*", 6],
    ["model:gpt*", 0],
  ])("of the scope %s", (scope, usd) => {
    const claude = spent(2, "2026-11-10T12:00:00Z", { workflow_file: ".github/workflows/claude.yml" });
    const ci = { workflow_id: 22, workflow_name: "Build", actor: "hubot", triggering_actor: "hubot" };
    const told = [claude, spent(4, "2026-11-11T12:00:00Z", ci)];
    const config = { teams: { core: { users: ["mona"] } } };
    expect(only(told, { scope }, { config }).known_nano_usd).toBe(usd * USD);
  });

  it("holds the unknown at what such lines usually cost, and says how many", () => {
    const known = [1, 2, 3, 4, 5].map((usd) => spent(usd, `2026-11-0${usd}T12:00:00Z`));
    const told = [...known, spent(null, "2026-11-10T12:00:00Z")];
    expect(only(told, { threshold_usd: 20 })).toMatchObject({
      known_nano_usd: 15 * USD,
      estimated_nano_usd: 3 * USD,
      estimated_n: 1,
      unknown_n: 0,
      percentage: 90,
    });
  });

  it("never makes 0 of the unknown: what cannot be estimated is counted by itself", () => {
    const told = [spent(1, "2026-11-10T12:00:00Z"), spent(null, "2026-11-10T13:00:00Z")];
    expect(only(told, {})).toMatchObject({ known_nano_usd: USD, estimated_nano_usd: 0, unknown_n: 1 });
  });

  it("reserves for what is in flight what its workflow may cost", () => {
    const going = spent(null, "2026-11-20T11:59:00Z", {
      status: "in_progress",
      conclusion: null,
      jobs: null,
    });
    const known = Array.from({ length: 10 }, (_, day) =>
      spent(day + 1, addSeconds("2026-10-01T00:00:00Z", day * 86_400)),
    );
    expect(only([going], {})).toMatchObject({
      reserved_nano_usd: USD,
      reserved_n: 1,
      estimated_n: 0,
      unknown_n: 0,
    });
    expect(only([going], { "assume-usd": 0.25 }).reserved_nano_usd).toBe(0.25 * USD);
    expect(only([...known.slice(0, 3), going], {}).reserved_nano_usd).toBe(3 * USD);
    expect(only([...known, going], {}).reserved_nano_usd).toBe(9 * USD);
    expect(only([...known, going], { scope: "user:nobody" }).reserved_nano_usd).toBe(0);
  });
});

describe("what a budget says", () => {
  const day = (usd: number, n: number) => spent(usd, addSeconds("2026-11-01T10:00:00Z", n * 86_400));

  it("is when each threshold was reached", () => {
    const told = [day(4, 0), day(2, 1), day(3, 2), day(1, 3)];
    expect(only(told, {}).thresholds).toEqual([
      { at: 50, reached_at: "2026-11-02T10:00:00Z" },
      { at: 80, reached_at: "2026-11-03T10:00:00Z" },
      { at: 100, reached_at: "2026-11-04T10:00:00Z" },
    ]);
  });

  it("does not depend on the order in which runs come in", () => {
    const told = [day(4, 0), day(2, 1), day(3, 2), day(1, 3), day(0.5, 9)];
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (shuffled) => {
        expect(only(shuffled, {})).toEqual(only(told, {}));
      }),
    );
  });

  it.each([
    [{}, 4, "on track"],
    [{}, 5, "warning"],
    [{}, 10, "exceeded"],
    [{ alert_type: "hard_stop" }, 10, "stopped"],
    [{ alert_type: "hard_stop", is_active: false }, 10, "inactive"],
    [{ threshold_usd: 0 }, 0.01, "exceeded"],
  ])("with %j and $%s is %s", (budget, usd, state) => {
    expect(only([day(usd, 0)], budget).state).toBe(state);
  });

  it("of nothing at all stops at once where it is a hard stop, and warns of nothing where it is not", () => {
    expect(only([], { threshold_usd: 0, alert_type: "hard_stop" }).state).toBe("stopped");
    expect(only([], { threshold_usd: 0 })).toMatchObject({ state: "on track", percentage: null });
  });

  it("names the day on which it will be spent, of its own period", () => {
    const told = Array.from({ length: 40 }, (_, n) =>
      spent(1, addSeconds("2026-10-12T10:00:00Z", n * 86_400)),
    );
    const state = aState({ covered: { from: "2026-10-11T00:00:00Z", to: NOW } });
    const month = only(told, { threshold_usd: 25 }, { state });
    expect(month.exhaustion?.median).toBe("2026-11-25");
    expect(month.exhaustion?.chance).toBe(1);
    // A budget of a day is not a twentieth of one of a month.
    expect(only(told, { threshold_usd: 25, period: "day" }, { state }).exhaustion).toMatchObject({
      median: null,
      chance: 0,
    });
    expect(only(told, { threshold_usd: 8, period_days: 7 }, { state }).exhaustion).toMatchObject({
      median: null,
    });
  });

  it("says why it foresees nothing where too little is known", () => {
    const state = aState({ covered: { from: "2026-11-17T00:00:00Z", to: NOW } });
    expect(only([day(1, 18)], {}, { state })).toMatchObject({
      exhaustion: null,
      refused: { known: 2, needed: 7 },
    });
  });

  it("compares with what was due by now", () => {
    expect(only([], { threshold_usd: 30 }).variance_nano_usd).toBe(-19.5 * USD);
  });

  it("tells what is left for each day", () => {
    const { burn } = only([day(4, 15)], { threshold_usd: 25 });
    expect(burn).toEqual({ last_7_days_nano_usd: Math.round((4 * USD) / 7), left_per_day_nano_usd: 2 * USD });
  });
});

describe("a budget of everything, by the month in UTC", () => {
  it("is what the Costs page says of that month, to the nano-dollar", () => {
    const attempts = fc.array(
      fc.record({
        usd: fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: null }),
        day: fc.integer({ min: -60, max: 0 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(attempts, (drawn) => {
        const context = contextWith([{ id: "all", threshold_usd: 1 }]);
        const told = drawn.map(({ usd, day: back }) =>
          spent(usd, `${addDays("2026-11-20", back)}T10:00:00Z`),
        );
        const read = attemptReader(context);
        const costs = costsFold(context);
        for (const { run, facts } of told) costs.add(read(run, facts));
        const month = costs.finish().calendar.months.find(({ start }) => start === "2026-11");
        const [budget] = budgetsOf(told, context).budgets;
        expect(budget?.known_nano_usd).toBe(month?.spend.total_nano_usd ?? 0);
        expect((budget?.estimated_n ?? 0) + (budget?.unknown_n ?? 0)).toBe(month?.spend.unknown ?? 0);
      }),
    );
  });
});

describe("the configuration of budgets", () => {
  it.each([
    [{ scope: "squad:core" }, "expected `global`, `org`"],
    [{ period: "month", period_days: 7 }, "has `period` and `period_days`"],
    [{ id: "Team Core" }, "expected lower-case letters"],
  ])("refuses %j", (over, message) => {
    const parsed = Config.safeParse({ budgets: [{ id: "one", threshold_usd: 1, ...over }] });
    expect(JSON.stringify(parsed.error?.issues)).toContain(message);
  });

  it("refuses two budgets of one id", () => {
    const parsed = Config.safeParse({
      budgets: [
        { id: "a", threshold_usd: 1 },
        { id: "a", threshold_usd: 2 },
      ],
    });
    expect(JSON.stringify(parsed.error?.issues)).toContain("is another budget's id, too");
  });

  it("refuses a zone that nobody lives in", () => {
    expect(Config.safeParse({ timezone: "Berlin" }).error?.issues[0]?.message).toContain("IANA");
  });
});
