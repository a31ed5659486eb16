import { describe, expect, it } from "vitest";
import { logs, nano, spans } from "../exporting.ts";
import { imported, jsonl, totals } from "../importing.ts";

const claude = { "session.id": "c-1", model: "claude-sonnet-4-5", duration_ms: 900 };
const request = (id: string, input: number) => ({
  ...{ name: "claude_code.api_request", body: true },
  attributes: { ...claude, request_id: id, input_tokens: input, output_tokens: 10, cache_read_tokens: 0 },
});
const batch = logs(
  "claude-code",
  { ...request("r-1", 1_000), at: 1 },
  { ...request("r-2", 2_000), at: 5 },
  { name: "tool_result", at: 3, attributes: { "session.id": "c-1", tool_name: "Bash", success: "true" } },
);
/** Points of one series of a counter, from when to when. */
function counter(temporality: 1 | 2, ...points: [from: number, to: number, tokens: number][]) {
  const metric = {
    name: "claude_code.token.usage",
    sum: {
      ...{ aggregationTemporality: temporality, isMonotonic: true },
      dataPoints: points.map(([from, to, asInt]) => ({
        ...{ startTimeUnixNano: nano(from), timeUnixNano: nano(to), asInt: String(asInt) },
        attributes: Object.entries({ "session.id": "c-1", model: "claude-sonnet-4-5", type: "input" }).map(
          ([key, stringValue]) => ({ key, value: { stringValue } }),
        ),
      })),
    },
  };
  const resource = { attributes: [{ key: "service.name", value: { stringValue: "claude-code" } }] };
  return JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [metric] }] }] });
}
const read = (...lines: string[]) => imported({ "otel/otlp.jsonl": lines.join("\n") });

describe("what a sender sends again", () => {
  it("is counted once: a batch of logs whose answer was lost", () => {
    for (const reported of [
      read(batch, batch),
      imported({ "otel/otlp.jsonl": batch, "agentops-telemetry/agentops-otlp.jsonl": batch }),
    ]) {
      expect(totals(reported)).toMatchObject({ prompt: 3_000, completion: 20 });
      expect(reported.executions).toMatchObject([{ tools: [{ name: "Bash", calls: 1 }], model_calls: 2 }]);
    }
  });

  it("is counted once: spans that a program and a collector wrote", () => {
    const reported = spans("bot", {
      ...{ id: 1, name: "chat gpt-5" },
      attributes: {
        ...{ "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-5" },
        ...{ "gen_ai.usage.input_tokens": 700, "gen_ai.usage.output_tokens": 7 },
      },
    });
    const files = { "a/otlp.jsonl": reported, "b/otlp.jsonl": `${reported}\n${reported}` };
    expect(totals(imported(files))).toMatchObject({ prompt: 700, completion: 7 });
  });

  it("is counted once: the same stretch of a counter that tells differences", () => {
    const [first, second] = [counter(1, [0, 60, 400]), counter(1, [60, 120, 500])];
    expect(totals(read(first, first, second, second))).toMatchObject({ prompt: 900 });
  });

  it("is no end of a counter that tells sums: a process that began again counts from 0", () => {
    expect(totals(read(counter(2, [0, 60, 400]), counter(2, [0, 120, 900])))).toMatchObject({ prompt: 900 });
    const restarted = [counter(2, [0, 60, 400]), counter(2, [70, 90, 100]), counter(2, [70, 120, 300])];
    expect(totals(read(...restarted))).toMatchObject({ prompt: 700 });
  });

  it("is counted once: a program's own events in two artifacts", () => {
    const at = "2026-11-20T14:00:09.000Z";
    const reported = { trace_id: "a".repeat(32), agent_id: "bot", timestamp: at };
    const lines = jsonl([
      {
        ...reported,
        span_id: "1".repeat(16),
        type: "agent.step.completed",
        model: "gpt-5",
        tokens_prompt: 300,
      },
      { ...reported, span_id: "2".repeat(16), type: "agent.tool.called", tool_name: "search" },
      { ...reported, type: "custom.metric", attributes: { name: "tickets", kind: "counter", value: 2 } },
      { ...reported, type: "agent.policy.decision", policy_id: "p", policy_result: "block" },
    ]);
    const { executions } = imported({ "events/e.jsonl": lines, "agentops-telemetry/e.jsonl": lines });
    expect(executions).toMatchObject([
      {
        usage: [{ prompt: 300 }],
        tools: [{ name: "search", calls: 1 }],
        decisions: [{ count: 1 }],
        metrics: [{ value: 2 }],
      },
    ]);
  });
});

describe("a Codex thread that two steps went on with", () => {
  const tokens = (input: number, output: number) => ({ input_tokens: input, output_tokens: output });
  const step = (input: number, output: number) =>
    jsonl([
      { type: "thread.started", thread_id: "0199812e-64f0-7f73-91fc-095dda01c36e" },
      { type: "turn.started" },
      { type: "turn.completed", usage: tokens(input, output) },
    ]);

  it("tells its sum so far in each step's output", () => {
    const reported = imported({ "codex/1.jsonl": step(1_000, 100), "codex/2.jsonl": step(2_500, 220) });
    expect(totals(reported)).toMatchObject({ prompt: 2_500, completion: 220 });
  });
});
