import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imported, jsonl, totals } from "../importing.ts";

const SESSION = "5b1a3c1e-0000-4000-8000-000000000001";

/** Two requests of 1,000 and 2,000 prompt tokens, half of it cached. */
const STATS = {
  session_id: SESSION,
  response: "Done.",
  stats: {
    models: {
      "gemini-2.5-pro": {
        api: { totalRequests: 2, totalErrors: 0, totalLatencyMs: 3000 },
        tokens: {
          input: 1500,
          prompt: 3000,
          candidates: 200,
          total: 3250,
          cached: 1500,
          thoughts: 50,
          tool: 0,
        },
      },
    },
    tools: {
      totalCalls: 3,
      byName: {
        run_shell_command: {
          count: 3,
          success: 1,
          fail: 2,
          durationMs: 900,
          decisions: { accept: 0, reject: 1, modify: 0, auto_accept: 2 },
        },
      },
    },
  },
};

function log(name: string, attributes: Record<string, unknown>, seconds: number) {
  return {
    hrTime: [1_795_000_000 + seconds, 500_000_000],
    resource: {
      _rawAttributes: [
        ["service.name", "gemini-cli"],
        ["session.id", SESSION],
      ],
    },
    instrumentationScope: { name: "gemini-cli" },
    attributes: { "event.name": `gemini_cli.${name}`, "session.id": SESSION, ...attributes },
    _body: "x",
  };
}

const RESPONSE = {
  model: "gemini-2.5-pro",
  duration_ms: 1500,
  output_token_count: 100,
  thoughts_token_count: 25,
  tool_token_count: 0,
};
const TELEMETRY = [
  log("config", { model: "gemini-2.5-pro" }, 0),
  log("api_response", { ...RESPONSE, input_token_count: 1000, cached_content_token_count: 500 }, 2),
  log("network_retry_attempt", { attempt: 1, error_type: "ETIMEDOUT" }, 3),
  log(
    "tool_call",
    {
      function_name: "get_issue",
      mcp_server_name: "github",
      duration_ms: 90,
      success: true,
      decision: "auto_accept",
      content_length: 12,
    },
    4,
  ),
  log(
    "tool_call",
    {
      function_name: "run_shell_command",
      duration_ms: 10,
      success: "false",
      decision: "reject",
      error: "no",
    },
    5,
  ),
  {
    ...log("api_response", { ...RESPONSE, input_token_count: 2000, cached_content_token_count: 1000 }, 8),
    resource: "[Circular]",
  },
  {
    _spanContext: { traceId: "a", spanId: "b" },
    name: "llm_call",
    attributes: { "gen_ai.usage.input_tokens": 1000 },
    startTime: [1, 2],
  },
  {
    resource: {},
    scopeMetrics: [
      { metrics: [{ descriptor: { name: "gemini_cli.token.usage" }, dataPoints: [{ value: 3000 }] }] },
    ],
  },
]
  .map((record) => `${JSON.stringify(record, null, 2)}\n`)
  .join("");

const RECORDED = [
  { sessionId: SESSION, projectHash: "p", startTime: "2026-11-20T14:00:00.000Z", kind: "main" },
  { id: "u1", timestamp: "2026-11-20T14:00:00.000Z", type: "user", content: "Fix it" },
  { id: "g1", timestamp: "2026-11-20T14:00:02.000Z", type: "gemini", content: "", model: "gemini-2.5-pro" },
  {
    id: "g1",
    timestamp: "2026-11-20T14:00:02.000Z",
    type: "gemini",
    content: "",
    tokens: { input: 1000, output: 100, cached: 500, thoughts: 25, tool: 0, total: 1125 },
    toolCalls: [
      {
        id: "t1",
        name: "read_file",
        args: { path: "a" },
        status: "success",
        result: [],
        timestamp: "2026-11-20T14:00:03.000Z",
      },
    ],
  },
  { $rewindTo: "u1" },
  { $set: { lastUpdated: "2026-11-20T14:00:09.000Z" } },
  {
    id: "g2",
    timestamp: "2026-11-20T14:00:08.000Z",
    type: "gemini",
    content: [{ text: "Done." }],
    model: "gemini-2.5-pro",
    tokens: { input: 2000, output: 100, cached: 1000, thoughts: 25, tool: 0, total: 2125 },
  },
];

const STREAM = [
  { type: "init", timestamp: "2026-11-20T14:00:00.000Z", session_id: SESSION, model: "gemini-2.5-pro" },
  { type: "message", timestamp: "2026-11-20T14:00:01.000Z", role: "user", content: "Fix it" },
  {
    type: "tool_use",
    timestamp: "2026-11-20T14:00:02.000Z",
    tool_name: "read_file",
    tool_id: "t1",
    parameters: { path: "a" },
  },
  {
    type: "tool_result",
    timestamp: "2026-11-20T14:00:03.000Z",
    tool_id: "t1",
    status: "error",
    error: { type: "not_found", message: "No such file" },
  },
  { type: "message", timestamp: "2026-11-20T14:00:05.000Z", role: "assistant", content: "Do", delta: true },
  { type: "message", timestamp: "2026-11-20T14:00:05.100Z", role: "assistant", content: "ne.", delta: true },
  {
    type: "result",
    timestamp: "2026-11-20T14:00:06.000Z",
    status: "success",
    stats: {
      total_tokens: 3250,
      input_tokens: 3000,
      output_tokens: 200,
      cached: 1500,
      duration_ms: 6000,
      tool_calls: 1,
    },
  },
];

const ALL = { prompt: 3000, completion: 250, cache_read: 1500, usd: 0 };

describe("Gemini CLI", () => {
  it.each([
    [
      { github_issue_number: "123", github_pr_number: "" },
      { kind: "issue", number: 123 },
    ],
    [
      { github_issue_number: "9", github_pr_number: 9 },
      { kind: "pull_request", number: 9 },
    ],
    [{ github_issue_number: "", github_pr_number: "-1" }, null],
  ])("knows what it worked on: %j", (numbers, item) => {
    const config = `${JSON.stringify(log("config", numbers, 0))}\n`;
    expect(imported({ ".gemini/telemetry.log": config + TELEMETRY }).executions).toMatchObject([{ item }]);
  });

  it.each([
    [
      "its JSON output",
      { "gemini-output/stdout.log": `Loaded cached credentials.\n${JSON.stringify(STATS, null, 2)}` },
    ],
    ["its stream", { "out/stream.jsonl": jsonl(STREAM) }],
    ["its recording, last line wins", { "chats/session-1.jsonl": jsonl(RECORDED) }],
    [
      "an older recording",
      { "chats/session-1.json": JSON.stringify({ ...RECORDED[0], messages: RECORDED.slice(3) }) },
    ],
    ["its telemetry file", { ".gemini/telemetry.log": TELEMETRY }],
  ])("counts the same tokens from %s: cache within the prompt, thoughts within the answer", (_, files) => {
    const reported = imported(files);
    expect(totals(reported)).toEqual(ALL);
    expect(reported.executions).toMatchObject([
      { agent_id: "gemini-cli", session_id: SESSION, status: "success", model: "gemini-2.5-pro" },
    ]);
    expect(reported.problems).toEqual([]);
  });

  it("counts the answers that a resumed session copied from another once", () => {
    const resumed = RECORDED.map((line) =>
      "sessionId" in line ? { ...line, sessionId: "s-resumed" } : line,
    );
    const more = {
      ...{
        id: "g3",
        timestamp: "2026-11-20T14:05:00.000Z",
        type: "gemini",
        content: "More.",
        model: "gemini-2.5-pro",
      },
      tokens: { input: 400, output: 10, cached: 0, thoughts: 0, tool: 0, total: 410 },
    };
    const reported = imported({
      "gemini/chats/session-1.jsonl": jsonl(RECORDED),
      "gemini/chats/session-2.jsonl": jsonl([...resumed, more]),
    });
    expect(totals(reported)).toMatchObject({ prompt: 3400, completion: 260 });
    expect(reported.executions.map(({ usage }) => usage[0]?.requests)).toEqual([2, 1]);
  });

  it("takes the best of several files of one session, and adds none of them twice", () => {
    const files = {
      "gemini-output/stderr.log": "",
      "gemini-output/stdout.log": JSON.stringify(STATS, null, 2),
      "gemini-output/telemetry.log": TELEMETRY,
      "chats/session-1.jsonl": jsonl(RECORDED),
    };
    const reported = imported(files);
    expect(totals(reported)).toEqual(ALL);
    expect(reported.executions).toHaveLength(1);
    const [execution] = reported.executions;
    expect(execution).toMatchObject({ model_calls: 2, retries: 1, turns: 2, llm_time_ms: 3000 });
    expect(execution?.tools).toMatchObject([
      { name: "get_issue", server: "github", status: "success", duration_ms: 90, output_bytes: 12 },
      { name: "run_shell_command", status: "denied", error_type: "permission_denied" },
    ]);
    expect(execution?.decisions).toMatchObject([
      { policy_id: "approval:auto_accept", tool: "get_issue", result: "allow" },
      { policy_id: "approval:reject", tool: "run_shell_command", result: "block" },
    ]);
    const backwards = imported(Object.fromEntries(Object.entries(files).reverse()));
    expect(backwards.executions.map(({ usage, steps, tools }) => ({ usage, steps, tools }))).toEqual(
      reported.executions.map(({ usage, steps, tools }) => ({ usage, steps, tools })),
    );
  });

  it("tells calls that are only counted by their outcome", () => {
    expect(imported({ "x/stdout.log": JSON.stringify(STATS) }).executions[0]?.tools).toMatchObject([
      { name: "run_shell_command", status: "success", calls: 1, duration_ms: 300, step: null },
      { name: "run_shell_command", status: "failure", calls: 1 },
      { name: "run_shell_command", status: "denied", calls: 1 },
    ]);
  });

  it("tells a stop at the limit of turns", () => {
    const output = {
      session_id: SESSION,
      error: { type: "FatalTurnLimitedError", message: "Reached max", code: 53 },
    };
    const { executions, events } = imported({ "gemini-artifacts/stderr.log": JSON.stringify(output) });
    expect(executions).toMatchObject([{ status: "failure", error_type: "max_turns" }]);
    expect(events).toMatchObject([{ type: "agent.budget.threshold_hit", policy_id: "max_turns" }]);
  });

  it("reads a truncated file as far as it goes, and says where it ends", () => {
    const reported = imported({
      "t/telemetry.log": TELEMETRY.slice(0, TELEMETRY.indexOf('"retry') - 40) + '{\n "a": {',
    });
    expect(reported.problems).toMatchObject([{ file: "t/telemetry.log" }]);
  });

  it("makes the same of a file however it is cut", () => {
    const files = {
      "gemini-output/telemetry.log": TELEMETRY,
      "chats/s.jsonl": jsonl(RECORDED),
      "o.jsonl": jsonl(STREAM),
    };
    const whole = imported(files);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (piece) => {
        expect(imported(files, undefined, piece)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("survives any values in place of the known ones", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom("tokens", "models", "tools", "decisions", "api"),
        (value, key) => {
          const forged = JSON.stringify(STATS).replace(new RegExp(`"${key}":`), `"${key}":${value},"was":`);
          const reported = imported({ "gemini-output/stdout.log": forged });
          expect(
            reported.problems.filter(({ message }) => message.startsWith("It could not be read")),
          ).toEqual([]);
        },
      ),
    );
  });
});
