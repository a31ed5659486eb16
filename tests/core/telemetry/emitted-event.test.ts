import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { emittedEvent } from "#core/telemetry/emitted-event.ts";

const NOW = "2026-11-20T10:00:00Z";
const emitted = (line: string) => emittedEvent(line.split(" "), NOW, { trace_id: "t" });

describe("agentops emit", () => {
  it.each([
    [
      "agent.tool.called --tool-name search --latency_ms=12.5 --cost_usd 0.01",
      { type: "agent.tool.called", tool_name: "search", latency_ms: 12.5, cost_usd: 0.01 },
    ],
    [
      "custom.deployed --version 3 --green true",
      { type: "custom.deployed", attributes: { version: 3, green: true } },
    ],
    [
      "metric queue_depth 4 --unit jobs",
      { type: "custom.metric", attributes: { name: "queue_depth", value: 4, unit: "jobs" } },
    ],
    [
      "score helpful 0.8 --label good",
      { type: "custom.score", attributes: { name: "helpful", score: 0.8, label: "good" } },
    ],
  ])("takes %s", (line, expected) => {
    expect(emitted(line)).toEqual({ trace_id: "t", timestamp: NOW, ...expected });
  });

  it.each([
    ["", "no event type is given"],
    ["--status ok", "no event type is given"],
    ["agent.tool.caled", 'there is no event type "agent.tool.caled" (did you mean'],
    ["agent.retry --latency_ms", "--latency_ms has no value"],
    ["agent.retry --latency_ms soon", "--latency_ms"],
    ["agent.retry soon", '"soon" is no field'],
    ["metric queue_depth many", "needs a name and a number"],
  ])("refuses %j and says why", (line, message) => {
    expect(() => emittedEvent(line.split(" ").filter(Boolean), NOW, {})).toThrow(UserError);
    expect(() => emittedEvent(line.split(" ").filter(Boolean), NOW, {})).toThrow(message);
  });
});
