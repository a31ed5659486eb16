import { describe, expect, it } from "vitest";
import { Prices } from "#core/config/prices.ts";
import { executionCost } from "#core/pricing/cost.ts";
import { logs, nano, spans } from "../exporting.ts";
import { imported, jsonl } from "../importing.ts";

const SONNET = "claude-sonnet-4-5";
function costOf(reported: ReturnType<typeof imported>) {
  const costs = reported.executions.map((one) =>
    executionCost(one, "2026-11-20T14:00:00Z", Prices.parse({})),
  );
  const rows = costs.flatMap((cost) => cost.rows);
  return {
    usd: Math.round(rows.reduce((sum, { nano_usd }) => sum + (nano_usd ?? 0), 0) / 1e3) / 1e6,
    known: costs.every(({ known }) => known),
    bases: [...new Set(rows.map(({ basis }) => basis))],
    tiers: rows.map(({ usage }) => usage.tier),
  };
}
const gemini = (prompt: number, requests: number, tools: object = {}) =>
  JSON.stringify({
    ...{ session_id: "5b1a3c1e-0000-4000-8000-00000000000a", response: "ok" },
    stats: {
      models: {
        "gemini-2.5-pro": {
          api: { totalRequests: requests, totalErrors: 0, totalLatencyMs: 900 },
          tokens: { prompt, candidates: 100, total: prompt + 100, cached: 0, thoughts: 0, tool: 0 },
        },
      },
      tools: { byName: tools },
    },
  });

describe("the price of a sum of requests", () => {
  it("is certain where none of them can be above the model's threshold", () => {
    const reported = imported({ "gemini-output/stdout.log": gemini(150_000, 3) });
    expect(costOf(reported)).toMatchObject({ usd: 0.1885, bases: ["priced"], tiers: [null] });
  });

  it("is that of one large request where it is one", () => {
    const reported = imported({ "gemini-output/stdout.log": gemini(300_000, 1) });
    expect(costOf(reported)).toMatchObject({ usd: 0.7515, bases: ["priced"], tiers: ["long"] });
  });

  it("is the least that it can have been, and an estimate, where some may be", () => {
    const reported = imported({ "gemini-output/stdout.log": gemini(450_000, 3) });
    expect(costOf(reported)).toMatchObject({ usd: 0.5635, bases: ["estimated"] });
  });

  it("is no large request's where metrics count many small ones", () => {
    const point = (type: string, value: number) => ({
      ...{ timeUnixNano: nano(9), asInt: String(value) },
      attributes: Object.entries({ "session.id": "c-1", model: SONNET, type }).map(([key, stringValue]) => ({
        key,
        value: { stringValue },
      })),
    });
    const metric = {
      name: "claude_code.token.usage",
      sum: {
        ...{ aggregationTemporality: 2, isMonotonic: true },
        dataPoints: [point("input", 50_000), point("cacheRead", 400_000), point("output", 1_000)],
      },
    };
    const resource = { attributes: [{ key: "service.name", value: { stringValue: "claude-code" } }] };
    const line = JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [metric] }] }] });
    const reported = imported({ "otel/otlp.jsonl": line });
    expect(costOf(reported)).toMatchObject({ usd: 0.285, bases: ["estimated"] });
    expect(reported.executions).toMatchObject([{ turns: null, model_calls: null, steps: [] }]);
    expect(reported.executions[0]?.usage).toMatchObject([{ requests: null, prompt: 450_000 }]);
  });

  it("is no large request's where a program tells the whole of its work", () => {
    const event = (type: string, more: object) => ({
      ...{ type, timestamp: "2026-11-20T14:00:09.000Z", trace_id: "b".repeat(32), agent_id: "bot" },
      ...{ provider: "anthropic", model: SONNET, tokens_cache_read: 0, ...more },
    });
    const whole = event("agent.request.completed", { tokens_prompt: 450_000, tokens_completion: 1_000 });
    expect(costOf(imported({ "e/e.jsonl": jsonl([whole]) }))).toMatchObject({
      ...{ usd: 1.365, bases: ["estimated"] },
    });
    const one = event("agent.step.completed", { tokens_prompt: 250_000, tokens_completion: 1_000 });
    expect(costOf(imported({ "e/e.jsonl": jsonl([one]) }))).toMatchObject({
      ...{ usd: 1.5225, bases: ["priced"], tiers: ["long"] },
    });
  });

  it("is a Claude result's without dollars, whose requests are not told", () => {
    const result = [
      { type: "system", subtype: "init", session_id: "s-7", model: SONNET },
      {
        ...{ type: "result", subtype: "success", session_id: "s-7", is_error: false },
        modelUsage: { [SONNET]: { inputTokens: 10_000, cacheReadInputTokens: 400_000, outputTokens: 1_000 } },
      },
    ];
    expect(costOf(imported({ "claude/out.json": JSON.stringify(result) }))).toMatchObject({
      ...{ usd: 0.165, bases: ["estimated"] },
    });
  });
});

describe("a request at another tier than the standard one", () => {
  const request = (more: Record<string, string | number>) => ({
    ...{ "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-5" },
    ...{ "gen_ai.provider.name": "openai", "gen_ai.usage.input_tokens": 1_000 },
    ...{ "gen_ai.usage.output_tokens": 10, "gen_ai.usage.cache_read.input_tokens": 0, ...more },
  });

  it.each(["openai.response.service_tier", "gen_ai.openai.response.service_tier"])(
    "is told by spans as %s, and not priced as if it were none",
    (name) => {
      const reported = imported({
        "otel/o.jsonl": spans(
          "bot",
          { id: 1, name: "chat gpt-5", attributes: request({ [name]: "flex" }) },
          { id: 2, name: "chat gpt-5", attributes: request({ [name]: "default" }) },
        ),
      });
      const { tiers, known } = costOf(reported);
      expect([...tiers].sort()).toEqual(["flex", null]);
      expect(known).toBe(false);
    },
  );

  it("is told by a program's events", () => {
    const event = {
      ...{ type: "agent.step.completed", timestamp: "2026-11-20T14:00:09.000Z", agent_id: "bot" },
      ...{ trace_id: "c".repeat(32), provider: "openai", model: "gpt-5", service_tier: "priority" },
      ...{ tokens_prompt: 10, tokens_completion: 1 },
    };
    const { executions, problems } = imported({ "e/e.jsonl": jsonl([event]) });
    expect(problems).toEqual([]);
    expect(executions[0]?.usage).toMatchObject([{ tier: "priority" }]);
  });

  it("is Claude's fast mode, told by its logs", () => {
    const attributes = {
      ...{ "session.id": "c-2", model: "claude-opus-4-6", speed: "fast" },
      ...{ input_tokens: 10, output_tokens: 1, request_id: "r" },
    };
    const line = logs("claude-code", { name: "api_request", at: 1, attributes });
    expect(imported({ "otel/o.jsonl": line }).executions[0]?.usage).toMatchObject([{ tier: "fast" }]);
  });
});

describe("searches that Google takes a fee for", () => {
  const byName = { google_web_search: { count: 3, success: 2, fail: 1, durationMs: 100, decisions: {} } };
  const lowerBound = { known: false };

  it("leave the sum a lower bound, told by Gemini's output", () => {
    const reported = imported({ "gemini-output/stdout.log": gemini(10_000, 3, byName) });
    expect(reported.executions[0]?.usage.flatMap(({ fee }) => fee ?? [])).toEqual([
      { kind: "google_search", count: 3 },
    ]);
    expect(costOf(reported)).toMatchObject(lowerBound);
  });

  it("leave the sum a lower bound, told by Gemini's recording", () => {
    const id = "5b1a3c1e-0000-4000-8000-00000000000b";
    const lines = [
      { sessionId: id, projectHash: "p", startTime: "2026-11-20T14:00:00.000Z", kind: "main" },
      {
        ...{ id: "g1", timestamp: "2026-11-20T14:00:02.000Z", type: "gemini", content: "" },
        model: "gemini-2.5-pro",
        tokens: { input: 1_000, output: 100, cached: 0, thoughts: 0, tool: 0, total: 1_100 },
        toolCalls: [
          {
            ...{ id: "t1", name: "google_web_search", args: { query: "a" }, status: "success" },
            ...{ result: [], timestamp: "2026-11-20T14:00:03.000Z" },
          },
        ],
      },
    ];
    const reported = imported({ "gemini/chats/session-1.jsonl": jsonl(lines) });
    expect(reported.executions[0]?.usage.flatMap(({ fee }) => fee ?? [])).toEqual([
      { kind: "google_search", count: 1 },
    ]);
    expect(costOf(reported)).toMatchObject(lowerBound);
  });
});

describe("usage beside a call's own counts", () => {
  it("of a kind that is unheard of is counted, as whose it says", () => {
    const tokens = (input: number, output: number) => ({
      ...{ input_tokens: input, output_tokens: output },
      ...{ cache_read_input_tokens: 0, cache_creation_input_tokens: 0 },
    });
    const other = { type: "reviewer_message", model: "claude-opus-4-5", ...tokens(3_000, 50) };
    const usage = { ...tokens(900, 9), iterations: [{ type: "message", ...tokens(900, 9) }, other] };
    const message = { id: "m-1", role: "assistant", model: SONNET, content: [], usage };
    const line = {
      ...{ parentUuid: null, isSidechain: true, sessionId: "s-1", type: "assistant", requestId: "q" },
      ...{ timestamp: "2026-11-20T14:00:09.000Z", message },
    };
    expect(imported({ "c/agent-1.jsonl": jsonl([line]) }).executions[0]?.usage).toMatchObject([
      { model: "claude-opus-4-5", component: null, prompt: 3_000, completion: 50 },
      { model: SONNET, component: "sub_agent", prompt: 900, completion: 9 },
    ]);
  });

  it("is what Gemini's tools fed into the prompt", () => {
    const stats = {
      ...{ session_id: "5b1a3c1e-0000-4000-8000-00000000000c", response: "ok" },
      stats: {
        models: {
          "gemini-2.5-flash": {
            api: { totalRequests: 1, totalErrors: 0, totalLatencyMs: 9 },
            tokens: { prompt: 1_000, candidates: 100, total: 1_700, cached: 0, thoughts: 200, tool: 400 },
          },
        },
        tools: { byName: {} },
      },
    };
    const reported = imported({ "gemini-output/stdout.log": JSON.stringify(stats) });
    expect(reported.executions[0]?.usage).toMatchObject([{ prompt: 1_400, completion: 300, reasoning: 200 }]);
  });
});

describe("who asked for it", () => {
  const chat = (id: number, parent: number, input: number) => ({
    ...{ id, parent, name: "chat gpt-5" },
    attributes: {
      ...{ "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-5" },
      ...{ "gen_ai.usage.input_tokens": input, "gen_ai.usage.output_tokens": 1 },
    },
  });
  const agent = (id: number, parent: number | undefined, name: string) => ({
    ...{ id, name: `invoke_agent ${name}`, ...(parent !== undefined && { parent }) },
    attributes: { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": name },
  });

  it("is an agent that another one called, where spans stand in each other", () => {
    const reported = spans(
      "bot",
      agent(1, undefined, "lead"),
      chat(2, 1, 100),
      agent(3, 1, "aide"),
      chat(4, 3, 20),
    );
    expect(imported({ "otel/o.jsonl": reported }).executions[0]?.usage).toMatchObject([
      { component: "main_agent", requests: 1, prompt: 100 },
      { component: "sub_agent", requests: 1, prompt: 20 },
    ]);
  });

  it("is told by Claude Code's logs and by a program", () => {
    const request = (query_source: string, input_tokens: number) => ({
      ...{ name: "api_request", at: 1 },
      attributes: { "session.id": "c-3", model: SONNET, query_source, input_tokens, output_tokens: 1 },
    });
    const line = logs("claude-code", request("main", 30), request("subagent", 20), request("auxiliary", 10));
    expect(imported({ "otel/o.jsonl": line }).executions[0]?.usage).toMatchObject([
      { component: "main_agent", prompt: 30 },
      { component: "sub_agent", prompt: 20 },
      { component: null, prompt: 10 },
    ]);
    const event = {
      ...{ type: "agent.step.completed", timestamp: "2026-11-20T14:00:09.000Z", agent_id: "bot" },
      ...{ trace_id: "d".repeat(32), model: "gpt-5", tokens_prompt: 10, tokens_completion: 1 },
    };
    const reported = jsonl([
      { ...event, component: "advisor" },
      { ...event, component: "choir" },
    ]);
    const rows = imported({ "e/e.jsonl": reported }).executions[0]?.usage ?? [];
    expect(new Set(rows.map(({ component }) => component))).toEqual(new Set(["advisor", null]));
  });
});
