import { describe, expect, it } from "vitest";
import { Prices } from "#core/config/prices.ts";
import { executionCost } from "#core/pricing/cost.ts";
import { imported, jsonl, totals } from "../importing.ts";

const HAIKU = "claude-haiku-4-5";
const SONNET = "claude-sonnet-4-5";
const tokens = (input: number, output: number, read = 0, more: object = {}) => ({
  input_tokens: input,
  output_tokens: output,
  cache_read_input_tokens: read,
  cache_creation_input_tokens: 0,
  ...more,
});
function line(id: string, usage: object, more: object = {}) {
  const message = { id, role: "assistant", model: SONNET, content: [{ type: "text", text: "ok" }], usage };
  return {
    ...{ parentUuid: null, isSidechain: false, sessionId: "s-1", version: "2.1.90", type: "assistant" },
    ...{ timestamp: "2026-11-20T14:00:09.000Z", requestId: `req-${id}`, message },
    ...more,
  };
}
const session = (...lines: object[]) => imported({ "claude/projects/x/s-1.jsonl": jsonl(lines) });
function costOf(reported: ReturnType<typeof imported>) {
  const costs = reported.executions.map((one) =>
    executionCost(one, "2026-11-20T14:00:00Z", Prices.parse({})),
  );
  const usd = costs.reduce((sum, { tokens_nano_usd }) => sum + (tokens_nano_usd ?? 0), 0) / 1e9;
  return { usd, known: costs.every(({ known }) => known) };
}

describe("usage that a call's own counts leave out", () => {
  const own = [
    { type: "message", ...tokens(20, 30, 110_000) },
    { type: "message", ...tokens(10, 40, 120_000) },
  ];
  const advice = { type: "advisor_message", model: HAIKU, ...tokens(50_000, 900) };

  it("is an advisor's, another model's; and no request is longer than its parts", () => {
    const reported = session(line("m-1", tokens(30, 70, 230_000, { iterations: [own[0], advice, own[1]] })));
    expect(reported.executions[0]?.usage).toMatchObject([
      { model: SONNET, tier: null, component: "main_agent", requests: 1, prompt: 230_030, completion: 70 },
      { model: HAIKU, tier: null, component: "advisor", requests: 1, prompt: 50_000, completion: 900 },
    ]);
  });

  it("is a compaction's, of the same model, and priced by its own length", () => {
    const shortened = { type: "compaction", ...tokens(210_000, 2_000) };
    const reported = session(
      line("m-1", tokens(9_000, 100, 0, { iterations: [shortened, { ...tokens(9_000, 100) }] })),
    );
    expect(reported.executions[0]?.usage).toMatchObject([
      { tier: "long", component: "compaction", prompt: 210_000, completion: 2_000 },
      { tier: null, component: "main_agent", prompt: 9_000, completion: 100 },
    ]);
  });

  it("is in the counts where all parts add up to them, whatever they are called", () => {
    const reported = session(
      line(
        "m-1",
        tokens(110, 11, 0, {
          iterations: [
            { type: "message", ...tokens(10, 1) },
            { type: "retry", ...tokens(100, 10) },
          ],
        }),
      ),
    );
    expect(totals(reported)).toMatchObject({ prompt: 110, completion: 11 });
  });

  it("is counted once of a call that stands on several lines, the fullest telling", () => {
    const first = line("m-1", tokens(20, 1, 110_000));
    const last = line("m-1", tokens(30, 70, 230_000, { iterations: [own[0], advice, own[1]] }));
    expect(totals(session(first, last, first))).toMatchObject({ prompt: 280_030, completion: 970 });
  });
});

describe("fees of requests", () => {
  const searches = (count: number, more: object = {}) => ({
    server_tool_use: { web_search_requests: count, web_fetch_requests: 4, ...more },
  });

  it("are paid besides the tokens where their price is known", () => {
    const reported = session(
      line("m-1", tokens(1_000, 100, 0, searches(2))),
      line("m-2", tokens(1_000, 100, 0, searches(1))),
    );
    expect(reported.executions[0]?.usage[1]).toMatchObject({
      component: "tool_call",
      fee: { kind: "web_search", count: 3 },
      prompt: null,
      requests: null,
    });
    expect(costOf(reported)).toEqual({ usd: 0.009 + 0.03, known: true });
  });

  it("make the sum a lower bound where it is not", () => {
    const reported = session(line("m-1", tokens(1_000, 100, 0, searches(0, { code_execution_requests: 2 }))));
    expect(costOf(reported)).toEqual({ usd: 0.0045, known: false });
  });

  it("are in the dollars that an agent tells", () => {
    const result = (more: object) => [
      { type: "system", subtype: "init", session_id: "s-2", model: SONNET, claude_code_version: "2.1.90" },
      {
        ...{ type: "result", subtype: "success", session_id: "s-2", is_error: false },
        modelUsage: { [SONNET]: { inputTokens: 1_000, outputTokens: 100, webSearchRequests: 3, ...more } },
      },
    ];
    const file = (more: object) => imported({ "claude/out.json": JSON.stringify(result(more)) });
    expect(costOf(file({ costUSD: 0.2 }))).toEqual({ usd: 0.2, known: true });
    expect(costOf(file({}))).toMatchObject({ usd: 0.0345 });
  });
});

describe("a call that several files tell", () => {
  const calls = [line("m-1", tokens(500, 10)), line("m-2", tokens(700, 20))];
  const aside = calls.map((one) => ({ ...one, isSidechain: true, requestId: undefined }));

  it("is one in the file of an aside of the same session", () => {
    const reported = imported({
      "claude/projects/x/s-1.jsonl": jsonl(calls),
      "claude/projects/x/s-1/subagents/agent-1.jsonl": jsonl([
        ...aside,
        line("m-3", tokens(90, 5), { isSidechain: true }),
      ]),
    });
    expect(totals(reported)).toMatchObject({ prompt: 1_290, completion: 35 });
    expect(reported.executions).toMatchObject([{ model_calls: 3 }]);
    expect(reported.executions[0]?.usage.map(({ component, prompt }) => [component, prompt])).toEqual([
      ["main_agent", 1_200],
      ["sub_agent", 90],
    ]);
  });

  it("is one in a fork that leaves its request out, and two where a gateway gives one id twice", () => {
    const fork = [...calls, line("m-9", tokens(10, 1))].map((one) => ({
      ...one,
      sessionId: "s-9",
      requestId: undefined,
    }));
    expect(
      totals(imported({ "claude/s-1.jsonl": jsonl(calls), "claude/s-9.jsonl": jsonl(fork) })).prompt,
    ).toBe(1_210);
    expect(totals(session(calls[0] ?? {}, { ...calls[0], requestId: "req-other" })).prompt).toBe(1_000);
  });
});

describe("a session of Claude that was resumed", () => {
  /** One process: the tokens of its own messages, and the total that it tells. */
  function part(version: string | null, own: number, total: number) {
    const session_id = "s-3";
    const usd = total / 1e5;
    const message = {
      id: `m-${own}-${total}`,
      role: "assistant",
      model: SONNET,
      content: [],
      usage: tokens(own, 1),
    };
    return JSON.stringify([
      {
        type: "system",
        subtype: "init",
        session_id,
        model: SONNET,
        ...(version && { claude_code_version: version }),
      },
      { type: "assistant", session_id, parent_tool_use_id: null, message },
      {
        ...{ type: "result", subtype: "success", session_id, is_error: false, total_cost_usd: usd },
        modelUsage: { [SONNET]: { inputTokens: total, outputTokens: total / 10, costUSD: usd } },
      },
    ]);
  }
  const read = (...texts: string[]) =>
    totals(imported(Object.fromEntries(texts.map((text, index) => [`step${index}/out.json`, text]))));

  type Part = Parameters<typeof part>;
  it.each<[string, Part, Part, number]>([
    ["each process tells its own, before 2.1.277", ["2.1.276", 400, 400], ["2.1.276", 900, 900], 1_300],
    ["the second used less than the first", ["2.0.14", 400, 400], ["2.0.14", 100, 100], 500],
    ["the total goes on, since then", ["2.1.277", 400, 400], ["2.2.0", 500, 900], 900],
    ["the total goes on from one of an older version", ["2.1.200", 400, 400], ["2.1.280", 500, 900], 900],
    ["no version, and the messages explain the total", [null, 400, 400], [null, 900, 900], 1_300],
    ["no version, and the messages explain the difference", [null, 400, 400], [null, 500, 900], 900],
  ])("%s", (_, first, second, sum) => {
    const [a, b] = [part(...first), part(...second)];
    for (const reported of [read(a, b), read(b, a), read(a, b, b)]) {
      expect(reported).toMatchObject({ prompt: sum, completion: sum / 10 });
      expect(reported.usd).toBeCloseTo(sum / 1e5, 9);
    }
  });

  it("adds three processes up of which only the last goes on from the others", () => {
    expect(read(part("2.1.100", 300, 300), part("2.1.100", 200, 200), part("2.1.300", 50, 550)).prompt).toBe(
      550,
    );
  });
});
