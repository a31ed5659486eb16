import { describe, expect, it } from "vitest";
import { type ModelsDocument, modelsFold } from "#core/documents/models/models.ts";
import type { AgentStep } from "#core/records/execution.ts";
import { MODELS_SHOWN } from "#core/render/columns/models.ts";
import { anAgentStep, anExecution, aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";
import { several, worked } from "../worked.ts";

const HOSTILE = `"><img src=x onerror=alert(1)>\u202E`;

function documentOf(executions: Parameters<typeof worked>[1]) {
  return worked(modelsFold(aContext()), executions)["7d"];
}

function aTurn(turn: number, at: string, model: string | null = null): AgentStep {
  return anAgentStep({ index: turn, turn, started_at: at, duration_ms: 1000, model });
}

describe("the models document", () => {
  it("takes a model's latency from its requests, never from what else its executions did", () => {
    const at = "2026-11-20T14:00:00.000Z";
    const requests = [
      { ...aTurn(1, at, "claude-sonnet-4-5"), duration_ms: 2000 },
      { ...aTurn(2, at), duration_ms: 4000 },
      { ...aTurn(3, at, "claude-haiku-4-5"), duration_ms: 500 },
      { ...aTurn(4, at, "claude-sonnet-4-5"), duration_ms: null },
    ];
    const small = aUsage({ model: "claude-haiku-4-5" });
    const one = anExecution({
      usage: [aUsage(), small],
      model: "claude-sonnet-4-5",
      steps: requests,
      duration_ms: 900_000,
    });
    const { models } = documentOf([one]);
    const latency = Object.fromEntries(
      models.map(({ model, request_seconds: { n, p50, max } }) => [model, [n, p50, max]]),
    );
    expect(latency).toEqual({ "claude-sonnet-4-5": [2, 2, 4], "claude-haiku-4-5": [1, 0.5, 0.5] });
    const shown = MODELS_SHOWN.find(({ heading }) => heading === "Request p50");
    const words = ({ models }: ModelsDocument) => models.map((row) => shown?.text?.(row)).sort();
    expect(words(documentOf([one]))).toEqual(["2 s", "500 ms"]);
    expect(words(documentOf([anExecution({ steps: [] })]))).toEqual(["not told"]);
  });

  it("counts an execution with each model that answered, and gives each its own tokens and money", () => {
    const small = aUsage({
      model: "claude-haiku-4-5",
      requests: 1,
      prompt: 500,
      completion: 50,
      reported_cost_usd: 0.01,
    });
    const { models, providers, executions } = documentOf([anExecution({ usage: [aUsage(), small] })]);
    expect(executions).toBe(1);
    const [large, haiku] = models.toSorted(
      (a, b) => (b.figures.cost.nano_usd ?? 0) - (a.figures.cost.nano_usd ?? 0),
    );
    expect(large?.figures.tokens.total).toBe(12_900);
    expect(haiku?.figures.cost.nano_usd).toBe(10_000_000);
    expect(haiku?.basis).toEqual({ reported: 10_000_000 });
    expect(haiku?.nano_usd_per_1k_tokens).toBeCloseTo(10_000_000 / 0.55, 0);
    expect(providers).toHaveLength(1);
    expect(providers[0]?.figures).toMatchObject({ executions: 1, cost: { nano_usd: 60_000_000 } });
  });

  it("lists tokens of a model without a price, and puts them in no sum", () => {
    const usage = [aUsage({ provider: "octo", model: HOSTILE, reported_cost_usd: null })];
    const [row] = documentOf([anExecution({ model: HOSTILE, usage })]).models;
    expect(row).toMatchObject({ model: HOSTILE, unpriced_tokens: 12_900, nano_usd_per_1k_tokens: null });
    expect(row?.figures.cost.nano_usd).toBeNull();
    expect(row?.slug).toMatch(/^[a-z0-9-]+$/);
  });

  it("finds the busiest minute by the turns' own times, and never by interpolated ones", () => {
    const at = (second: string) => `2026-11-20T10:00:${second}Z`;
    const steps = [aTurn(1, at("01")), aTurn(2, at("20")), aTurn(3, "2026-11-20T10:01:05Z")];
    const guessed = { ...aTurn(4, at("40")), time_estimated: true };
    const [row] = documentOf([anExecution({ steps: [...steps, guessed] })]).models;
    expect(row?.rate).toEqual({
      peak_minute: { requests: 2, at: "2026-11-20T10:00:00Z" },
      peak_hour: { requests: 3, at: "2026-11-20T10:00:00Z" },
      timed: 3,
      spread: 0,
    });
  });

  it("spreads requests without times over their execution, and says so", () => {
    const [row] = documentOf([
      anExecution({ usage: [aUsage({ requests: 12 })], duration_ms: 240_000 }),
    ]).models;
    expect(row?.rate).toMatchObject({
      peak_minute: { requests: 3 },
      peak_hour: { requests: 12 },
      spread: 12,
    });
  });

  it("tells from which model to which executions went on, as far as their steps do", () => {
    const steps = [aTurn(1, "2026-11-20T10:00:01Z", "big"), aTurn(2, "2026-11-20T10:00:09Z", "small")];
    const { fallbacks } = documentOf([
      anExecution({ fallbacks: 1, steps }),
      anExecution({ fallbacks: 2, steps: [] }),
      anExecution({ fallbacks: 0, steps }),
    ]);
    expect(fallbacks).toEqual([
      { from: null, to: null, times: 2 },
      { from: "big", to: "small", times: 1 },
    ]);
  });

  it("keeps a model's first and last day whatever the period, and counts the period alone", () => {
    const [old, fresh] = [
      several(1, "2026-09-01T10:00:00Z", () => ({})),
      several(2, "2026-11-20T08:00:00Z", () => ({})),
    ];
    const [row] = documentOf([...old, ...fresh]).models;
    expect(row).toMatchObject({ first_seen: "2026-09-01T10:00:00Z", last_seen: "2026-11-20T09:00:00Z" });
    expect(row?.figures.executions).toBe(2);
    expect(row?.trend.reduce((sum, n) => sum + n, 0)).toBe(2);
  });

  it("has an upper bound for made-up names, and says how many it left out", () => {
    const forged = several(400, "2026-11-15T00:00:00Z", (index) => ({
      started_at: "2026-11-19T10:00:00Z",
      usage: [aUsage({ model: `made-up-${index}` })],
    }));
    const { models, left_out } = documentOf(forged);
    expect(models.length + left_out).toBe(400);
    expect(left_out).toBeGreaterThan(0);
  });
});
