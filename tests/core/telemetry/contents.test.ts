import { describe, expect, it } from "vitest";
import type { Execution } from "#core/records/execution.ts";
import { type Previews, withPreviews } from "#core/records/previews.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import { LARGEST_EXECUTION, storedBytes, withinSize } from "#core/telemetry/stored-size.ts";
import { anAgentStep, anExecution, aToolCall } from "../../builders.ts";
import { spans } from "./exporting.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();
const SECRET = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
/** What every agent below was asked, thought, said, gave to its tool, got from it, and answered. */
const [ASKED, THOUGHT, GIVEN, GOT, ANSWERED] = [
  ...["the question of all", "a thought\nin two lines", "a given word", "a word that came back"],
  `the answer, and ${SECRET}`,
] as const;
const usage = { input_tokens: 10, output_tokens: 5 };

const claude = (type: string, seconds: number, message: object) => ({
  ...{ parentUuid: null, isSidechain: false, sessionId: "s1", version: "2.1.0", timestamp: at(seconds) },
  ...{ type, message },
});
const THREAD = "0199812e-64f0-7f73-91fc-095dda01c36e";
const codex = (seconds: number, type: string, payload: object) => ({ timestamp: at(seconds), type, payload });
const tokens = (input: number) => ({ input_tokens: input, cached_input_tokens: 0, output_tokens: 5 });
const counted = (seconds: number, total: number, last: number) =>
  codex(seconds, "event_msg", {
    type: "token_count",
    info: { total_token_usage: tokens(total), last_token_usage: tokens(last) },
  });
const copilot = (type: string, seconds: number, data: object) => ({
  ...{ type, data, id: `${type}${seconds}`, timestamp: at(seconds), parentId: null },
});
const gemini = (type: string, seconds: number, more: object) => ({
  ...{ type, timestamp: at(seconds), ...more },
});
const own = (type: string, seconds: number, more: object) => ({
  ...{ type, timestamp: at(seconds), trace_id: "ab".repeat(16), agent_id: "mine", ...more },
});
const messages = (role: string, content: string) =>
  JSON.stringify([{ role, parts: [{ type: "text", content }] }]);

const FILES: Record<string, Record<string, string>> = {
  "Claude's session": {
    "sessions/-w/s1.jsonl": jsonl([
      claude("user", 0, { role: "user", content: ASKED }),
      claude("assistant", 1, {
        ...{ id: "m1", model: "claude-sonnet-4-5", role: "assistant", usage },
        content: [
          { type: "thinking", thinking: THOUGHT },
          { type: "tool_use", id: "t1", name: "Bash", input: { command: GIVEN } },
        ],
      }),
      claude("user", 2, { content: [{ type: "tool_result", tool_use_id: "t1", content: GOT }] }),
      claude("assistant", 3, {
        ...{ id: "m2", model: "claude-sonnet-4-5", role: "assistant", usage },
        content: [{ type: "text", text: ANSWERED }],
      }),
    ]),
  },
  "Codex' rollout": {
    [`codex/sessions/2026/11/20/rollout-2026-11-20T14-00-00-${THREAD}.jsonl`]: jsonl([
      codex(0, "session_meta", { id: THREAD }),
      codex(0, "turn_context", { model: "gpt-5-codex" }),
      codex(0, "event_msg", { type: "user_message", message: ASKED }),
      codex(1, "response_item", { type: "reasoning", summary: [{ type: "summary_text", text: THOUGHT }] }),
      codex(1, "response_item", { type: "function_call", name: "shell", call_id: "c1", arguments: GIVEN }),
      counted(1, 100, 100),
      codex(2, "response_item", { type: "function_call_output", call_id: "c1", output: GOT }),
      counted(3, 250, 150),
      codex(3, "response_item", {
        ...{ type: "message", role: "assistant" },
        content: [{ type: "output_text", text: ANSWERED }],
      }),
    ]),
  },
  "Codex' events": {
    "codex/exec.jsonl": jsonl([
      { type: "thread.started", thread_id: "t" },
      { type: "turn.started" },
      { type: "item.completed", item: { id: "i0", type: "reasoning", text: THOUGHT } },
      {
        type: "item.completed",
        item: {
          ...{ id: "i1", type: "command_execution", command: GIVEN, aggregated_output: GOT, exit_code: 0 },
          status: "completed",
        },
      },
      { type: "item.completed", item: { id: "i2", type: "agent_message", text: ANSWERED } },
      { type: "turn.completed", usage: tokens(10) },
    ]),
  },
  "Copilot's events": {
    "copilot/events.jsonl": jsonl([
      copilot("session.start", 0, { sessionId: "7c2b4d2f-0000-4000-8000-000000000002" }),
      copilot("user.message", 0, { content: ASKED }),
      copilot("assistant.turn_start", 1, {}),
      copilot("assistant.message", 1, {
        ...{ content: "", reasoningText: THOUGHT, toolRequests: [{ toolCallId: "t1", name: "bash" }] },
      }),
      copilot("tool.execution_start", 2, {
        toolCallId: "t1",
        toolName: "bash",
        arguments: { command: GIVEN },
      }),
      copilot("tool.execution_complete", 3, { toolCallId: "t1", success: true, result: { content: GOT } }),
      copilot("assistant.turn_start", 4, {}),
      copilot("assistant.message", 4, { content: ANSWERED }),
    ]),
  },
  "Gemini's stream": {
    "gemini/stdout.log": jsonl([
      gemini("init", 0, { session_id: "g1", model: "gemini-2.5-pro" }),
      gemini("message", 0, { role: "user", content: ASKED }),
      gemini("message", 1, { role: "assistant", content: THOUGHT }),
      gemini("tool_use", 2, { tool_name: "shell", tool_id: "t1", parameters: { command: GIVEN } }),
      gemini("tool_result", 3, { tool_id: "t1", status: "success", output: GOT }),
      gemini("message", 4, { role: "assistant", content: ANSWERED.slice(0, 30), delta: true }),
      gemini("message", 4, { role: "assistant", content: ANSWERED.slice(30), delta: true }),
    ]),
  },
  "Gemini's session": {
    "gemini/chats/session-1.json": JSON.stringify({
      ...{ sessionId: "g1", projectHash: "h", startTime: at(0) },
      messages: [
        { id: "1", type: "user", timestamp: at(0), content: ASKED },
        {
          ...{ id: "2", type: "gemini", timestamp: at(1), content: "", thoughts: [{ description: THOUGHT }] },
          ...{ model: "gemini-2.5-pro", tokens: { input: 5, output: 2 } },
          toolCalls: [
            { id: "t1", name: "shell", args: { command: GIVEN }, status: "success", resultDisplay: GOT },
          ],
        },
        { id: "3", type: "gemini", timestamp: at(3), content: ANSWERED, model: "gemini-2.5-pro" },
      ],
    }),
  },
  "OpenTelemetry's spans": {
    "t/agentops-otlp.jsonl": `${spans(
      "my-agent",
      { id: 1, name: "invoke_agent", seconds: 9 },
      {
        ...{ id: 2, parent: 1, name: "chat gpt-5" },
        attributes: {
          "gen_ai.usage.input_tokens": 5,
          "gen_ai.input.messages": messages("user", ASKED),
          "gen_ai.output.messages": messages("assistant", THOUGHT),
        },
      },
      {
        ...{ id: 3, parent: 1, name: "execute_tool shell" },
        attributes: { "gen_ai.tool.call.arguments": GIVEN, "gen_ai.tool.call.result": GOT },
      },
      {
        ...{ id: 4, parent: 1, name: "chat gpt-5" },
        attributes: {
          "gen_ai.usage.input_tokens": 6,
          "gen_ai.output.messages": messages("assistant", ANSWERED),
        },
      },
    )}\n`,
  },
  "our own events": {
    "t/agentops-events.jsonl": jsonl([
      own("agent.request.started", 0, { input: ASKED }),
      own("agent.step.completed", 1, { operation: "llm_request", model: "gpt-5", content: THOUGHT }),
      own("agent.tool.called", 2, { tool_name: "shell", input: GIVEN, output: GOT }),
      own("agent.step.completed", 3, { operation: "llm_request", model: "gpt-5", content: ANSWERED }),
      own("agent.policy.decision", 3, { policy_id: "p", policy_result: "deny", input: GIVEN }),
      own("agent.request.completed", 4, { output: ANSWERED }),
    ]),
  },
};

const read = (files: Record<string, string>, previews: Previews) =>
  imported(files, aContext({ privacy: { previews, redact: {} } }));
const wordsIn = (reported: unknown) =>
  [ASKED, THOUGHT, GIVEN, GOT, "the answer"].filter((word) =>
    JSON.stringify(reported).includes(JSON.stringify(word).slice(1, -1)),
  );

describe.each(Object.entries(FILES))("%s", (what, files) => {
  it("gives what was said where contents are kept, step by step and without secrets", () => {
    const { executions } = read(files, "full");
    const [execution] = executions as [Execution];
    const calls = execution.tools.map(({ input, output }) => ({ input, output }));
    const given = calls[0]?.input?.startsWith("{") ? JSON.stringify({ command: GIVEN }) : GIVEN;
    expect(calls).toEqual([{ input: given, output: GOT }]);
    expect(execution.steps.flatMap(({ content }) => content ?? [])).toEqual([
      THOUGHT,
      "the answer, and [redacted:github_token]",
    ]);
    const isSilent = what === "Codex' events"; // they do not tell the prompt
    expect(execution.query_preview).toBe(isSilent ? null : ASKED);
    expect(JSON.stringify(executions)).not.toContain(SECRET);
  });

  it("keeps none of it where nothing is to be kept, and the ends alone where little is", () => {
    const none = read(files, "none");
    expect(wordsIn([none.executions, none.events])).toEqual([]);
    const short = read(files, "short");
    const kept = wordsIn([short.executions, short.events]);
    expect(kept).not.toContain(GIVEN);
    expect(kept).not.toContain(GOT);
    expect(kept).not.toContain(THOUGHT);
    const [full] = read(files, "full").executions as [Execution];
    expect(wordsIn(withPreviews(full, "none"))).toEqual([]);
    expect(withPreviews(full, "short").query_preview).toBe(short.executions[0]?.query_preview ?? null);
  });
});

describe("contents at the border of the machine", () => {
  it("stay on it unless they are to be kept", () => {
    const line = FILES["OpenTelemetry's spans"]?.["t/agentops-otlp.jsonl"] ?? "{}";
    const request = JSON.parse(line);
    expect(wordsIn(scrub(request, { redact: {} }, {}))).toEqual([]);
    expect(wordsIn(scrub(request, { redact: {}, previews: "short" }, {}))).toEqual([]);
    const kept = JSON.stringify(scrub(request, { redact: {}, previews: "full" }, {}));
    expect(kept).toContain(GOT);
    expect(kept).not.toContain(SECRET);
    const again = read({ "t/agentops-otlp.jsonl": `${kept}\n` }, "full").executions;
    expect(wordsIn(again)).toHaveLength(5);
  });

  it("are of events the beginning of prompts and answers, or all", () => {
    const tool = JSON.stringify(own("agent.tool.called", 1, { input: GIVEN, content: THOUGHT }));
    const asked = JSON.stringify(own("agent.request.started", 1, { input: "x".repeat(900) }));
    expect(wordsIn(redactedEvent(tool, {}))).toEqual([]);
    expect(wordsIn(redactedEvent(tool, {}, "short"))).toEqual([]);
    expect(JSON.parse(redactedEvent(asked, {}))).not.toHaveProperty("input");
    expect(JSON.parse(redactedEvent(asked, {}, "short")).input).toHaveLength(500);
    expect(JSON.parse(redactedEvent(asked, {}, "full")).input).toHaveLength(900);
    expect(JSON.parse(redactedEvent(tool, {}, "full"))).toMatchObject({ input: GIVEN, content: THOUGHT });
  });

  it("get shorter before anything else is left out", () => {
    const text = "word ".repeat(400);
    const long = anExecution({
      steps: Array.from({ length: 400 }, (_, index) => anAgentStep({ index, content: text })),
      tools: Array.from({ length: 300 }, () => aToolCall({ input: text, output: text })),
    });
    const kept = withinSize(long);
    expect(storedBytes(kept)).toBeLessThanOrEqual(LARGEST_EXECUTION);
    expect([kept.steps.length, kept.tools.length]).toEqual([400, 300]);
    expect(kept.steps[0]?.content).toHaveLength(200);
    expect(kept.truncated).toEqual(["Contents are cut to 200 characters, for their size."]);
  });
});
