import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_STACK } from "#core/records/agent-exception.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { stackWithin } from "#core/telemetry/stack-text.ts";
import { logs, spans } from "./exporting.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const FILE = "t/agentops-otlp.jsonl";
const thrown = (type: string, message: string, stack = `Traceback (most recent call last)\n${type}`) => ({
  name: "exception",
  attributes: { "exception.type": type, "exception.message": message, "exception.stacktrace": stack },
});
const read = (...lines: string[]) => imported({ [FILE]: `${lines.join("\n")}\n` }).executions;

const chat = { id: 2, parent: 1, name: "chat gpt-5", attributes: { "gen_ai.usage.input_tokens": 5 } };

describe("exceptions of OpenTelemetry", () => {
  it("are told of every span they leave, and are one, of the innermost step", () => {
    const [execution] = read(
      spans(
        "my-agent",
        { id: 1, name: "invoke_agent", seconds: 9, failed: true, events: [thrown("ValueError", "no rows")] },
        chat,
        {
          ...{ id: 3, parent: 1, name: "execute_tool query", seconds: 3, failed: true },
          events: [thrown("ValueError", "no rows", "Traceback\n  File a.py\n  File b.py\nValueError")],
        },
        {
          ...{ id: 4, parent: 3, name: "SELECT", start: 3, failed: true },
          events: [thrown("ValueError", "no rows", "Traceback\nValueError: no rows")],
        },
      ),
    );
    const step = execution?.steps.find(({ name }) => name === "query");
    expect(execution?.exceptions).toEqual([
      {
        ...{ type: "ValueError", message: "no rows", count: 1 },
        ...{ step: step?.index, at: expect.stringMatching(/^2026/) },
        stack: "Traceback\n  File a.py\n  File b.py\nValueError",
      },
    ]);
  });

  it("say why a step and the whole failed, and count what was thrown again", () => {
    const again = (id: number) => ({
      ...{ id, parent: 1, name: "execute_tool fetch", failed: false },
      events: [thrown("ConnectionError", "refused")],
    });
    const [execution] = read(
      spans(
        "my-agent",
        { id: 1, name: "invoke_agent", seconds: 9, events: [thrown("ConnectionError", "refused")] },
        again(2),
        again(4),
        chat,
      ),
    );
    expect(execution).toMatchObject({
      ...{ status: "failure", error_type: "network", error_message: "refused" },
      exceptions: [{ type: "ConnectionError", count: 2 }],
      tools: [
        { error_type: "network", error: "refused" },
        { error_type: "network", error: "refused" },
      ],
    });
  });

  it("that a program dealt with are no failure", () => {
    const line = JSON.parse(
      spans(
        "my-agent",
        { id: 1, name: "invoke_agent" },
        { ...chat, events: [thrown("TimeoutError", "slow")] },
      ),
    );
    for (const span of line.resourceSpans[0].scopeSpans[0].spans) span.status = { code: 1 };
    const [execution] = read(JSON.stringify(line));
    expect(execution).toMatchObject({ status: "success", error_message: null });
    expect(execution?.exceptions).toMatchObject([{ type: "TimeoutError", step: 0 }]);
    expect(execution?.steps).toMatchObject([{ status: "success", error_type: null }]);
  });

  it("come from logs too, of the span, the session, or the only work there is", () => {
    const attributes = { "exception.type": "KeyError", "exception.message": "'id'" };
    const logged = (more: object) => {
      const line = JSON.parse(logs("my-agent", { name: "app", attributes }));
      Object.assign(line.resourceLogs[0].scopeLogs[0].logRecords[0], more);
      return JSON.stringify(line);
    };
    const work = spans("my-agent", { id: 1, name: "invoke_agent" }, chat);
    const ofSpan = logged({ traceId: "1".padStart(32, "0"), spanId: "2".padStart(16, "0") });
    expect(read(work, ofSpan)[0]?.exceptions).toMatchObject([{ type: "KeyError", step: 0, stack: null }]);
    expect(read(work, logged({}))[0]?.exceptions).toMatchObject([{ type: "KeyError", step: null }]);
    const another = spans("other", { id: 9, trace: 9, name: "invoke_agent" });
    expect(read(work, another, logged({})).flatMap(({ exceptions }) => exceptions)).toEqual([]);
  });

  it("come from Copilot's own exporter", () => {
    const span = (spanId: string, name: string, attributes: object, more: object = {}) => ({
      ...{ type: "span", traceId: "ab".repeat(16), spanId, name, kind: 0, status: { code: 0 }, events: [] },
      ...{ startTime: [1_795_262_000, 0], endTime: [1_795_262_004, 0] },
      instrumentationScope: { name: "github.copilot" },
      attributes: { "gen_ai.operation.name": name.split(" ")[0], ...attributes },
      ...more,
    });
    const file = jsonl([
      span("a".repeat(16), "invoke_agent", { "gen_ai.conversation.id": "c1" }),
      span(
        "b".repeat(16),
        "execute_tool bash",
        { "gen_ai.tool.call.id": "t1", "error.type": "failure" },
        { parentSpanId: "a".repeat(16), events: [thrown("Error", "spawn ENOENT")] },
      ),
    ]);
    expect(imported({ "copilot/otel.jsonl": file }).executions).toMatchObject([
      { exceptions: [{ type: "Error", message: "spawn ENOENT", step: 0, at: "2026-11-21T11:53:24.000Z" }] },
    ]);
  });

  it("lose their secrets, on the runner and once more when they are read", () => {
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const stack = `Error: ${secret}\n${"    at frame (file.js:1:1)\n".repeat(400)}    at last (${secret})`;
    const line = spans("a", { id: 1, name: "chat", events: [thrown("Error", secret, stack)] });
    const counts: Record<string, number> = {};
    const kept = scrub(JSON.parse(line), { redact: {} }, counts);
    for (const text of [JSON.stringify(kept), JSON.stringify(read(line))]) {
      expect(text).not.toContain(secret.slice(0, 12));
      expect(text).toMatch(/Error: \[redacted:github_token\]\\n.*lines left out.*last \(\[redacted/);
    }
    expect(read(JSON.stringify(kept))).toMatchObject([{ exceptions: [{ type: "Error" }] }]);
    const hidden = aContext({ privacy: { previews: "none", redact: {} } });
    expect(imported({ [FILE]: `${line}\n` }, hidden).executions).toHaveLength(1);
  });
});

describe("exceptions of a program that uses the library", () => {
  it("are one, of the tool that threw it, with their stack", () => {
    const event = (type: string, seconds: number, more: object) => ({
      ...{ type, timestamp: new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString() },
      ...{ trace_id: "ab".repeat(16), agent_id: "mine", status: "error" },
      ...{
        error_type: "TypeError",
        error_message: "x is not a function",
        error_stack: "TypeError: x\n    at f",
      },
      ...more,
    });
    const file = jsonl([
      event("agent.tool.failed", 1, { tool_name: "search", span_id: "c", parent_span_id: "b" }),
      event("agent.step.completed", 1, { step_name: "look", span_id: "b", parent_span_id: "a" }),
      event("agent.request.completed", 2, { span_id: "a" }),
    ]);
    expect(imported({ "t/agentops-events.jsonl": file }).executions).toMatchObject([
      {
        error_message: "x is not a function",
        exceptions: [{ type: "TypeError", step: 0, count: 1, stack: "TypeError: x\n    at f" }],
        tools: [{ name: "search", error: "x is not a function" }],
      },
    ]);
  });
});

describe("a stack", () => {
  it("keeps its first and last lines within its bound, whatever it is", () => {
    const lines = fc.array(fc.string({ maxLength: 600 }), { maxLength: 300 });
    fc.assert(
      fc.property(lines, (all) => {
        const kept = stackWithin(all.join("\n"), (text) => text);
        expect(kept?.length ?? 0).toBeLessThanOrEqual(LONGEST_STACK);
        expect(kept === null).toBe(all.every((line) => line.trim() === ""));
      }),
    );
    const long = Array.from({ length: 100_000 }, (_, n) => `  at frame${n} (app.js:${n}:1)`).join("\n");
    const kept = stackWithin(`RangeError: too deep\n${long}`, (text) => text) ?? "";
    expect(kept).toMatch(/^RangeError: too deep\n {2}at frame0 /);
    expect(kept).toMatch(/… \d+ lines left out …/);
    expect(kept).toMatch(/at frame99999 \(app\.js:99999:1\)$/);
  });
});
