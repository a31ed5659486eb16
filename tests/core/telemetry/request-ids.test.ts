import { describe, expect, it } from "vitest";
import { logs, spans } from "./exporting.ts";
import { imported, jsonl } from "./importing.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();

/** Ids of the requests of all steps, of the rows of usage, and of the execution. */
function ids(files: Record<string, string>) {
  const { executions } = imported(files);
  return executions.map(({ steps, usage, request_id }) => ({
    steps: steps.filter(({ operation }) => operation === "llm_request").map((step) => step.request_id),
    usage: usage.map((row) => row.request_id),
    execution: request_id,
  }));
}

const claude = (id: string, output: number) => ({
  ...{ parentUuid: null, isSidechain: false, sessionId: "s1", version: "2.1.0", type: "assistant" },
  ...{ timestamp: at(output), requestId: `req_${id}` },
  message: {
    ...{ id: `msg_${id}`, model: "claude-sonnet-4-5", role: "assistant" },
    content: [{ type: "text", text: "Done." }],
    usage: { input_tokens: 10, output_tokens: output },
  },
});

const THREAD = "0199812e-64f0-7f73-91fc-095dda01c36e";
const ROLLOUT = `codex/sessions/2026/11/20/rollout-2026-11-20T14-00-00-${THREAD}.jsonl`;
const codexTokens = (input: number) => ({ input_tokens: input, cached_input_tokens: 0, output_tokens: 5 });
const codexLine = (seconds: number, type: string, payload: object) => ({
  ...{ timestamp: at(seconds), type, payload },
});
const counted = (seconds: number, total: number, last: number) =>
  codexLine(seconds, "event_msg", {
    type: "token_count",
    info: { total_token_usage: codexTokens(total), last_token_usage: codexTokens(last) },
  });
const recorded = (seconds: number, id: string, last: number) =>
  codexLine(seconds, "token_usage_record", { response_id: id, usage: codexTokens(last) });

describe("ids of requests", () => {
  it("come from Claude's session, and one row of one request has its own", () => {
    const one = { "sessions/-w/s1.jsonl": jsonl([claude("a", 5)]) };
    expect(ids(one)).toEqual([{ steps: ["req_a"], usage: ["req_a"], execution: "req_a" }]);
    const two = { "sessions/-w/s1.jsonl": jsonl([claude("a", 5), claude("b", 9)]) };
    expect(ids(two)).toEqual([{ steps: ["req_a", "req_b"], usage: [null], execution: null }]);
  });

  it("come from OpenTelemetry by every name, the server's before the answer's", () => {
    const chat = (id: number, attributes: Record<string, string | number | readonly string[]>) =>
      spans("my-agent", {
        ...{ id, name: "chat gpt-5", trace: 7 },
        attributes: { "gen_ai.usage.input_tokens": 10 + id, "gen_ai.response.model": "gpt-5", ...attributes },
      });
    const reported = [
      chat(1, { "gen_ai.response.id": "resp_1" }),
      chat(2, { "http.response.header.x-request-id": ["req-2"], "gen_ai.response.id": "resp_2" }),
      chat(3, { "aws.request_id": "req-3" }),
      chat(4, {}),
    ];
    expect(ids({ "t/agentops-otlp.jsonl": `${reported.join("\n")}\n` })).toMatchObject([
      { steps: ["resp_1", "req-2", "req-3", null] },
    ]);
    const failed = logs(
      "claude-code",
      { name: "claude_code.api_error", attributes: { request_id: "req_x", "session.id": "s" }, body: true },
      {
        name: "claude_code.api_request",
        attributes: { request_id: "req_y", "session.id": "s", input_tokens: 4 },
        body: true,
      },
    );
    expect(ids({ "t/agentops-otlp.jsonl": `${failed}\n` })).toMatchObject([{ steps: ["req_x", "req_y"] }]);
  });

  it("come from Codex' records, whether before or after the count of the same request", () => {
    const file = jsonl([
      codexLine(0, "session_meta", { id: THREAD }),
      codexLine(0, "turn_context", { model: "gpt-5-codex" }),
      recorded(1, "resp_1", 100),
      counted(2, 100, 100),
      counted(4, 300, 200),
      recorded(4, "resp_2", 200),
      counted(6, 350, 50),
    ]);
    expect(ids({ [ROLLOUT]: file })).toEqual([
      { steps: ["resp_1", "resp_2", null], usage: [null], execution: null },
    ]);
  });

  it("come from Copilot's events and gh-aw's lines", () => {
    const copilot = (type: string, seconds: number, data: object) => ({
      ...{ type, data, id: `${type}${seconds}`, timestamp: at(seconds), parentId: null },
    });
    const file = jsonl([
      copilot("session.start", 0, { sessionId: "7c2b4d2f-0000-4000-8000-000000000002" }),
      copilot("assistant.turn_start", 1, {}),
      copilot("assistant.message", 2, { content: "Done.", apiCallId: "chatcmpl-1" }),
      copilot("assistant.turn_start", 3, {}),
      copilot("assistant.usage", 4, { inputTokens: 5, providerCallId: "9F:1", apiCallId: "chatcmpl-2" }),
    ]);
    expect(ids({ "copilot/events.jsonl": file })).toMatchObject([{ steps: ["chatcmpl-1", "9F:1"] }]);
    const line = {
      ...{ _schema: "token-usage/v0.27.8", timestamp: at(1), event: "token_usage", request_id: "r1" },
      ...{ provider: "anthropic", model: "claude-sonnet-4-6", input_tokens: 1, output_tokens: 2 },
    };
    expect(ids({ "firewall-audit-logs/api-proxy-logs/token-usage.jsonl": jsonl([line]) })).toEqual([
      { steps: ["r1"], usage: ["r1"], execution: "r1" },
    ]);
  });

  it("can be told by a program, of a request or of the whole", () => {
    const event = (type: string, seconds: number, more: object) => ({
      ...{ type, timestamp: at(seconds), trace_id: "ab".repeat(16), agent_id: "mine", ...more },
    });
    const request = { operation: "llm_request", model: "gpt-5", tokens_prompt: 3, tokens_completion: 1 };
    const file = jsonl([
      event("agent.step.completed", 1, { ...request, request_id: "req_1" }),
      event("agent.step.completed", 2, { ...request, request_id: "req_2" }),
      event("agent.request.completed", 3, { request_id: "job-9" }),
    ]);
    expect(ids({ "t/agentops-events.jsonl": file })).toEqual([
      { steps: ["req_1", "req_2"], usage: [null], execution: "job-9" },
    ]);
  });
});
