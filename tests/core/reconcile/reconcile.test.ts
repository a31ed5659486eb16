import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { ReconcileConfig } from "#core/config/reconcile.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { readBill } from "#core/reconcile/bill.ts";
import { type Books, booksFold } from "#core/reconcile/booked.ts";
import { reconcile } from "#core/reconcile/reconcile.ts";
import { reconcileText } from "#core/render/reconcile-text.ts";
import { aJobRecord, anExecution, aRunRecord } from "../../builders.ts";
import { AGENT, type Attempt, contextWith, facts, history, priced } from "../documents/costs/histories.ts";

const REPOSITORY = "octo-org/agent-fleet";
const NOW = "2026-12-01T12:00:00Z";
const CONFIG = ReconcileConfig.parse({});

function booksOf(attempts: readonly (Attempt & { foreign?: Attempt["executions"] })[]): Books {
  const context = contextWith({}, "public");
  const fold = booksFold();
  for (const { run, executions, foreign = [] } of attempts)
    fold.add(readAttempt(run, { ...facts(executions), foreign }, context));
  return fold.finish();
}

const compare = (text: string, books: Books, config = CONFIG) =>
  reconcile(readBill(text, config), books, { repository: REPOSITORY, now: NOW });

/** GitHub's summarised usage report. */
const ACTIONS =
  "date,product,sku,quantity,unit_type,applied_cost_per_quantity,gross_amount,discount_amount,net_amount,organization,repository,cost_center_name";
const minutes = (day: string, sku: string, quantity: number, gross: string, repository = "agent-fleet") =>
  `${day},actions,${sku},${quantity},Minutes,0.006,${gross},${gross},0,octo-org,${repository},`;
const AI =
  "date,product,sku,model,quantity,unit_type,applied_cost_per_quantity,gross_amount,discount_amount,net_amount,username,organization,repository,cost_center_name,input,output";
const bill = (...lines: string[]) => `\uFEFF${lines.join("\r\n")}\r\n`;

/** 110 s a job: two minutes. */
const ran = (id: number, day: string, jobs = 1) => ({
  run: aRunRecord({
    id,
    created_at: `${day}T10:00:00Z`,
    jobs: Array.from({ length: jobs }, (_, job) =>
      aJobRecord({ id: id * 10 + job, started_at: `${day}T10:00:05Z`, duration_seconds: 110 }),
    ),
  }),
  executions: [],
});
const worked = (id: number, day: string, usage: object = {}) => ({
  run: aRunRecord({ ...AGENT, id, created_at: `${day}T10:00:00Z`, jobs: [] }),
  executions: [anExecution({ run_id: id, usage: [{ ...priced, ...usage }] })],
});

describe("a bill that says what the ledger says", () => {
  it("matches, line by line, of whatever was run", () => {
    fc.assert(
      fc.property(history, (attempts) => {
        const books = booksOf(attempts);
        const known = books.rows.filter(({ unknown }) => unknown === 0);
        const lines = known
          .filter(({ kind, item }) => kind === "minutes" && item?.startsWith("actions_"))
          .map((row) => minutes(row.day, row.item ?? "", row.quantity, decimalUsd(row.worth_nano_usd)));
        const { rows } = compare(bill(ACTIONS, ...lines), books);
        const days = new Set(lines.map((line) => line.slice(0, 10)));
        for (const row of rows)
          if (row.bill !== null && (row.ledger?.unknown ?? 0) === 0) expect(row.outcome).toBe("match");
        expect(rows.filter((row) => row.bill !== null)).toHaveLength(lines.length);
        for (const { day } of rows) expect(day >= ([...days].sort()[0] ?? "")).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("adds up rows that are there twice, and knows models by any of their names", () => {
    const books = booksOf([worked(1, "2026-11-20"), worked(2, "2026-11-20")]);
    const { rows } = compare(
      "Date,Model,Cost (USD)\n2026-11-20,anthropic/claude-sonnet-4.5-20250929,0.045\n2026-11-20,Claude Sonnet 4.5,$0.045\n",
      books,
    );
    expect(rows).toMatchObject([{ outcome: "match", bill: { lines: 2 }, ledger: { lines: 2 } }]);
  });

  it("reads columns as the configuration calls them", () => {
    const config = ReconcileConfig.parse({ columns: { date: "Tag", model: "Modell", amount: "Betrag" } });
    const { read, unread, rows } = compare(
      "Tag,Modell,Betrag,Konto\n2026-11-20,claude-sonnet-4-5,4.5E-2,7\n",
      booksOf([worked(1, "2026-11-20")]),
      config,
    );
    expect(read.map(([field]) => field)).toEqual(["date", "model", "amount"]);
    expect(unread).toEqual(["Konto"]);
    expect(rows[0]?.outcome).toBe("match");
  });
});

describe("a difference", () => {
  const causes = (text: string, books: Books) =>
    compare(text, books)
      .rows.filter(({ outcome }) => outcome !== "match")
      .map(({ outcome, causes: [first] }) => [outcome, first?.split(":")[0]]);

  it("may be minutes rounded otherwise, another price, another day or a report that is not final", () => {
    const books = booksOf([ran(1, "2026-11-20", 6)]);
    expect(causes(bill(ACTIONS, minutes("2026-11-20", "actions_linux", 8, "0.048")), books)).toEqual([
      ["differs", "rounding"],
    ]);
    expect(causes(bill(ACTIONS, minutes("2026-11-20", "actions_linux", 12, "0.096")), books)).toEqual([
      ["differs", "another price"],
    ]);
    const shifted = booksOf([ran(1, "2026-11-20", 6), ran(2, "2026-11-21", 2)]);
    expect(
      causes(
        bill(
          ACTIONS,
          minutes("2026-11-20", "actions_linux", 4, "0.024"),
          minutes("2026-11-21", "actions_linux", 12, "0.072"),
        ),
        shifted,
      ),
    ).toEqual([
      ["differs", "another day"],
      ["differs", "another day"],
    ]);
    expect(causes(bill(ACTIONS, minutes("2026-12-01", "actions_linux", 9, "0.054")), booksOf([]))).toEqual([
      ["only bill", "not final"],
    ]);
  });

  it("may be a cost that is not known, an estimate, a discount or a fork's", () => {
    const day = "2026-11-20";
    const of = (amount: string) => `date,model,cost\n${day},claude-sonnet-4-5,${amount}\n`;
    const unknown = booksOf([worked(1, day), worked(2, day, { model: "claude-sonnet-4-5", tier: "batch" })]);
    expect(causes(of("0.09"), unknown)).toEqual([["differs", "unknown cost"]]);
    // By chance the same, and yet not all of it.
    expect(causes(of("0.045"), unknown)).toEqual([["differs", "unknown cost"]]);
    expect(causes(of("0.01"), booksOf([worked(1, day, { cache_read: null })]))).toEqual([
      ["differs", "estimate"],
    ]);
    const credits = booksOf([
      worked(1, day, {
        provider: "github",
        model: "gpt-5",
        reported_ai_credits: 30,
        reported_cost_usd: null,
      }),
    ]);
    const ai = `${day},copilot,coding_agent_ai_credit,GPT-5,60,ai-credits,0.01,0.60,0.30,0.30,mona,octo-org,agent-fleet,,1,2`;
    expect(causes(bill(AI, ai), credits)).toEqual([["differs", "discount"]]);
    const foreign = booksOf([
      worked(1, day),
      {
        run: aRunRecord({ ...AGENT, id: 2, from_fork: true, created_at: `${day}T11:00:00Z`, jobs: [] }),
        executions: [],
        foreign: [anExecution({ run_id: 2, usage: [priced] })],
      },
    ]);
    expect(causes(of("0.09"), foreign)).toEqual([["differs", "forks"]]);
  });

  it("may be that one of the two has nothing", () => {
    const day = "2026-11-20";
    expect(
      causes(bill(ACTIONS, minutes(day, "actions_windows", 2, "0.02")), booksOf([ran(1, day, 6)])),
    ).toEqual([
      ["only ledger", "free"],
      ["only bill", "not in the records"],
    ]);
    expect(
      causes(
        `date,model,cost\n${day},claude-opus-4-7,3\n${day},claude-sonnet-4-5,0.045\n`,
        booksOf([worked(1, day)]),
      ),
    ).toEqual([["only bill", "not in the records"]]);
  });

  it("is not asked of other repositories, nor of storage", () => {
    const found = compare(
      bill(
        ACTIONS,
        minutes("2026-11-20", "actions_linux", 2, "0.012"),
        minutes("2026-11-20", "actions_linux", 2000, "12", "another"),
        "2026-11-20,actions,actions_storage,3,GigabyteHours,0.25,0.75,0,0.75,octo-org,agent-fleet,",
        "2026-11-20,git_lfs,git_lfs_storage,3,GigabyteHours,0.25,0.75,0,0.75,octo-org,agent-fleet,",
      ),
      booksOf([ran(1, "2026-11-20")]),
    );
    expect(found.rows).toMatchObject([{ outcome: "match" }]);
    expect(found.apart).toMatchObject([
      { why: "another repository's", lines: 1, amount_nano_usd: 12_000_000_000 },
      { why: "it is of nothing that runs tell", lines: 2 },
    ]);
    expect(reconcileText(found, false)).toContain("1 match, 0 differ");
  });
});

describe("a bill that cannot be read", () => {
  it.each([
    ["", "empty"],
    ["a,b\n1,2\n", "no column tells the date"],
    ["date,cost\n2026-11-20,1\n", "neither a SKU nor a model"],
    ["date,model,cost\n20.11.2026,x,1\n", 'line 2, column "date": "20.11.2026" is no day'],
    ['date,model,cost\n2026-11-20,x,1\n2026-11-20,x,"1,204.5"\n', 'line 3, column "cost"'],
    ["date,model,cost\n2026-11-20,x,1,2\n", "line 2: it has 4 cells"],
    ['date,model,cost\n2026-11-20,"x,1\n', "line 2: a quote is opened"],
    ["date,model,cost,quantity\n2026-11-20,x,1,many\n", 'column "quantity"'],
    ["date,model,cost\n2026-11-20,x,9e99\n", "is no amount"],
  ])("%j says where and why", (text, message) => {
    expect(() => readBill(text, CONFIG)).toThrow(message);
  });

  it("shows no control characters of a stranger's file", () => {
    const text = "date,model,cost\n2026-11-20,\u001b[31mred\u001b[0m,5\n";
    expect(reconcileText(compare(text, booksOf([])), false)).not.toContain("\u001b");
  });
});
