import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { focusFiles } from "#core/focus/files.ts";
import { validateFocus } from "#core/focus/validate.ts";
import { csvTable } from "#core/text/csv-table.ts";
import { add, decimalText, multiply, parseDecimal } from "#core/text/decimal.ts";
import { aJobRecord, anExecution, aRunRecord, aToolCall } from "../../builders.ts";
import { built } from "../documents/contexts.ts";
import { AGENT, type Attempt, contextWith, facts, history, priced } from "../documents/costs/histories.ts";

const CONFIG = {
  prices: {
    models: [{ model: "gemini-*", input: 0.0371, output: 1.7, from: "2026-10-01" }],
    runners: [{ label: "depot-*", per_minute: 0.004 }],
    external: [{ host: "*.tavily.com", per_call: 0.008 }],
  },
  chargeback: {
    tags: [{ scope: "global", tags: { "cost-center": "4711" } }],
    adjustments: [
      { id: "startup", date: "2026-11-15", kind: "credit", amount_usd: -1.25 },
      { id: "fix", date: "2026-11-30", kind: "adjustment", amount_usd: 0.1, description: 'a, "quoted" one' },
    ],
  },
};

function filesOf(attempts: readonly Attempt[], context: Context) {
  const read = attempts.map(({ run, executions }) => readAttempt(run, facts(executions), context));
  const { focus, costs } = built(["focus", "costs"], read, context);
  return { months: focus.map((month) => ({ month, files: focusFiles(month) })), ledger: costs.ledger };
}

function table(text: string): Map<string, string>[] {
  const [head, ...rows] = csvTable(text);
  return rows.map(({ cells }) => new Map(head?.cells.map((name, index) => [name, cells[index] ?? ""])));
}

function sumOf(rows: readonly Map<string, string>[], column: string): string {
  const zero = { digits: 0n, scale: 0 };
  return decimalText(rows.reduce((sum, row) => add(sum, parseDecimal(row.get(column) ?? "") ?? zero), zero));
}

const search = aToolCall({
  name: "search",
  operation: "tool_execution",
  calls: 3,
  external: { host: "api.tavily.com", status_code: 200, duration_ms: null },
});

describe("the FOCUS file of a month", () => {
  it("keeps the rules, and bills what the ledger knows, to the nano-dollar", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("public", "private"), (attempts, visibility) => {
        const { months, ledger } = filesOf(attempts, contextWith(CONFIG, visibility));
        for (const { month, files } of months) {
          const [file, beside] = files;
          expect(validateFocus(file?.text ?? "")).toEqual([]);
          const rows = table(file?.text ?? "");
          const usage = rows.filter((row) => row.get("ChargeCategory") === "Usage");
          const lines = ledger.find((one) => one.month === month.month)?.lines ?? [];
          const known = lines.reduce((sum, line) => sum + BigInt(line.amount_nano_usd ?? 0), 0n);
          expect(sumOf(usage, "BilledCost")).toBe(decimalText({ digits: known, scale: 9 }));
          const sidecar = JSON.parse(beside?.text ?? "{}");
          expect(sidecar.x_UnknownLines).toBe(lines.filter((line) => line.amount_nano_usd === null).length);
          expect(
            sidecar.Schema.ColumnDefinition.map(({ ColumnName }: { ColumnName: string }) => ColumnName),
          ).toEqual(csvTable(file?.text ?? "")[0]?.cells);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has a charge for each class of tokens, for the minutes of a runner and for calls", () => {
    const usage = { ...priced, prompt: 1235, cache_read: 1000, cache_write_1h: 100, completion: 7 };
    const attempt = {
      run: aRunRecord({ ...AGENT, jobs: [aJobRecord({ labels: ["ubuntu-latest"], duration_seconds: 110 })] }),
      executions: [anExecution({ usage: [usage], tools: [search] })],
    };
    const { months } = filesOf([attempt], contextWith(CONFIG, "public"));
    const rows = table(months.at(-1)?.files[0]?.text ?? "");
    const told = (column: string) => rows.map((row) => row.get(column));
    expect(told("SkuMeter")).toEqual([
      "Input Tokens",
      "Cache Read Tokens",
      "Cache Write Tokens (1 Hour)",
      "Output Tokens",
      "Requests",
      "Minutes",
      "",
      "",
    ]);
    expect(told("PricingQuantity")).toEqual(["0.000135", "0.001", "0.0001", "0.000007", "3", "2", "", ""]);
    expect(told("ListUnitPrice").slice(0, 6)).toEqual(["3", "0.3", "6", "15", "0.008", "0.006"]);
    // The minutes of a public repository are worth something, and cost nothing.
    expect(told("ListCost")[5]).toBe("0.012");
    expect(told("BilledCost")[5]).toBe("0.000000000");
    expect(told("ProviderName").slice(0, 6)).toEqual([
      ...Array<string>(4).fill("Anthropic"),
      "api.tavily.com",
      "GitHub",
    ]);
    expect(told("ChargeCategory").slice(6)).toEqual(["Credit", "Adjustment"]);
    expect(JSON.parse(rows[0]?.get("Tags") ?? "")).toMatchObject({ agent: "Claude", "cost-center": "4711" });
    for (const row of rows.slice(0, 6))
      expect(row.get("ListCost")).toBe(
        decimalText(
          multiply(
            parseDecimal(row.get("ListUnitPrice") ?? "") ?? { digits: 0n, scale: 0 },
            parseDecimal(row.get("PricingQuantity") ?? "") ?? { digits: 0n, scale: 0 },
          ),
        ),
      );
  });
});

describe("the check of a FOCUS file", () => {
  const attempt = { run: aRunRecord(AGENT), executions: [anExecution({ usage: [priced] })] };
  const { months } = filesOf([attempt], contextWith(CONFIG));
  const good = months.at(-1)?.files[0]?.text ?? "";
  const [head, first] = csvTable(good);

  /** The file with other values in its first charge, and nothing else. */
  function withValues(changes: Record<string, string>): string {
    const cells = head?.cells.map((name, index) => changes[name] ?? first?.cells[index] ?? "") ?? [];
    const quoted = (each: readonly string[]) =>
      each.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    return `${quoted(head?.cells ?? [])}\r\n${quoted(cells)}\r\n`;
  }
  const told = (changes: Record<string, string>) =>
    validateFocus(withValues(changes)).map(({ line, column }) => `${line} ${column}`);

  it("finds nothing in what it should be", () => {
    expect(validateFocus(withValues({}))).toEqual([]);
    expect(validateFocus(withValues({ ListUnitPrice: "3E0", ListCost: "300E-4" }))).toEqual([]);
  });

  it.each([
    ["a time with an offset", { ChargePeriodStart: "2026-11-20T10:00:00+00:00" }, "ChargePeriodStart"],
    ["a time without seconds", { ChargePeriodEnd: "2026-11-20T10:00Z" }, "ChargePeriodEnd"],
    ["an end before the start", { ChargePeriodEnd: "2026-11-01T00:00:00Z" }, "ChargePeriodEnd"],
    ["a charge of another month", { ChargePeriodEnd: "2026-12-20T11:00:00Z" }, "ChargePeriodStart"],
    ["a billing period that is no month", { BillingPeriodEnd: "2026-12-02T00:00:00Z" }, "BillingPeriodEnd"],
    ["a plus sign", { BilledCost: "+0.03" }, "BilledCost"],
    ["separators of thousands", { BilledCost: "1,000.00" }, "BilledCost"],
    ["a currency", { BilledCost: "$0.03" }, "BilledCost"],
    ["an unknown cost", { BilledCost: "" }, "BilledCost"],
    ["a word for null", { ChargeClass: "NULL" }, "ChargeClass"],
    ["an unknown category", { ChargeCategory: "usage" }, "ChargeCategory"],
    ["an unknown class", { ChargeClass: "Refund" }, "ChargeClass"],
    ["a product that is not one", { ListCost: "0.030000001" }, "ListCost"],
    ["another that is not one", { ContractedCost: "0.04" }, "ContractedCost"],
    ["usage without a price", { ListUnitPrice: "" }, "ListUnitPrice"],
    ["usage without a SKU", { SkuId: "" }, "SkuId"],
    ["a quantity without a unit", { ConsumedUnit: "" }, "ConsumedUnit"],
    ["half a sub-account", { SubAccountName: "" }, "SubAccountName"],
    ["tags that are no object", { Tags: "[]" }, "Tags"],
    ["tags in tags", { Tags: '{"a":{}}' }, "Tags"],
    ["a currency in words", { BillingCurrency: "dollars" }, "BillingCurrency"],
  ])("finds %s", (_what, changes, column) => {
    expect(told(changes)).toContain(`2 ${column}`);
  });

  it("finds credits that were consumed or cost several things", () => {
    const credit = { ChargeCategory: "Credit", PricingQuantity: "", PricingUnit: "" };
    expect(told(credit)).toContain("2 ConsumedQuantity");
    expect(told({ ...credit, BilledCost: "-1" })).toContain("2 BilledCost");
  });

  it("finds headings that lack a column, have one twice or one of nobody", () => {
    const of = (cells: string[]) => validateFocus(`${cells.join(",")}\r\n`).map(({ column }) => column);
    const names = head?.cells ?? [];
    expect(of(names.filter((name) => name !== "BilledCost"))).toEqual(["BilledCost"]);
    expect(of([...names, "BilledCost"])).toEqual(["BilledCost"]);
    expect(of([...names, "my_column"])).toEqual(["my_column"]);
  });

  it("reads hostile files no further than they make sense", () => {
    expect(validateFocus("")[0]?.message).toBe("the file is empty");
    expect(validateFocus(`${good}"never closed`)[0]?.message).toContain("never closed");
    expect(validateFocus(`${good}a,b\r\n`)[0]?.message).toContain("2 cells");
    const broken = withValues({ BilledCost: "x" }).split("\r\n");
    expect(validateFocus([broken[0], ...Array(500).fill(broken[1])].join("\r\n"))).toHaveLength(100);
  });
});
