import { describe, expect, it } from "vitest";
import { productFold } from "#core/documents/product/product.ts";
import type { Evaluation } from "#core/records/execution.ts";
import { anExecution, aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";
import { several, worked } from "../worked.ts";

function documentOf(executions: Parameters<typeof worked>[1]) {
  return worked(productFold(aContext()), executions);
}

const cost = (usd: number) => [aUsage({ reported_cost_usd: usd })];

describe("the product document", () => {
  it("compares the newest version with the one before it, with a plain verdict for each metric", () => {
    const three = several(40, "2026-10-01T00:00:00Z", (n) => ({
      prompt_version: "3",
      status: n % 4 === 0 ? "failure" : "success",
      usage: cost(0.2 + n / 1000),
    }));
    const four = several(40, "2026-11-01T00:00:00Z", (n) => ({
      prompt_version: "4",
      usage: cost(0.1 + n / 1000),
    }));
    const found = documentOf([...three, ...four]).comparisons.find(
      ({ dimension }) => dimension === "prompt_version",
    );
    expect(found?.before.version).toBe("3");
    expect(found?.after.version).toBe("4");
    expect(found?.overlapping).toBe(false);
    expect(found?.metrics).toMatchObject({
      success: { verdict: "better", before: 0.75, after: 1 },
      cost_nano_usd: { verdict: "better" },
      duration_seconds: { verdict: "no change beyond chance" },
    });
  });

  it("passes over a version that is too new to compare, and says so where all are", () => {
    const versions = (name: string, n: number, from: string) =>
      several(n, from, () => ({ agent_version: name }));
    const older = [
      ...versions("1", 25, "2026-10-01T00:00:00Z"),
      ...versions("2", 25, "2026-10-10T00:00:00Z"),
    ];
    const [enough] = documentOf([...older, ...versions("3", 2, "2026-11-19T00:00:00Z")]).comparisons.filter(
      ({ dimension }) => dimension === "agent_version",
    );
    expect(enough).toMatchObject({ before: { version: "1" }, after: { version: "2" }, others: 1 });
    const few = documentOf([
      ...versions("1", 2, "2026-10-01T00:00:00Z"),
      ...versions("2", 2, "2026-11-01T00:00:00Z"),
    ]);
    expect(few.comparisons[0]?.metrics.success).toMatchObject({ verdict: "too few", difference: null });
  });

  it("counts executions and different users week by week, and names nobody", () => {
    const users = ["mona", "hubot", "mona"];
    const { adoption } = documentOf(
      several(3, "2026-11-16T00:00:00Z", (n) => ({ user_id: users[n] ?? null })),
    );
    expect(adoption.weeks.at(-1)).toEqual({ start: "2026-11-16", executions: 3, users: 2, workflows: 1 });
    expect(JSON.stringify(adoption)).not.toContain("hubot");
  });

  it("tells what came of it, of the executions that say what they did", () => {
    const { work } = documentOf([
      anExecution({ actions: [{ type: "create_pull_request", count: 2 }], usage: cost(0.3) }),
      anExecution({ actions: [{ type: "noop", count: 1 }], usage: cost(0.1) }),
      anExecution({}),
    ]);
    expect(work).toMatchObject({
      telling: { part: 2, n: 3 },
      completed: { part: 1, n: 2 },
      per_action: { n: 2, each_nano_usd: 200_000_000, coverage: { part: 2, n: 2 } },
    });
  });

  it("rates quality by agent, model and prompt, and leaves out who was never scored", () => {
    const guard = (passed: boolean): Evaluation => ({
      name: "no-secrets",
      kind: "guardrail",
      score: null,
      label: null,
      passed,
    });
    const { quality } = documentOf([
      anExecution({ prompt_version: "3", evals: [guard(false)] }),
      anExecution({ prompt_version: "4", evals: [guard(true)] }),
      anExecution({ agent_id: "codex", model: "gpt-5", evals: [] }),
    ]);
    expect(quality.all).toMatchObject({ scored: { part: 2, n: 3 }, violations: { part: 1, n: 2 } });
    const prompts = quality.by.filter(({ by }) => by === "prompt_version");
    expect(prompts.map(({ violations }) => violations.part)).toEqual([1, 0]);
    expect(quality.by.some(({ name }) => name === "gpt-5")).toBe(false);
  });

  it("says which model an error belongs to, with its interval, and nothing where too few tell", () => {
    const failing = several(12, "2026-11-01T00:00:00Z", (n) => ({
      model: "new",
      usage: [aUsage({ model: "new" })],
      ...(n < 8 ? { status: "failure", error_type: "rate_limit" } : {}),
    }));
    const fine = several(60, "2026-11-05T00:00:00Z", (n) => ({
      ...(n === 0 ? { status: "failure", error_type: "max_turns" } : {}),
    }));
    const { errors } = documentOf([...failing, ...fine]);
    expect(errors[0]).toMatchObject({ category: "rate_limit", executions: { part: 8, n: 72 } });
    expect(errors[0]?.specific_to).toContainEqual(
      expect.objectContaining({
        dimension: "model",
        value: "new",
        rate: { value: 8 / 12, part: 8, n: 12, enough: true },
      }),
    );
    expect(errors[1]).toMatchObject({ category: "max_turns", specific_to: [] });
  });
});
