import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { modelsFold } from "#core/documents/models/models.ts";
import { productFold } from "#core/documents/product/product.ts";
import { recommendationsFold } from "#core/documents/recommendations/recommendations.ts";
import { toolsFold } from "#core/documents/tools/tools.ts";
import type { Execution } from "#core/records/execution.ts";
import { recommendationRows } from "#core/render/recommendation-file.ts";
import { aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";
import { aCall, attemptOf, several } from "../worked.ts";

function recommended(executions: readonly Execution[]) {
  const context = aContext();
  const folds = { models: modelsFold(context), tools: toolsFold(context), product: productFold(context) };
  const fold = recommendationsFold(context);
  for (const execution of executions) {
    const attempt = readAttempt(...attemptOf(execution), context);
    for (const each of [...Object.values(folds), fold]) each.add(attempt);
  }
  const found = fold.finish({
    models: folds.models.finish()["30d"],
    tools: folds.tools.finish()["30d"],
    product: folds.product.finish(),
  });
  return recommendationRows(found);
}

const rules = (executions: readonly Execution[]) => recommended(executions).map(({ rule }) => rule);
const lately = (n: number, of: (index: number) => Partial<Execution>) =>
  several(n, "2026-11-17T00:00:00Z", of);
const cost = (usd: number | null) => [aUsage({ reported_cost_usd: usd })];

describe("recommendations", () => {
  it("are none where nothing stands out", () => {
    expect(rules(lately(30, () => ({ tools: [aCall()] })))).toEqual([]);
    expect(rules([])).toEqual([]);
  });

  it("put the largest saving first, each with evidence, a basis and a place to look", () => {
    const found = recommended(
      lately(30, (n) => ({
        ...(n < 10 ? { status: "failure", error_type: "max_turns", usage: cost(2) } : {}),
        ...(n >= 20 ? { actions: [{ type: "noop", count: 1 }], usage: cost(0.1) } : {}),
      })),
    );
    expect(found.slice(0, 2).map(({ rule, saving_nano_usd }) => [rule, saving_nano_usd])).toEqual([
      ["failed-spend", 20_000_000_000],
      ["idle-executions", 1_000_000_000],
    ]);
    for (const { advice, evidence, basis, link, n } of found) {
      expect(advice.length * evidence.length * basis.length * link.length).toBeGreaterThan(0);
      expect(n).toBeGreaterThan(0);
    }
  });

  it("name a failing tool, one asked the same again and again, and tools that nobody calls", () => {
    const tools = [
      aCall({ input_hash: "a" }),
      aCall({ input_hash: "a" }),
      aCall({ name: "search", status: "failure" }),
    ];
    const found = recommended(lately(25, () => ({ tools, tools_loaded: ["mcp__linear__list"] })));
    const subjects = new Map(found.map(({ rule, subject }) => [rule, subject]));
    expect(subjects.get("failing-tool")).toBe("github / search");
    expect(subjects.get("repeated-calls")).toBe("github / get_issue");
    expect(subjects.get("unused-tools")).toBe("linear");
    expect(subjects.get("identical-tasks")).toBe("github / get_issue");
  });

  it("never advise to cache what changes something or runs a command", () => {
    const calls = [
      aCall({ name: "create_issue", input_hash: "a" }),
      aCall({ name: "Bash", server: null, operation: "shell_command", input_hash: "a" }),
    ];
    expect(rules(lately(25, () => ({ tools: [...calls, ...calls] })))).toEqual([]);
  });

  it("look at context, cache, retries and long executions", () => {
    const usage = [
      aUsage({ prompt: 200_000, cache_read: 1_000, cache_write_5m: 0, reported_cost_usd: null }),
    ];
    const found = rules(
      lately(20, (n) => ({
        usage,
        retries: 2,
        turns: n < 4 ? 60 : 10,
        context: { max_prompt_tokens: 190_000, window: 200_000 },
      })),
    );
    expect(found).toEqual(expect.arrayContaining(["context-nearly-full", "cache-misses", "model-retries"]));
  });

  it("ask for a price where tokens have none", () => {
    const usage = [aUsage({ provider: "octo", model: "octo-1", reported_cost_usd: null })];
    const [first] = recommended(lately(3, () => ({ model: "octo-1", usage })));
    expect(first).toMatchObject({ rule: "unpriced-model", subject: "octo-1", saving_nano_usd: null });
  });

  it("advise the cheaper model only where it succeeds as often", () => {
    const of = (model: string, usd: number, status: Execution["status"], from: string) =>
      several(30, from, () => ({ model, status, usage: [aUsage({ model, reported_cost_usd: usd })] }));
    const before = of("small", 0.1, "success", "2026-10-20T00:00:00Z");
    const dearer = of("large", 0.4, "success", "2026-11-10T00:00:00Z");
    expect(rules([...before, ...dearer])).toContain("cheaper-model");
    const failing = of("small", 0.1, "failure", "2026-10-20T00:00:00Z");
    expect(rules([...failing, ...dearer])).not.toContain("cheaper-model");
  });
});
