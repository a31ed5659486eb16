import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aContext, imported, jsonl, totals } from "./importing.ts";

const PATH = "claude/claude-execution-output.json";
const SONNET = "claude-sonnet-4-5-20250929";
const HAIKU = "claude-haiku-4-5-20251001";
const session = (id = "s-1") => ({ session_id: id });

const init = {
  type: "system",
  subtype: "init",
  ...session(),
  model: SONNET,
  claude_code_version: "2.1.240",
  tools: ["Bash", "Read", "mcp__github__get_issue"],
};

function assistant(id: string, blocks: object[], usage: object, more: object = {}) {
  return {
    type: "assistant",
    ...session(),
    parent_tool_use_id: null,
    message: { id, model: SONNET, content: blocks, usage },
    ...more,
  };
}

function toolResult(id: string, content: unknown, more: object = {}) {
  return {
    type: "user",
    ...session(),
    message: { content: [{ type: "tool_result", tool_use_id: id, content, ...more }] },
  };
}

const use = (id: string, name: string, input: object = {}) => ({ type: "tool_use", id, name, input });
const usage = (output_tokens: number) => ({
  input_tokens: 10,
  cache_read_input_tokens: 500,
  cache_creation_input_tokens: 90,
  output_tokens,
});
const model = (costUSD: number, outputTokens: number) => ({
  inputTokens: 30,
  outputTokens,
  cacheReadInputTokens: 1500,
  cacheCreationInputTokens: 270,
  cacheCreationEphemeral1hInputTokens: 70,
  thinkingTokens: 40,
  costUSD,
  contextWindow: 200_000,
  provider: "firstParty",
});
const result = {
  type: "result",
  subtype: "success",
  is_error: false,
  ...session(),
  duration_ms: 90_000,
  duration_api_ms: 60_000,
  num_turns: 3,
  total_cost_usd: 0.0321,
  usage: usage(100),
  modelUsage: { [SONNET]: model(0.03, 900), [HAIKU]: model(0.0021, 50) },
  permission_denials: [{ tool_name: "Bash", tool_use_id: "t-2", tool_input: {} }],
  result: "Done.",
};

const work = [
  init,
  assistant("m-1", [{ type: "text", text: "I look." }], usage(1)),
  assistant("m-1", [use("t-1", "Read", { file_path: "a.ts" })], usage(80)),
  toolResult("t-1", "const a = 1;"),
  assistant(
    "m-2",
    [use("t-2", "Bash", { command: "curl x" }), use("t-3", "mcp__github__get_issue")],
    usage(40),
  ),
  toolResult("t-2", "Claude requested permissions to use Bash, but you haven't granted it yet.", {
    is_error: true,
  }),
  toolResult("t-3", "API rate limit exceeded", { is_error: true }),
  { type: "system", subtype: "api_retry", ...session(), attempt: 1, error: "overloaded", error_status: 529 },
  assistant("m-3", [{ type: "text", text: "Done." }], usage(30)),
  result,
];

function one(messages: unknown[], context = aContext()) {
  const { executions, problems } = imported({ [PATH]: JSON.stringify(messages, null, 2) }, context);
  expect(problems).toEqual([]);
  expect(executions).toHaveLength(1);
  return executions[0] as (typeof executions)[number];
}

describe("Claude's execution file", () => {
  it("takes tokens and cost from the models of the result, which hold everything once", () => {
    const { usage: rows, model: main } = one(work);
    expect(main).toBe(SONNET);
    expect(rows).toMatchObject([
      {
        provider: "anthropic",
        model: SONNET,
        prompt: 1800,
        completion: 900,
        cache_read: 1500,
        cache_write_5m: 200,
        cache_write_1h: 70,
        reasoning: 40,
        reported_cost_usd: 0.03,
      },
      { model: HAIKU, prompt: 1800, completion: 50, reported_cost_usd: 0.0021 },
    ]);
  });

  it("tells the steps, the tools and what was refused", () => {
    const { steps, tools, decisions, ...facts } = one(work);
    expect(facts).toMatchObject({
      agent_id: "claude-code",
      session_id: "s-1",
      status: "success",
      turns: 3,
      model_calls: 3,
      retries: 1,
      duration_ms: 90_000,
      llm_time_ms: 60_000,
      tools_loaded: init.tools,
      context: { max_prompt_tokens: 600, window: 200_000 },
      usage_approximate: false,
      started_at: null,
    });
    expect(steps.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
      ["thought", null, null],
      ["tool_call", "Read", 0],
      ["observation", "Read", 1],
      ["thought", null, null],
      ["tool_call", "Bash", 3],
      ["tool_call", "get_issue", 3],
      ["observation", "Bash", 4],
      ["observation", "get_issue", 5],
      ["final_answer", null, null],
    ]);
    expect(steps[0]).toMatchObject({ prompt: 600, completion: 80, tokens_estimated: true });
    expect(tools).toMatchObject([
      { name: "Read", operation: "file_operation", status: "success", output_bytes: 12 },
      { name: "Bash", operation: "shell_command", status: "denied", error_type: "permission_denied" },
      { name: "get_issue", server: "github", status: "failure", error_type: "rate_limit" },
    ]);
    expect(decisions).toEqual([
      { policy_id: "permission:unknown", tool: "Bash", result: "block", count: 1, reason: null },
    ]);
  });

  it("makes the same of the list, of stream-json lines and of any cutting of both", () => {
    const { executions } = imported({ [PATH]: JSON.stringify(work, null, 2) });
    expect(imported({ [PATH]: jsonl(work) }).executions).toEqual(executions);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), fc.boolean(), (piece, pretty) => {
        const text = pretty ? JSON.stringify(work, null, 2) : jsonl(work);
        expect(imported({ [PATH]: text }, aContext(), piece).executions).toEqual(executions);
      }),
      { numRuns: 25 },
    );
  });

  it("gives a sub-agent's steps to the call that started it, and adds nothing for them", () => {
    const inner = { parent_tool_use_id: "t-9", subagent_type: "reviewer" };
    const { steps, usage: rows } = one([
      init,
      assistant("m-1", [use("t-9", "Task", { prompt: "review" })], usage(10)),
      assistant("m-2", [use("t-10", "Grep")], usage(5), inner),
      { ...toolResult("t-10", "3 matches"), parent_tool_use_id: "t-9" },
      {
        type: "system",
        subtype: "task_notification",
        ...session(),
        tool_use_id: "t-9",
        status: "completed",
        usage: { total_tokens: 99_999, duration_ms: 4000 },
      },
      toolResult("t-9", "Looks good."),
      result,
    ]);
    const call = steps.find(({ name }) => name === "Task");
    expect(steps.find(({ name }) => name === "reviewer")).toMatchObject({
      kind: "action",
      parent: call?.index,
      turn: null,
    });
    expect(rows.reduce((sum, { completion }) => sum + (completion ?? 0), 0)).toBe(950);
  });

  it("takes the last of several results", () => {
    const early = { ...result, total_cost_usd: 0.01, modelUsage: { [SONNET]: model(0.01, 300) } };
    expect(totals(imported({ [PATH]: JSON.stringify([init, early, result]) }))).toMatchObject({
      usd: 0.0321,
      completion: 950,
    });
  });

  it("counts a session that a second step resumed once, and the same file twice once", () => {
    const since = { ...init, claude_code_version: "2.1.290" };
    const first = {
      ...result,
      num_turns: 1,
      total_cost_usd: 0.01,
      modelUsage: { [SONNET]: model(0.01, 300) },
    };
    const texts = {
      "a/out.json": JSON.stringify([since, first]),
      "b/out.json": JSON.stringify([since, result]),
    };
    const both = imported(texts);
    expect(both.executions).toHaveLength(2);
    expect(totals(both)).toMatchObject({ usd: 0.0321, completion: 950, prompt: 3600 });
    expect(totals(imported({ ...texts, "c/copy.json": texts["b/out.json"] }))).toEqual(totals(both));
  });

  it("guesses from the messages, and says so, where the file ends without a result", () => {
    const { usage: rows, status, usage_approximate, error_message } = one(work.slice(0, -1));
    expect({ status, usage_approximate, error_message }).toEqual({
      status: "failure",
      usage_approximate: true,
      error_message: "The file ends without a result.",
    });
    expect(rows).toMatchObject([{ requests: 3, prompt: 1800, completion: 150, reported_cost_usd: null }]);
  });

  it("shares the cost of the oldest results among what the messages tell", () => {
    const old = { type: "result", cost_usd: 0.5, duration_ms: 1000, result: "Done." };
    const { usage: rows, usage_approximate, status } = one([...work.slice(0, -1), old]);
    expect({ usage_approximate, status }).toEqual({ usage_approximate: true, status: "success" });
    expect(rows).toMatchObject([{ prompt: 1800, completion: 150, reported_cost_usd: 0.5 }]);
  });

  it("keeps the total where the models' costs are less, as money without tokens", () => {
    expect(
      totals(imported({ [PATH]: JSON.stringify([init, { ...result, total_cost_usd: 0.04 }]) })).usd,
    ).toBe(0.04);
  });

  it.each([
    [{ subtype: "error_max_turns" }, "max_turns", 1],
    [{ subtype: "error_max_budget_usd" }, "budget_exceeded", 1],
    [
      { is_error: true, result: "API Error: 529 overloaded_error", api_error_status: 529 },
      "provider_overloaded",
      0,
    ],
    [{ is_error: true, terminal_reason: "api_error", api_error_status: 429, result: "No." }, "rate_limit", 0],
    [
      { is_error: true, terminal_reason: "api_error", api_error_status: 529, result: "No." },
      "provider_overloaded",
      0,
    ],
    [
      { is_error: true, terminal_reason: "api_error", api_error_status: 500, result: "No." },
      "dependency_unavailable",
      0,
    ],
    [{ subtype: "error_during_execution", errors: ["Prompt is too long"] }, "context_overflow", 0],
    [{ subtype: "error_max_structured_output_retries" }, "invalid_json", 0],
  ])("says why it failed: %j", (how, category, limits) => {
    const { executions, events } = imported({ [PATH]: JSON.stringify([init, { ...result, ...how }]) });
    expect(executions).toMatchObject([{ status: "failure", error_type: category }]);
    expect(events).toHaveLength(limits);
  });

  it("tells limits of the account as events, and fallbacks, compaction and hooks as what they are", () => {
    const { executions, events } = imported({
      [PATH]: JSON.stringify([
        init,
        { type: "rate_limit_event", ...session(), rate_limit_info: { status: "allowed" } },
        {
          type: "rate_limit_event",
          ...session(),
          rate_limit_info: { status: "rejected", rateLimitType: "five_hour" },
        },
        {
          type: "system",
          subtype: "model_refusal_fallback",
          ...session(),
          original_model: SONNET,
          fallback_model: HAIKU,
        },
        {
          type: "system",
          subtype: "compact_boundary",
          ...session(),
          compact_metadata: { trigger: "auto", pre_tokens: 167_000 },
        },
        { type: "system", subtype: "hook_response", ...session(), hook_name: "lint", outcome: "error" },
        result,
      ]),
    });
    expect(events).toMatchObject([
      {
        type: "agent.budget.threshold_hit",
        policy_id: "rate_limit:five_hour",
        status: "rejected",
        timestamp: "2026-11-20T14:00:05.000Z",
      },
    ]);
    expect(executions).toMatchObject([{ fallbacks: 1, context: { max_prompt_tokens: 167_000 } }]);
    expect(executions[0]?.steps).toMatchObject([
      { name: "compaction", operation: "context_management" },
      { name: "hook:lint", status: "failure" },
    ]);
  });

  it("redacts what it keeps, and keeps prompts and answers only where asked to", () => {
    const secret = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";
    const messages = [
      init,
      { type: "user", ...session(), message: { content: `Use ${secret}` } },
      assistant("m-1", [use("t-1", "Deploy")], usage(1)),
      toolResult("t-1", `bad token ${secret}`, { is_error: true }),
      { ...result, result: `I used ${secret}` },
    ];
    const silent = one(messages);
    expect(silent).toMatchObject({ query_preview: null, response_preview: null });
    expect(silent.tools[0]?.error).toBe("bad token [redacted:github_token]");
    const open = one(messages, aContext({ privacy: { previews: "short", redact: {} } }));
    expect(JSON.stringify(open)).not.toContain(secret);
    expect(open).toMatchObject({
      query_preview: "Use [redacted:github_token]",
      redactions: { github_token: 3 },
    });
  });

  it("survives forged numbers, names and keys", () => {
    const forged = {
      ...result,
      num_turns: -3,
      duration_ms: "soon",
      total_cost_usd: -5,
      modelUsage: JSON.parse(
        `{"__proto__": {"inputTokens": 5, "outputTokens": 1, "costUSD": 1}, "m": {"inputTokens": 1e300, "outputTokens": -4, "costUSD": 0.1}, "x": null}`,
      ),
    };
    const {
      usage: rows,
      turns,
      duration_ms,
    } = one([{ ...init, tools: [1, null, "x".repeat(5000)] }, forged]);
    expect({ turns, duration_ms }).toEqual({ turns: null, duration_ms: null });
    expect(rows.map(({ model: name, prompt }) => [name, prompt])).toEqual([
      ["__proto__", 5],
      ["m", null],
    ]);
    expect(({} as Record<string, unknown>).inputTokens).toBeUndefined();
  });

  it("bounds what it keeps of very long work, the end of it included", () => {
    const many = Array.from({ length: 700 }, (_, index) => [
      assistant(`m-${index}`, [use(`t-${index}`, "Read", { index })], usage(1)),
      toolResult(`t-${index}`, "ok"),
    ]).flat();
    const { steps, tools, truncated, turns } = one([
      init,
      ...many,
      assistant("m-end", [{ type: "text", text: "Done" }], usage(2)),
      { ...result, num_turns: 701 },
    ]);
    expect(steps).toHaveLength(500);
    expect(steps.at(-1)).toMatchObject({ kind: "final_answer", index: 2100 });
    expect(tools.reduce((sum, { calls }) => sum + calls, 0)).toBe(700);
    expect(turns).toBe(701);
    expect(truncated).toEqual(["500 of 2101 steps are kept.", "The last of 700 tool calls are summed."]);
  });

  it("uses what is whole of a broken file and names the line of the rest", () => {
    const text = JSON.stringify(work, null, 2);
    const { executions, problems } = imported({ [PATH]: text.slice(0, text.indexOf('"m-3"')) });
    expect(executions).toMatchObject([{ status: "failure", model_calls: 2 }]);
    expect(problems).toMatchObject([{ file: PATH, message: "the file ends before the object does." }]);
  });

  it("never throws on noise behind a beginning it knows", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(3000), (noise, at) => {
        const text = JSON.stringify(work);
        expect(() =>
          imported({ [PATH]: text.slice(0, 200 + at) + noise + text.slice(200 + at) }),
        ).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
