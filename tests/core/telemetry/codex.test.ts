import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aContext, imported, jsonl, totals } from "./importing.ts";

const THREAD = "0199812e-64f0-7f73-91fc-095dda01c36e";
const PATH = `codex/sessions/2026/11/20/rollout-2026-11-20T14-00-00-${THREAD}.jsonl`;

function at(seconds: number, type: string, payload: object) {
  return { timestamp: new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString(), type, payload };
}

const tokens = (input: number, output: number) => ({
  input_tokens: input,
  cached_input_tokens: Math.floor(input / 2),
  output_tokens: output,
  reasoning_output_tokens: 1,
  total_tokens: input + output,
});
const count = (seconds: number, total: [number, number], last: [number, number]) =>
  at(seconds, "event_msg", {
    type: "token_count",
    info: {
      total_token_usage: tokens(...total),
      last_token_usage: tokens(...last),
      model_context_window: 272_000,
    },
  });
const call = (seconds: number, id: string, name: string) =>
  at(seconds, "response_item", { type: "function_call", name, call_id: id, arguments: '{"command":["ls"]}' });
const output = (seconds: number, id: string, reported: unknown) =>
  at(seconds, "response_item", { type: "function_call_output", call_id: id, output: reported });

const begin = [
  at(0, "session_meta", {
    id: THREAD,
    cli_version: "0.40.0",
    originator: "codex_exec",
    model_provider: "openai",
  }),
  at(0, "turn_context", { model: "gpt-5-codex" }),
];
const rollout = [
  ...begin,
  count(3, [1000, 50], [1000, 50]),
  call(3, "c-1", "shell"),
  output(
    5,
    "c-1",
    JSON.stringify({ output: "error: malformed JSON", metadata: { exit_code: 2, duration_seconds: 1.5 } }),
  ),
  count(6, [1000, 50], [1000, 50]),
  at(6, "event_msg", { type: "token_count", info: null, rate_limits: {} }),
  count(8, [2500, 90], [1500, 40]),
  call(8, "c-2", "github__get_issue"),
  output(9, "c-2", "failed in sandbox: denied"),
  count(12, [800, 10], [800, 10]),
  at(13, "response_item", {
    type: "message",
    role: "assistant",
    content: [{ type: "output_text", text: "Done." }],
  }),
];

describe("Codex' rollout files", () => {
  it("sum what each request used: totals are told again and begin anew within a file", () => {
    const reported = imported({ [PATH]: jsonl(rollout) });
    expect(totals(reported)).toMatchObject({ prompt: 3300, completion: 100, cache_read: 1650 });
    expect(reported.executions).toMatchObject([
      {
        agent_id: "codex",
        session_id: THREAD,
        agent_version: "0.40.0",
        model: "gpt-5-codex",
        status: "success",
        turns: 3,
        duration_ms: 13_000,
        context: { max_prompt_tokens: 1500, window: 272_000 },
        usage: [{ provider: "openai", requests: 3, reasoning: 3 }],
      },
    ]);
  });

  it("join calls with their results, and tell a refusal from a failure", () => {
    const [execution] = imported({ [PATH]: jsonl(rollout) }).executions;
    expect(execution?.tools).toMatchObject([
      { name: "shell", status: "failure", error_type: "script_error", duration_ms: 2000 },
      {
        name: "get_issue",
        server: "github",
        status: "denied",
        error_type: "permission_denied",
        duration_ms: 1000,
      },
    ]);
    expect(execution?.tools[0]?.input_hash).toBe(execution?.tools[1]?.input_hash);
    expect(execution?.steps.map(({ kind }) => kind)).toEqual([
      ...["thought", "tool_call", "observation", "thought", "tool_call", "observation"],
      "final_answer",
    ]);
  });

  it("count one of the two records of tokens that newer builds write", () => {
    const record = (seconds: number) =>
      at(seconds, "token_usage_record", { thread_id: THREAD, usage: tokens(1000, 50) });
    expect(
      totals(imported({ [PATH]: jsonl([...begin, record(2), count(3, [1000, 50], [1000, 50])]) })).prompt,
    ).toBe(1000);
    expect(totals(imported({ [PATH]: jsonl([...begin, record(2), record(4)]) })).prompt).toBe(2000);
  });

  it("count the same file in two artifacts once", () => {
    const text = jsonl(rollout);
    expect(totals(imported({ [PATH]: text, [`copy/${PATH}`]: text }))).toEqual(
      totals(imported({ [PATH]: text })),
    );
  });

  it("say when a turn was stopped, and forget it when the thread went on", () => {
    const stop = (reason: string) => at(14, "event_msg", { type: "turn_aborted", reason });
    const stopped = imported({ [PATH]: jsonl([...rollout, stop("budget_limited")]) });
    expect(stopped.executions).toMatchObject([{ status: "failure", error_type: "budget_exceeded" }]);
    expect(stopped.events).toMatchObject([{ type: "agent.budget.threshold_hit", policy_id: "codex:budget" }]);
    const more = [count(16, [900, 20], [100, 10]), at(17, "event_msg", { type: "task_complete" })];
    expect(imported({ [PATH]: jsonl([...rollout, stop("interrupted"), ...more]) }).executions).toMatchObject([
      { status: "success", error_type: null },
    ]);
  });

  it("make the same of any cutting, and never throw on noise", () => {
    const whole = imported({ [PATH]: jsonl(rollout) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (piece) => {
        expect(imported({ [PATH]: jsonl(rollout) }, aContext(), piece)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, noise) => {
        const odd = ["session_meta", "turn_context", "event_msg", "response_item"].map((type) => ({
          type,
          payload: value,
        }));
        expect(() => imported({ [PATH]: `${jsonl(odd)}${noise}\n${jsonl(rollout)}` })).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});

describe("the events of `codex exec --json`", () => {
  const item = (id: string, type: string, more: object) => ({
    type: "item.completed",
    item: { id, type, ...more },
  });
  const turn = (input: number, out: number) => ({ type: "turn.completed", usage: tokens(input, out) });
  const events = [
    { type: "thread.started", thread_id: THREAD },
    { type: "turn.started" },
    item("item_0", "reasoning", { text: "Look" }),
    {
      type: "item.started",
      item: { id: "item_1", type: "command_execution", command: "ls", status: "in_progress" },
    },
    item("item_1", "command_execution", {
      command: "ls",
      aggregated_output: "x",
      exit_code: 2,
      status: "failed",
    }),
    item("item_2", "mcp_tool_call", {
      server: "github",
      tool: "get_issue",
      arguments: {},
      status: "completed",
    }),
    item("item_3", "command_execution", { command: "rm -rf /", status: "declined" }),
    item("item_4", "error", { message: "model rerouted: gpt-5-codex -> gpt-5 (capacity)" }),
    item("item_5", "agent_message", { text: "4" }),
    turn(1000, 50),
    { type: "turn.started" },
    { type: "error", message: "Reconnecting... 1/5 (stream closed)" },
    turn(2500, 90),
  ];

  it("are totals so far: the last is the sum", () => {
    const reported = imported({ "codex/out.jsonl": jsonl(events) });
    expect(totals(reported)).toMatchObject({ prompt: 2500, completion: 90 });
    expect(reported.executions).toMatchObject([
      { session_id: THREAD, status: "success", turns: 2, retries: 1, fallbacks: 1, model: null },
    ]);
    expect(reported.executions[0]?.tools.map(({ name, server, status }) => [name, server, status])).toEqual([
      ["shell", null, "failure"],
      ["get_issue", "github", "success"],
      ["shell", null, "denied"],
    ]);
    expect(reported.executions[0]?.decisions).toMatchObject([
      { policy_id: "approval", tool: "shell", result: "block" },
    ]);
  });

  it("are read behind a job log's timestamps, and count what a restarted thread used before", () => {
    const text = jsonl([...events, { type: "turn.started" }, turn(300, 5)]).replaceAll(
      /^(?=.)/gm,
      "2026-11-20T14:00:00.1234567Z ",
    );
    expect(totals(imported({ "log/out.txt": text }))).toMatchObject({ prompt: 2800, completion: 95 });
  });

  it("tell searches as fees whose price is not known without a model", () => {
    const search = item("item_9", "web_search", { query: "a" });
    const reported = imported({ "codex/out.jsonl": jsonl([events[0], search, turn(1000, 50)]) });
    expect(reported.executions[0]?.usage.map(({ fee, prompt }) => [fee?.count ?? null, prompt])).toEqual([
      [null, 1000],
      [1, null],
    ]);
  });

  it("give way to the rollout of the same thread", () => {
    const reported = imported({ "codex/out.jsonl": jsonl(events), [PATH]: jsonl(rollout) });
    expect(reported.executions).toMatchObject([{ source: { importer: "codex-rollout" } }]);
    expect(totals(reported).prompt).toBe(3300);
  });

  it("tell a failed turn", () => {
    const failed = { type: "turn.failed", error: { message: "unexpected status 429 Too Many Requests" } };
    expect(imported({ "codex/out.jsonl": jsonl([...events.slice(0, 3), failed]) }).executions).toMatchObject([
      { status: "failure", error_type: "rate_limit", usage: [] },
    ]);
  });
});
