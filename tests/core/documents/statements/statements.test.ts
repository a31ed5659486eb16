import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attempt, readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Spend } from "#core/documents/costs/spend.ts";
import { issuedStatement } from "#core/documents/statements/issued.ts";
import { Statement } from "#core/documents/statements/statement.ts";
import { statementsFold } from "#core/documents/statements/statements.ts";
import { inCents } from "#core/pricing/cents.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { IssuedStatement } from "#core/records/statement.ts";
import { STATEMENT_FILE, statementFileRows } from "#core/render/columns/statements.ts";
import { csv } from "#core/render/csv.ts";
import { anExecution, aRunRecord } from "../../../builders.ts";
import { built } from "../contexts.ts";
import { AGENT, contextWith, facts, history, NOW, priced, USD } from "../costs/histories.ts";

const CONFIG = {
  teams: { core: { users: ["mona"] }, bots: { agents: ["Claude"] } },
  chargeback: {
    tags: [
      { scope: "team:core", tags: { "cost-center": "4711", product: "support" } },
      { scope: "global", tags: { "cost-center": "4700" } },
    ],
    adjustments: [
      { id: "startup", date: "2026-11-15", kind: "credit", amount_usd: -1.25, scope: "team:core" },
      { id: "fix", date: "2026-10-31", kind: "adjustment", amount_usd: 0.5 },
    ],
  },
};

const read = (attempts: readonly Parameters<typeof one>[0][], context: Context) =>
  attempts.map((attempt) => one(attempt, context));
function one(
  { run, executions }: { run: Parameters<typeof readAttempt>[0]; executions: Parameters<typeof facts>[0] },
  context: Context,
): Attempt {
  return readAttempt(run, facts(executions), context);
}

function statementsOf(
  attempts: readonly Attempt[],
  context: Context,
  issued: IssuedStatement[] = [],
): Statement[] {
  const fold = statementsFold(context, issued);
  for (const attempt of attempts) fold.add(attempt);
  return fold.finish().statements;
}

const total = (rows: readonly { spend: Spend }[]) =>
  rows.reduce((sum, { spend }) => sum + spend.total_nano_usd, 0);
const unknown = (rows: readonly { spend: Spend }[]) =>
  rows.reduce((sum, { spend }) => sum + spend.unknown, 0);

describe("a statement", () => {
  it("is the ledger and the Costs page of its month, to the nano-dollar", () => {
    fc.assert(
      fc.property(history, (reported) => {
        const context = contextWith(CONFIG);
        const { costs, statements } = built(["costs", "statements"], read(reported, context), context);
        for (const statement of statements.statements) {
          expect(() => Statement.parse(statement)).not.toThrow();
          const { month, spend, by, tags, attempts } = statement;
          const lines = costs.ledger.find((one) => one.month === month)?.lines ?? [];
          const calendar = costs.calendar.months.find(({ start }) => start === month);
          const sum = lines.reduce((all, { amount_nano_usd }) => all + (amount_nano_usd ?? 0), 0);
          expect(spend.total_nano_usd).toBe(sum);
          expect(spend).toEqual(calendar?.spend ?? spend);
          expect(attempts).toBe(calendar?.attempts ?? 0);
          expect(spend.unknown).toBe(lines.filter((line) => line.amount_nano_usd === null).length);
          for (const rows of [
            by.team,
            by.repository,
            by.agent,
            by.user,
            by.workflow,
            ...tags.map((tag) => tag.shares),
          ]) {
            expect(total(rows)).toBe(sum);
            expect(unknown(rows)).toBe(spend.unknown);
          }
          for (const rows of [by.model, by.provider]) expect(total(rows)).toBe(spend.tokens_nano_usd);
          const labelled = (value: string) =>
            lines
              .filter((line) => line.tags["cost-center"] === value)
              .reduce((all, { amount_nano_usd }) => all + (amount_nano_usd ?? 0), 0);
          for (const { name, spend: of } of tags[0]?.shares ?? [])
            expect(of.total_nano_usd).toBe(labelled(name ?? ""));
          expect(statement.due_nano_usd).toBe(sum + statement.adjustments_nano_usd);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("loses and doubles nothing, wherever months begin", () => {
    const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"];
    fc.assert(
      fc.property(history, fc.constantFrom(...zones), (reported, timezone) => {
        const context = contextWith({ timezone });
        const attempts = read(reported, context);
        const all = statementsOf(attempts, context);
        expect(total(all)).toBe(
          attempts
            .flatMap(({ lines }) => lines)
            .reduce((sum, { amount_nano_usd }) => sum + (amount_nano_usd ?? 0), 0),
        );
        for (const { start, end, attempts: n } of all)
          expect(n).toBe(attempts.filter(({ at }) => at >= start && at < end).length);
      }),
      { numRuns: 40 },
    );
  });

  it("says the same as CSV as it does as JSON", () => {
    fc.assert(
      fc.property(history, (reported) => {
        const context = contextWith(CONFIG);
        for (const statement of statementsOf(read(reported, context), context)) {
          const rows = csv(STATEMENT_FILE, statementFileRows(statement))
            .trimEnd()
            .split("\r\n")
            .slice(1)
            .map((line) => line.split(","));
          const amounts = (by: string) => rows.filter(([kind]) => kind === by).map((cells) => cells[3]);
          expect(amounts("spend")).toEqual([decimalUsd(statement.spend.total_nano_usd)]);
          expect(amounts("due")).toEqual([decimalUsd(statement.due_nano_usd)]);
          for (const by of ["team", "agent", "workflow", "model"] as const)
            expect(amounts(by)).toEqual(
              statement.by[by].map(({ spend }) => decimalUsd(spend.total_nano_usd)),
            );
          expect(amounts("tag cost-center")).toEqual(
            statement.tags[0]?.shares.map(({ spend }) => decimalUsd(spend.total_nano_usd)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it("shows cents that add up to the cents of their sum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e11, max: 1e12 }), { maxLength: 40 }), (amounts) => {
        const cents = inCents(amounts);
        const sum = amounts.reduce((all, each) => all + each, 0);
        expect(cents.reduce((all, each) => all + each, 0)).toBe(Math.round(sum / 1e7));
        for (const [index, each] of cents.entries())
          expect(Math.abs(each * 1e7 - (amounts[index] ?? 0))).toBeLessThan(1e7 + 1);
      }),
    );
  });

  it("counts what is dated in the month, and lets none of it into what was spent", () => {
    const context = contextWith(CONFIG);
    const attempt = one(
      { run: aRunRecord({ ...AGENT, jobs: [] }), executions: [anExecution({ usage: [priced] })] },
      context,
    );
    const [november, october] = statementsOf([attempt], context);
    expect(november).toMatchObject({
      month: "2026-11",
      state: "running",
      spend: { total_nano_usd: 0.045 * USD },
      adjustments: [{ id: "startup", date: "2026-11-15", amount_nano_usd: -1.25 * USD }],
      due_nano_usd: -1.205 * USD,
    });
    expect(october).toMatchObject({ month: "2026-10", state: "ended", due_nano_usd: 0.5 * USD, attempts: 0 });
  });
});

describe("an issued statement", () => {
  const before = contextWith({ prices: { models: [{ model: "house-*", input: 1, output: 1 }] } });
  const after = contextWith({ prices: { models: [{ model: "house-*", input: 2, output: 1 }] } });
  const reported = {
    run: aRunRecord({ ...AGENT, jobs: [] }),
    executions: [anExecution({ usage: [{ ...priced, model: "house-model" }] })],
  };

  it("stays as it was, and a price that is corrected later is a line beside it", () => {
    const [made] = statementsOf([one(reported, before)], before);
    if (made === undefined) throw new Error("no statement");
    const stored = IssuedStatement.parse(issuedStatement(made, NOW));
    expect(stored.tokens_nano_usd).toBe(0.011 * USD);
    const [same] = statementsOf([one(reported, before)], before, [stored]);
    expect(same?.issued).toMatchObject({ difference_nano_usd: 0, changes: [] });
    const [later] = statementsOf([one(reported, after)], after, [stored]);
    expect(later).toMatchObject({ state: "issued", spend: { total_nano_usd: 0.021 * USD } });
    expect(later?.issued).toMatchObject({
      total_nano_usd: 0.011 * USD,
      difference_nano_usd: 0.01 * USD,
      changes: [
        { by: "team", name: null, difference_nano_usd: 0.01 * USD },
        { by: "repository", name: "octo-org/agent-fleet", difference_nano_usd: 0.01 * USD },
        { by: "agent", name: "Claude", issued_nano_usd: 0.011 * USD, now_nano_usd: 0.021 * USD },
      ],
    });
  });
});
