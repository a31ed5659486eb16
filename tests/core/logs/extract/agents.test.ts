import { describe, expect, it } from "vitest";
import { agentResults } from "#core/logs/extract/agents.ts";
import { read } from "./read.ts";

const agents = (log: string) => read(agentResults(), log).agents;

describe("what agents print about themselves", () => {
  it("reads the result that claude-code-action prints, one key a line", () => {
    const log = `{
  "type": "system",
  "subtype": "init",
  "model": "claude-sonnet-4-6"
}
{
  "type": "result",
  "subtype": "success",
  "is_error": false,
  "duration_ms": 412903,
  "num_turns": 31,
  "total_cost_usd": 1.2044,
  "permission_denials_count": 2,
  "modelUsage": {
    "claude-sonnet-4-6": { "contextWindow": 200000 }
  }
}`;
    expect(agents(log)).toEqual([
      {
        agent: "Claude",
        model: "claude-sonnet-4-6",
        cost_usd: 1.2044,
        turns: 31,
        duration_ms: 412903,
        tokens_total: null,
        permission_denials: 2,
        is_error: false,
      },
    ]);
  });

  it("reads a result on one line, with the tokens of all models", () => {
    const usage =
      '{"a":{"inputTokens":10,"outputTokens":5,"cacheReadInputTokens":100,"cacheCreationInputTokens":20}}';
    const line = `{"type":"result","subtype":"success","is_error":true,"duration_ms":1,"num_turns":2,"total_cost_usd":0.5,"modelUsage":${usage}}`;
    expect(agents(line)).toMatchObject([
      { agent: "Claude", tokens_total: 135, is_error: true, cost_usd: 0.5 },
    ]);
  });

  it("takes no other JSON for a result", () => {
    expect(agents('{ "type": "result",\n"status": "ok" }')).toEqual([]);
  });

  it("reads Codex's tokens from the line after their heading", () => {
    const log =
      "OpenAI Codex v0.98.0 (research preview)\nmodel: gpt-5.2-codex\nworking\ntokens used\n271,904";
    expect(agents(log)).toMatchObject([{ agent: "Codex", model: "gpt-5.2-codex", tokens_total: 271904 }]);
  });

  it("takes the last of Codex's events, whose usage is a running total", () => {
    const turn = (input: number) =>
      `{"type":"turn.completed","usage":{"input_tokens":${input},"cached_input_tokens":5,"output_tokens":10}}`;
    const log = ['{"type":"thread.started","thread_id":"t"}', turn(100), turn(250)].join("\n");
    expect(agents(log)).toMatchObject([{ agent: "Codex", turns: 2, tokens_total: 260, is_error: false }]);
  });

  it.each([
    [
      "2025",
      "Total usage est:       1 Premium request\nTotal duration (wall): 1m 19.8s\nUsage by model:\n    claude-sonnet-4.5    157.1k input, 1.1k output, 149.4k cache read (Est. 1 Premium request)",
      { model: "claude-sonnet-4.5", duration_ms: 79800, tokens_total: 158200 },
    ],
    [
      "early 2026",
      "Total usage est: 2 Premium requests\nTotal session time: 31s\nBreakdown by AI model:\n gpt-5 10k in, 2k out, 1k cached (Est. 2 Premium requests)",
      { model: "gpt-5", duration_ms: 31000, tokens_total: 12000 },
    ],
    [
      "mid 2026",
      "Changes   +3 -0\nDuration  31s\nTokens    ↑ 290.1k • ↓ 1.4k • 247.4k (cached)\nAI Credits  9.4",
      { model: null, duration_ms: 31000, tokens_total: 291500, cost_usd: 0.094 },
    ],
  ])("reads Copilot's footer of %s", (_year, log, expected) => {
    expect(agents(log)).toMatchObject([{ agent: "Copilot CLI", ...expected }]);
  });

  it("adds the tokens of Gemini's models and not those of its roles", () => {
    const log = `{
  "stats": {
    "models": {
      "gemini-3-pro": {
        "tokens": {
          "total": 1000
        },
        "roles": {
          "main": { "tokens": {
            "total": 1000
          } }
        }
      },
      "gemini-3-flash": {
        "tokens": {
          "total": 50
        }
      }
    },
    "tools": {
      "total": 7
    }
  }
}`;
    expect(agents(log)).toMatchObject([{ agent: "Gemini", model: "gemini-3-pro", tokens_total: 1050 }]);
  });

  it("reads Gemini's stream", () => {
    const line =
      '{"type":"result","status":"success","stats":{"total_tokens":900,"duration_ms":4000,"models":{"gemini-3-pro":{}}}}';
    expect(agents(line)).toMatchObject([
      { agent: "Gemini", model: "gemini-3-pro", tokens_total: 900, duration_ms: 4000, is_error: false },
    ]);
  });
});
