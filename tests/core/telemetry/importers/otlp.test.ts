import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attributes, attributes, logs, nano, spans } from "../exporting.ts";
import { imported } from "../importing.ts";

function counter(service: string, name: string, points: [Attributes, number][], cumulative = false): string {
  const dataPoints = points.map(([values, value], index) => ({
    timeUnixNano: nano(index),
    asDouble: value,
    attributes: attributes(values),
  }));
  const metric = {
    name,
    unit: "u",
    sum: { dataPoints, aggregationTemporality: cumulative ? 2 : 1, isMonotonic: true },
  };
  const resource = { attributes: attributes({ "service.name": service }) };
  return JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [metric] }] }] });
}

const read = (...lines: string[]) => imported({ "telemetry/agentops-otlp.jsonl": `${lines.join("\n")}\n` });
const only = (...lines: string[]) => {
  const { executions } = read(...lines);
  expect(executions).toHaveLength(1);
  return executions[0];
};

describe("OpenTelemetry's conventions", () => {
  it.each([
    [
      "newest",
      {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.response.model": "gpt-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.usage.cache_read.input_tokens": 60,
      },
    ],
    [
      "oldest",
      {
        "gen_ai.operation.name": "chat",
        "gen_ai.system": "openai",
        "gen_ai.request.model": "gpt-5",
        "gen_ai.usage.prompt_tokens": 100,
        "gen_ai.usage.completion_tokens": 20,
        "gen_ai.usage.cache_read_input_tokens": 60,
      },
    ],
    [
      "OpenInference",
      {
        "openinference.span.kind": "LLM",
        "llm.provider": "openai",
        "llm.model_name": "gpt-5",
        "llm.token_count.prompt": 100,
        "llm.token_count.completion": 20,
        "llm.token_count.prompt_details.cache_read": 60,
      },
    ],
    [
      "OpenLLMetry",
      {
        "llm.request.type": "chat",
        "gen_ai.system": "openai",
        "gen_ai.response.model": "gpt-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.usage.cache_read_input_tokens": 60,
      },
    ],
    [
      "OpenLIT",
      {
        "gen_ai.operation.name": "chat",
        "gen_ai.system": "openai",
        "gen_ai.response.model": "gpt-5",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.usage.prompt_tokens_details.cache_read": 60,
      },
    ],
  ])("are read in their %s form", (_, values) => {
    const execution = only(spans("my-bot", { id: 1, name: "request", attributes: values }));
    expect(execution).toMatchObject({
      agent_id: "my-bot",
      status: "success",
      usage: [
        { provider: "openai", model: "gpt-5", requests: 1, prompt: 100, completion: 20, cache_read: 60 },
      ],
      steps: [{ operation: "llm_request", prompt: 100 }],
    });
  });

  it("count usage on the requests, not on the agents above them", () => {
    const usage = { "gen_ai.usage.input_tokens": 100, "gen_ai.usage.output_tokens": 10 };
    const execution = only(
      spans(
        "my-bot",
        { id: 2, parent: 1, name: "chat gpt-5", attributes: { ...usage, "gen_ai.operation.name": "chat" } },
        { id: 3, parent: 1, name: "execute_tool search", attributes: { "gen_ai.tool.name": "search" } },
        { id: 5, parent: 4, name: "chat gpt-5", attributes: { ...usage, "gen_ai.operation.name": "chat" } },
        { id: 4, parent: 1, name: "invoke_agent helper", attributes: usage },
      ),
      spans("my-bot", {
        id: 1,
        name: "invoke_agent triage",
        seconds: 9,
        attributes: {
          "gen_ai.usage.input_tokens": 200,
          "gen_ai.usage.output_tokens": 20,
          "gen_ai.conversation.id": "s1",
          "gen_ai.agent.name": "triage",
        },
      }),
    );
    expect(execution).toMatchObject({
      agent_id: "triage",
      session_id: "s1",
      duration_ms: 9000,
      model_calls: 2,
    });
    expect(execution?.usage.reduce((sum, { prompt }) => sum + (prompt ?? 0), 0)).toBe(200);
    expect(execution?.tools).toMatchObject([{ name: "search", status: "success" }]);
  });

  it("take an agent's own usage when it tells of no requests", () => {
    const attributes = {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.request.model": "gpt-5",
      "gen_ai.usage.input_tokens": 7,
      "gen_ai.usage.output_tokens": 1,
    };
    expect(only(spans("my-bot", { id: 1, name: "invoke_agent x", attributes }))?.usage).toMatchObject([
      { prompt: 7, completion: 1 },
    ]);
  });

  it("tell failures, retries, guardrails and evaluations", () => {
    const execution = only(
      spans(
        "my-bot",
        {
          id: 1,
          name: "invoke_agent x",
          failed: true,
          attributes: { "gen_ai.operation.name": "invoke_agent", "error.type": "rate_limit" },
        },
        {
          id: 2,
          parent: 1,
          name: "chat",
          events: ["gen_ai.request.attempt", "gen_ai.request.attempt", "gen_ai.request.attempt"],
        },
        {
          id: 3,
          parent: 1,
          name: "execute_tool deploy",
          failed: true,
          attributes: { "error.type": "timeout" },
        },
        {
          id: 4,
          parent: 1,
          name: "apply_guardrail pii",
          attributes: { "gen_ai.guardrail.result.type": "blocked" },
        },
      ),
    );
    expect(execution).toMatchObject({
      status: "failure",
      error_type: "rate_limit",
      error_message: "it broke",
      retries: 2,
      tools: [{ name: "deploy", status: "failure", error_type: "tool_timeout" }],
      evals: [{ kind: "guardrail", passed: false }],
    });
  });

  it("leave a program's other spans out", () => {
    expect(
      read(spans("web", { id: 1, name: "GET /", attributes: { "http.request.method": "GET" } })).executions,
    ).toEqual([]);
  });
});

describe("Claude Code", () => {
  const session = { "session.id": "c1", model: "claude-sonnet-4-5" };
  const request = {
    ...session,
    input_tokens: "10",
    cache_read_tokens: "90",
    cache_creation_tokens: 5,
    output_tokens: 7,
    cost_usd: "0.02",
    duration_ms: 800,
  };
  const reported = logs(
    "claude-code",
    { name: "claude_code.user_prompt", body: true, at: 0, attributes: session },
    { name: "claude_code.api_request", body: true, at: 2, attributes: request },
    {
      name: "tool_result",
      at: 3,
      attributes: { ...session, tool_name: "Bash", success: "false", duration_ms: "40" },
    },
    {
      name: "tool_decision",
      at: 3,
      attributes: { ...session, tool_name: "Write", decision: "reject", source: "config" },
    },
    { name: "api_request", at: 5, attributes: request },
  );
  const same = spans("claude-code", {
    id: 1,
    name: "claude_code.llm_request",
    attributes: { ...session, input_tokens: 10, cache_read_tokens: 90, output_tokens: 7 },
  });
  const counted = counter("claude-code", "claude_code.token.usage", [
    [{ ...session, type: "input" }, 20],
    [{ ...session, type: "cacheRead" }, 180],
    [{ ...session, type: "output" }, 14],
  ]);

  it.each([
    ["logs", [reported]],
    ["logs, spans and metrics of the same requests", [counted, same, reported]],
  ])("tells each request once by %s", (_, lines) => {
    expect(only(...lines)).toMatchObject({
      agent_id: "claude-code",
      session_id: "c1",
      status: "success",
      duration_ms: 5000,
      usage: [
        {
          provider: "anthropic",
          requests: 2,
          prompt: 210,
          cache_read: 180,
          completion: 14,
          reported_cost_usd: 0.04,
        },
      ],
      tools: [{ name: "Bash", status: "failure", operation: "shell_command", duration_ms: 40 }],
      decisions: [{ policy_id: "permission:config", tool: "Write", result: "block", count: 1 }],
    });
  });

  it("is counted by its metrics when nothing else came", () => {
    const cost = counter("claude-code", "claude_code.cost.usage", [
      [session, 0.01],
      [session, 0.02],
    ]);
    expect(only(counted, cost)?.usage).toMatchObject([
      { model: "claude-sonnet-4-5", prompt: 200, completion: 14, reported_cost_usd: 0.03 },
    ]);
  });
});

it("reads Codex' requests, whose numbers are texts and whose time is an attribute", () => {
  const common = { "conversation.id": "x1", model: "gpt-5-codex" };
  const line = logs(
    "codex_exec",
    { name: "codex.conversation_starts", attributes: common },
    { name: "codex.api_request", at: 1, attributes: { ...common, attempt: "2" } },
    {
      name: "codex.sse_event",
      at: 2,
      attributes: {
        ...common,
        "event.kind": "response.completed",
        input_token_count: "100",
        cached_token_count: "80",
        output_token_count: "9",
        reasoning_token_count: "4",
        tool_token_count: "109",
      },
    },
    {
      name: "codex.tool_result",
      at: 3,
      attributes: { ...common, tool_name: "shell", success: "true", duration_ms: "12" },
    },
  );
  expect(only(line)).toMatchObject({
    agent_id: "codex",
    session_id: "x1",
    retries: 1,
    usage: [{ model: "gpt-5-codex", prompt: 100, cache_read: 80, completion: 9, reasoning: 4 }],
    tools: [{ name: "shell", status: "success" }],
  });
});

it("adds Gemini's thoughts to its answers", () => {
  const line = logs("gemini-cli", {
    name: "gemini_cli.api_response",
    attributes: {
      "session.id": "g1",
      model: "gemini-2.5-pro",
      input_token_count: 50,
      output_token_count: 5,
      thoughts_token_count: 3,
    },
  });
  expect(only(line)?.usage).toMatchObject([{ provider: "google", prompt: 50, completion: 8, reasoning: 3 }]);
});

it("keeps Copilot's credits apart from dollars", () => {
  const chat = {
    "gen_ai.operation.name": "chat",
    "gen_ai.response.model": "gpt-5",
    "gen_ai.usage.input_tokens": 10,
    "gen_ai.usage.output_tokens": 1,
    "github.copilot.nano_aiu": 9_406_930_000,
  };
  const execution = only(
    spans(
      "github-copilot",
      { id: 1, name: "invoke_agent", attributes: { ...chat, "gen_ai.operation.name": "invoke_agent" } },
      { id: 2, parent: 1, name: "chat gpt-5", attributes: chat },
    ),
  );
  expect(execution?.usage).toMatchObject([{ reported_ai_credits: 9.40693, reported_cost_usd: null }]);
});

it("gives the user's own metrics to the work they belong to", () => {
  const work = spans("my-bot", {
    id: 1,
    name: "chat",
    attributes: { "gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 1 },
  });
  const metric = counter(
    "my-bot",
    "tickets.closed",
    [
      [{}, 2],
      [{}, 3],
    ],
    true,
  );
  expect(only(work, metric)?.metrics).toMatchObject([{ name: "tickets.closed", kind: "counter", value: 3 }]);
  expect(read(metric).events).toMatchObject([
    { type: "custom.metric", attributes: { name: "tickets.closed", value: 3 } },
  ]);
});

it("tells the same in whatever order the lines come, and when they come twice", () => {
  const lines = [1, 2, 3, 4].map((id) =>
    spans("my-bot", {
      id,
      ...(id > 1 && { parent: 1 }),
      name: id === 1 ? "invoke_agent x" : "chat",
      attributes: { "gen_ai.usage.input_tokens": id },
    }),
  );
  const expected = only(...lines);
  fc.assert(
    fc.property(fc.shuffledSubarray([...lines, ...lines], { minLength: 8 }), (shuffled) => {
      expect(only(...shuffled)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

it("names the line that is broken, and reads the others", () => {
  const good = spans("my-bot", { id: 1, name: "chat", attributes: { "gen_ai.usage.input_tokens": 1 } });
  const { executions, problems } = read(
    good,
    '{"resourceSpans":[',
    '{"resourceSpans":{"a":1}}',
    '{"resourceSpans":[null,{"scopeSpans":[{"spans":[7]}]}]}',
  );
  expect(executions).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 2 }]);
});
