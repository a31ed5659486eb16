import { describe, expect, it } from "vitest";
import { aContext, imported, jsonl, totals } from "./importing.ts";

const PATH = "sessions/-home-runner-work/5c1d.jsonl";
const MODEL = "claude-sonnet-4-5-20250929";

function line(type: string, seconds: number, more: object, sessionId = "5c1d") {
  const timestamp = new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();
  return { parentUuid: null, isSidechain: false, sessionId, version: "2.1.0", type, timestamp, ...more };
}

function assistant(
  id: string,
  seconds: number,
  content: object[],
  output: number,
  more: object = {},
  sessionId = "5c1d",
) {
  const usage = {
    input_tokens: 10,
    cache_read_input_tokens: 100,
    cache_creation_input_tokens: 40,
    output_tokens: output,
  };
  const message = { id, model: MODEL, role: "assistant", content, usage, stop_reason: null };
  return line("assistant", seconds, { message, requestId: `req-${id}`, ...more }, sessionId);
}

const use = { type: "tool_use", id: "t-1", name: "Bash", input: { command: "npm test" } };
const result = (seconds: number, content: string, is_error: boolean) =>
  line("user", seconds, {
    message: { content: [{ type: "tool_result", tool_use_id: "t-1", content, is_error }] },
    toolUseResult: { stdout: content },
  });

const session = [
  { type: "file-history-snapshot", messageId: "x", snapshot: {} },
  line("user", 0, { message: { role: "user", content: "Fix the test" } }),
  assistant("m-1", 3, [{ type: "text", text: "I run it." }], 2),
  assistant("m-1", 4, [use], 60),
  result(9, "Exit code 1\nexpected JSON, malformed", true),
  assistant("m-2", 12, [{ type: "text", text: "Fixed." }], 30),
];

describe("Claude's session files", () => {
  it("count a call that stands on several lines once, with the largest it told", () => {
    const reported = imported({ [PATH]: jsonl(session) });
    expect(totals(reported)).toMatchObject({ prompt: 300, completion: 90, cache_read: 200 });
    expect(reported.executions).toMatchObject([
      {
        session_id: "5c1d",
        agent_version: "2.1.0",
        status: "success",
        started_at: "2026-11-20T14:00:00Z",
        completed_at: "2026-11-20T14:00:12Z",
        duration_ms: 12_000,
        turns: 2,
        usage_approximate: false,
        usage: [{ requests: 2, model: MODEL }],
      },
    ]);
  });

  it("measure calls of the model and of tools by the times of their lines", () => {
    const [execution] = imported({ [PATH]: jsonl(session) }).executions;
    expect(execution?.tools).toMatchObject([
      {
        name: "Bash",
        status: "failure",
        error_type: "script_error",
        duration_ms: 5000,
        started_at: "2026-11-20T14:00:04.000Z",
      },
    ]);
    expect(execution?.steps.map(({ kind, duration_ms }) => [kind, duration_ms])).toEqual([
      ["thought", 4000],
      ["tool_call", 5000],
      ["observation", null],
      ["final_answer", 3000],
    ]);
  });

  it("do not know how long a request took that nothing stands before", () => {
    const [execution] = imported({ [PATH]: jsonl([assistant("m-1", 3, [], 2)]) }).executions;
    expect(execution?.steps).toMatchObject([{ operation: "llm_request", duration_ms: null }]);
  });

  it("count history that a resumed session repeats in its own file once", () => {
    const resumed = [
      assistant("m-1", 4, [use], 60, {}, "9f9f"),
      assistant("m-3", 30, [{ type: "text", text: "More." }], 5, {}, "9f9f"),
    ];
    const reported = imported({ [PATH]: jsonl(session), "sessions/9f9f.jsonl": jsonl(resumed) });
    expect(totals(reported)).toMatchObject({ prompt: 450, completion: 95 });
    expect(reported.executions.map(({ session_id, model_calls }) => [session_id, model_calls])).toEqual([
      ["5c1d", 2],
      ["9f9f", 1],
    ]);
  });

  it("keep requests above the model's threshold apart, because they have another price", () => {
    const usage = { input_tokens: 150_000, cache_read_input_tokens: 50_000, output_tokens: 10 };
    const call = (id: string, more: object) =>
      assistant(id, 3, [], 10, { message: { id, model: MODEL, content: [], usage: { ...usage, ...more } } });
    const [execution] = imported({
      [PATH]: jsonl([call("m-1", {}), call("m-2", { input_tokens: 150_001 })]),
    }).executions;
    expect(execution?.usage.map(({ tier, prompt }) => [tier, prompt])).toEqual([
      ["long", 200_001],
      [null, 200_000],
    ]);
  });

  it("do not count a message that Claude Code wrote itself, and tell the error it holds", () => {
    const failed = line("assistant", 20, {
      isApiErrorMessage: true,
      message: {
        id: "x",
        model: "<synthetic>",
        content: [{ type: "text", text: "API Error: 529 Overloaded" }],
        usage: { input_tokens: 0, output_tokens: 0 },
      },
    });
    const reported = imported({ [PATH]: jsonl([...session, failed]) });
    expect(reported.executions).toMatchObject([
      { status: "failure", error_type: "provider_overloaded", model_calls: 2 },
    ]);
    expect(reported.executions[0]?.usage).toHaveLength(1);
  });

  it("lend their times to the execution file of the same session, which has the totals", () => {
    const sdk = [
      { type: "system", subtype: "init", session_id: "5c1d", model: MODEL },
      {
        type: "result",
        subtype: "success",
        is_error: false,
        session_id: "5c1d",
        total_cost_usd: 0.5,
        modelUsage: { [MODEL]: { inputTokens: 20, outputTokens: 90, costUSD: 0.5 } },
      },
    ];
    const reported = imported({
      [PATH]: jsonl(session),
      "claude/claude-execution-output.json": JSON.stringify(sdk),
    });
    expect(reported.executions).toMatchObject([
      {
        source: { importer: "claude-execution" },
        started_at: "2026-11-20T14:00:00Z",
        tools: [{ duration_ms: 5000 }],
      },
    ]);
    expect(totals(reported)).toMatchObject({ usd: 0.5, completion: 90 });
  });

  it("name the lines that could not be used", () => {
    const lines = jsonl(session).split("\n");
    lines[3] = lines[3]?.slice(0, 80) ?? "";
    const { problems, executions } = imported({ [PATH]: lines.join("\n") }, aContext(), 7);
    expect(problems).toEqual([{ file: PATH, line: 4, message: "This is not JSON." }]);
    expect(executions).toHaveLength(1);
  });
});
