import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imported, jsonl, totals } from "../importing.ts";

const SESSION = "7c2b4d2f-0000-4000-8000-000000000002";
let count = 0;

function event(type: string, data: Record<string, unknown>, seconds = 0, ephemeral = false) {
  const timestamp = new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();
  return { type, data, id: `e${count++}`, timestamp, parentId: null, ...(ephemeral && { ephemeral }) };
}

const START = event("session.start", {
  sessionId: SESSION,
  version: 1,
  copilotVersion: "1.0.78",
  selectedModel: "gpt-5.2",
});
const WORK = [
  START,
  event("user.message", { content: "Fix it" }, 1),
  event("assistant.turn_start", { turnId: "0" }, 2),
  event(
    "assistant.message",
    { messageId: "m1", content: "", outputTokens: 40, toolRequests: [{ toolCallId: "t1", name: "bash" }] },
    4,
  ),
  event(
    "permission.requested",
    { requestId: "p1", permissionRequest: { kind: "shell", toolCallId: "t1" } },
    4,
  ),
  event("permission.completed", { requestId: "p1", result: { kind: "denied-by-rules" } }, 4),
  event("tool.execution_start", { toolCallId: "t1", toolName: "bash", arguments: { command: "rm" } }, 4),
  event(
    "tool.execution_complete",
    { toolCallId: "t1", success: false, error: { code: "denied", message: "Denied by rules" } },
    5,
  ),
  event(
    "tool.execution_start",
    {
      toolCallId: "t2",
      toolName: "github-get_issue",
      mcpServerName: "github",
      mcpToolName: "get_issue",
      arguments: {},
    },
    5,
  ),
  event("tool.execution_complete", { toolCallId: "t2", success: true, result: { content: "An issue" } }, 7),
  event("assistant.turn_end", { turnId: "0" }, 7),
  event(
    "model.call_failure",
    { errorType: "rate_limit", statusCode: 429, failureKind: "api", model: "gpt-5.2", durationMs: 10 },
    8,
  ),
  event("assistant.turn_start", { turnId: "1" }, 9),
  event("assistant.message", { messageId: "m2", content: "Done.", outputTokens: 60 }, 10),
  event("assistant.turn_end", { turnId: "1" }, 10),
  event("session.usage_checkpoint", { totalNanoAiu: 1_000_000_000, totalPremiumRequests: 1 }, 10),
];
const SHUTDOWN = event(
  "session.shutdown",
  {
    shutdownType: "routine",
    totalPremiumRequests: 1,
    totalNanoAiu: 9_406_930_000,
    totalApiDurationMs: 3000,
    modelMetrics: {
      "gpt-5.2": {
        requests: { count: 2, cost: 33 },
        usage: {
          inputTokens: 3000,
          outputTokens: 100,
          cacheReadTokens: 1500,
          cacheWriteTokens: 0,
          reasoningTokens: 20,
        },
        totalNanoAiu: 9_406_930_000,
      },
    },
  },
  11,
);
const usage = (input: number, output: number, cached: number, nano: number, seconds: number) =>
  event(
    "assistant.usage",
    {
      model: "gpt-5.2",
      inputTokens: input,
      outputTokens: output,
      cacheReadTokens: cached,
      cacheWriteTokens: 0,
      cost: 1,
      duration: 1500,
      copilotUsage: { totalNanoAiu: nano },
    },
    seconds,
    true,
  );
const STDOUT = [
  ...WORK.slice(0, 4),
  usage(1000, 40, 500, 4_000_000_000, 4),
  ...WORK.slice(4, -1),
  usage(2000, 60, 1000, 5_406_930_000, 10),
];
const RESULT = {
  type: "result",
  timestamp: "2026-11-20T14:00:12.000Z",
  sessionId: SESSION,
  exitCode: 0,
  usage: { premiumRequests: 1, totalApiDurationMs: 3000, sessionDurationMs: 12_000 },
};

const ALL = { prompt: 3000, completion: 100, cache_read: 1500, usd: 0 };

function span(
  spanId: string,
  parentSpanId: string | null,
  name: string,
  attributes: Record<string, unknown>,
) {
  return {
    type: "span",
    traceId: "d".repeat(32),
    spanId,
    ...(parentSpanId !== null && { parentSpanId }),
    name,
    kind: 2,
    startTime: [1_795_000_000, 0],
    endTime: [1_795_000_002, 500_000_000],
    attributes,
    status: { code: 0 },
    events: [],
    instrumentationScope: { name: "github.copilot" },
  };
}
const used = (input: number, output: number, cached: number, nano: number) => ({
  "gen_ai.request.model": "gpt-5.2",
  "gen_ai.usage.input_tokens": input,
  "gen_ai.usage.output_tokens": output,
  "gen_ai.usage.cache_read.input_tokens": cached,
  "github.copilot.nano_aiu": nano,
});
const ROOT = {
  "gen_ai.operation.name": "invoke_agent",
  "gen_ai.conversation.id": SESSION,
  "github.copilot.cost": 33,
  "github.copilot.turn_count": 1,
};
const SPANS = [
  span("c1", "root", "chat gpt-5.2", used(1000, 40, 500, 4_000_000_000)),
  span("t1", "root", "execute_tool task", { "gen_ai.tool.name": "task", "gen_ai.tool.call.id": "call1" }),
  span("c2", "sub", "chat gpt-5.2", used(2000, 60, 1000, 5_406_930_000)),
  span("sub", "t1", "invoke_agent", {
    "gen_ai.operation.name": "invoke_agent",
    ...used(2000, 60, 1000, 5_406_930_000),
  }),
  span("root", null, "invoke_agent", { ...ROOT, ...used(3000, 100, 1500, 9_406_930_000) }),
];

describe("Copilot CLI", () => {
  it.each([
    ["session's own sums", { [`s/${SESSION}/events.jsonl`]: jsonl([...WORK, SHUTDOWN]) }],
    ["requests on standard output", { "copilot/out.jsonl": jsonl([...STDOUT, RESULT]) }],
    ["requests' spans, not their agents'", { "otel/copilot.jsonl": jsonl(SPANS) }],
    [
      "outermost agent's span, where there are no requests",
      { "otel/copilot.jsonl": jsonl(SPANS.filter(({ name }) => name === "invoke_agent")) },
    ],
    [
      "session once, whatever files tell of it",
      {
        [`s/${SESSION}/events.jsonl`]: jsonl([...WORK, SHUTDOWN]),
        "copilot/out.jsonl": jsonl([...STDOUT.slice(1), RESULT]),
        "otel/copilot.jsonl": jsonl(SPANS),
      },
    ],
  ])("counts the %s", (_, files) => {
    const reported = imported(files);
    expect(totals(reported)).toEqual(ALL);
    expect(reported.executions).toMatchObject([
      { agent_id: "github-copilot-cli", session_id: SESSION, status: "success" },
    ]);
    const credits = reported.executions[0]?.usage.reduce(
      (sum, row) => sum + (row.reported_ai_credits ?? 0),
      0,
    );
    expect(credits).toBeCloseTo(9.40693, 9);
    expect(reported.problems).toEqual([]);
  });

  it("never takes a multiplier for money, nor credits for dollars", () => {
    const [execution] = imported({ "e/events.jsonl": jsonl([...WORK, SHUTDOWN]) }).executions;
    expect(execution?.usage.map((row) => row.reported_cost_usd)).toEqual([null]);
    expect(execution?.usage.map((row) => row.reported_premium_requests)).toEqual([1]);
  });

  it("shares credits that are told for all models in one, so that no row is priced besides", () => {
    const row = (inputTokens: number) => ({
      requests: { count: 1 },
      usage: { inputTokens, outputTokens: 0 },
    });
    const modelMetrics = { "gpt-5.2": row(2000), "gpt-5-mini": row(1000), "no-tokens": row(0) };
    const shutdown = event("session.shutdown", { totalNanoAiu: 1_000_000_000, modelMetrics });
    const [execution] = imported({ "e/events.jsonl": jsonl([START, shutdown]) }).executions;
    const credits = execution?.usage.map((one) => one.reported_ai_credits ?? Number.NaN) ?? [];
    expect(credits).toEqual([0.666666667, 0.333333333, 0]);
  });

  it("tells steps, tools, what was refused and what was tried again", () => {
    const [execution] = imported({ "e/events.jsonl": jsonl([...WORK, SHUTDOWN]) }).executions;
    expect(execution).toMatchObject({ turns: 2, retries: 1, agent_version: "1.0.78", llm_time_ms: 3000 });
    expect(execution?.tools).toMatchObject([
      { name: "bash", operation: "shell_command", status: "denied", error_type: "permission_denied" },
      { name: "get_issue", server: "github", status: "success", duration_ms: 2000 },
    ]);
    expect(execution?.decisions).toMatchObject([
      { policy_id: "denied-by-rules", tool: "shell", result: "block" },
    ]);
    expect(execution?.steps.at(-1)).toMatchObject({ kind: "final_answer", turn: 2 });
  });

  it("tells a killed session's credits so far", () => {
    const [execution] = imported({ "e/events.jsonl": jsonl(WORK) }).executions;
    expect(execution).toMatchObject({
      status: "in_progress",
      usage: [{ prompt: null, reported_ai_credits: 1 }],
    });
  });

  it("tells a stop at the limit of credits, and trusts the result's exit code", () => {
    const abort = event("abort", { reason: "autopilot_credit_limit" }, 9);
    const { executions, events } = imported({ "e/events.jsonl": jsonl([START, abort]) });
    expect(executions).toMatchObject([{ status: "failure", error_type: "budget_exceeded" }]);
    expect(events).toMatchObject([{ policy_id: "max_ai_credits", session_id: SESSION }]);
    const failed = imported({ "o.jsonl": jsonl([...STDOUT, { ...RESULT, exitCode: 1 }]) });
    expect(failed.executions).toMatchObject([{ status: "failure" }]);
  });

  it("makes the same of a file however it is cut, and names a broken line", () => {
    const files = { "e/events.jsonl": `${jsonl(WORK)}{"type": "session.sh\n${jsonl([SHUTDOWN])}` };
    const whole = imported(files);
    expect(whole.problems).toMatchObject([{ file: "e/events.jsonl", line: WORK.length + 1 }]);
    expect(totals(whole)).toEqual(ALL);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (piece) => {
        expect(imported(files, undefined, piece)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("adds up the traces of one session's prompts", () => {
    const again = SPANS.map((one) => ({ ...one, traceId: "e".repeat(32), spanId: `${one.spanId}2` })).map(
      (one) => ("parentSpanId" in one ? { ...one, parentSpanId: `${one.parentSpanId}2` } : one),
    );
    const reported = imported({ "o.jsonl": jsonl([...SPANS, ...again]) });
    expect(reported.executions).toMatchObject([{ session_id: SESSION, turns: 2 }]);
    expect(totals(reported)).toEqual({ prompt: 6000, completion: 200, cache_read: 3000, usd: 0 });
  });

  it("adds spans up the same in any order", () => {
    const reported = imported({ "o.jsonl": jsonl(SPANS) }).executions.map(({ usage }) => usage);
    fc.assert(
      fc.property(fc.shuffledSubarray(SPANS, { minLength: SPANS.length }), (spans) => {
        expect(imported({ "o.jsonl": jsonl(spans) }).executions.map(({ usage }) => usage)).toEqual(reported);
      }),
      { numRuns: 20 },
    );
  });
});
