import { describe, expect, it } from "vitest";
import { aContext, imported, jsonl, totals } from "../importing.ts";

const ID = (n: number) => `0199aaaa-0000-7000-8000-00000000000${n}`;
const PATH = (n: number) => `codex/rollout-2026-11-20T14-0${n}-00-${ID(n)}.jsonl`;
/** Milliseconds after the run began. */
const at = (ms: number, type: string, payload: object) => ({
  timestamp: new Date(Date.UTC(2026, 10, 20, 14, 0, 0) + ms).toISOString(),
  type,
  payload,
});
const used = (input: number, cached: number, output: number) => ({
  input_tokens: input,
  cached_input_tokens: cached,
  output_tokens: output,
});
type Sum = [number, number, number];
const count = (ms: number, total: Sum, last: Sum) =>
  at(ms, "event_msg", {
    type: "token_count",
    info: { total_token_usage: used(...total), last_token_usage: used(...last) },
  });
const meta = (ms: number, id: string, more: object = {}) =>
  at(ms, "session_meta", { id, model_provider: "openai", ...more });
const context = (ms: number) => at(ms, "turn_context", { model: "gpt-5.1-codex" });
const call = (ms: number, id: string) =>
  at(ms, "response_item", { type: "function_call", name: "shell", call_id: id, arguments: "{}" });
const output = (ms: number, id: string) =>
  at(ms, "response_item", { type: "function_call_output", call_id: id, output: "ok" });

/** What a thread did, with the times of `ms`, so that a fork can tell it again with others. */
const history = (ms: (own: number) => number) => [
  context(ms(100)),
  at(ms(200), "event_msg", { type: "user_message", message: "plan" }),
  count(ms(9_000), [8_000, 0, 300], [8_000, 0, 300]),
  call(ms(9_010), "call_1"),
  output(ms(11_000), "call_1"),
  count(ms(19_000), [17_000, 7_000, 500], [9_000, 7_000, 200]),
];
const parent = [meta(0, ID(1)), ...history((own) => own)];
const fork = (reported: readonly object[], own: readonly object[], from = 30_000) => [
  meta(from, ID(2), { forked_from_id: ID(1) }),
  meta(from, ID(1)),
  ...reported,
  ...own,
];
const own = [
  at(32_000, "event_msg", { type: "user_message", message: "part of it" }),
  count(45_000, [19_000, 8_000, 560], [2_000, 1_000, 60]),
];
const ALL = { prompt: 19_000, cache_read: 8_000, completion: 560 };

describe("a fork of a thread of Codex", () => {
  it.each([
    ["new times", history(() => 30_000)],
    ["new times, a little apart", history((was) => 30_000 + was / 100)],
    ["its old times", history((was) => was)],
  ])("counts what it made itself, and not the copy of its parent's with %s", (_, copied) => {
    const reported = imported({ [PATH(1)]: jsonl(parent), [PATH(2)]: jsonl(fork(copied, own)) });
    expect(totals(reported)).toMatchObject(ALL);
    expect(reported.executions.map(({ model_calls, tools }) => [model_calls, tools.length])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(reported.executions[1]).toMatchObject({
      model: "gpt-5.1-codex",
      started_at: "2026-11-20T14:00:30Z",
    });
  });

  it("knows the parent's requests by what they used, however slow the copy and whichever file is first", () => {
    const slow = jsonl(
      fork(
        history((was) => 30_000 + was),
        [count(90_000, [19_000, 8_000, 560], [2_000, 1_000, 60])],
      ),
    );
    const files = [
      [PATH(1), jsonl(parent)],
      [PATH(2), slow],
    ] as const;
    for (const order of [files, [...files].reverse()]) {
      const reported = imported(Object.fromEntries(order));
      expect(totals(reported)).toMatchObject(ALL);
      expect(reported.executions.map(({ model_calls }) => model_calls).sort()).toEqual([1, 2]);
    }
  });

  it("may be forked itself", () => {
    const third = [
      meta(60_000, ID(3), { forked_from_id: ID(2) }),
      ...fork(
        history(() => 60_000),
        [count(60_000, [19_000, 8_000, 560], [2_000, 1_000, 60])],
        60_000,
      ),
      count(75_000, [20_500, 8_000, 570], [1_500, 0, 10]),
    ];
    const files = {
      [PATH(1)]: parent,
      [PATH(2)]: fork(
        history(() => 30_000),
        own,
      ),
      [PATH(3)]: third,
    };
    const reported = imported(
      Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, jsonl(lines)])),
    );
    expect(totals(reported)).toMatchObject({ prompt: 20_500, completion: 570 });
  });

  it("is not told its parent's requests where the parent ran elsewhere", () => {
    const reported = imported({
      [PATH(2)]: jsonl(
        fork(
          history(() => 30_000),
          own,
        ),
      ),
    });
    expect(totals(reported)).toMatchObject({ prompt: 2_000, completion: 60 });
  });

  it("counts two threads that used the same apart", () => {
    const other = [meta(0, ID(2)), ...history((was) => was)];
    expect(totals(imported({ [PATH(1)]: jsonl(parent), [PATH(2)]: jsonl(other) })).prompt).toBe(34_000);
  });
});

describe("a thread of Codex that was resumed", () => {
  it("is not counted twice where its second file repeats the first with new times", () => {
    const again = [
      meta(50_000, ID(1)),
      ...history((was) => 50_000 + was),
      count(80_000, [18_000, 7_500, 520], [1_000, 500, 20]),
    ];
    const reported = imported({ [PATH(1)]: jsonl(parent), [`later/${PATH(1)}`]: jsonl(again) });
    expect(totals(reported)).toMatchObject({ prompt: 18_000, completion: 520 });
    expect(reported.executions).toMatchObject([{ model_calls: 3 }]);
    expect(reported.executions[0]?.tools).toHaveLength(1);
  });
});

describe("the time of Codex' requests", () => {
  it("runs from what it was asked to its tokens, whatever it said in between", () => {
    const said = [
      at(18_900, "response_item", { type: "reasoning", summary: [] }),
      at(18_950, "response_item", { type: "message", role: "assistant", content: [] }),
    ];
    const lines = [...parent.slice(0, -1), ...said, ...parent.slice(-1)];
    const [execution] = imported({ [PATH(1)]: jsonl(lines) }).executions;
    expect(execution?.steps.filter(({ operation }) => operation === "llm_request")).toMatchObject([
      { duration_ms: 8_800, started_at: "2026-11-20T14:00:00.200Z", time_estimated: false },
      { duration_ms: 8_000 },
    ]);
    expect(execution?.llm_time_ms).toBe(16_800);
  });

  it("is unknown where nothing tells when one began, and then so is their sum", () => {
    const lines = [...parent, count(20_000, [18_000, 7_000, 510], [1_000, 0, 10])];
    const [execution] = imported({ [PATH(1)]: jsonl(lines) }, aContext()).executions;
    expect(execution?.steps.at(-1)).toMatchObject({ duration_ms: null, time_estimated: true });
    expect(execution?.llm_time_ms).toBeNull();
  });
});

describe("Codex' web searches", () => {
  const search = (ms: number, id: string, action: object) =>
    at(ms, "response_item", { type: "web_search_call", id, status: "completed", action });
  it("are fees of their own; opening what was found is none", () => {
    const lines = [
      ...parent,
      search(19_100, "ws_1", { type: "search", query: "a" }),
      search(19_200, "ws_2", { type: "open_page", url: "https://example.com" }),
      search(19_300, "ws_3", { type: "search", query: "b" }),
    ];
    const [execution] = imported({ [PATH(1)]: jsonl(lines) }).executions;
    expect(execution?.usage.map(({ fee }) => fee)).toEqual([null, { kind: "web_search", count: 2 }]);
    expect(execution?.tools).toHaveLength(4);
  });
});
