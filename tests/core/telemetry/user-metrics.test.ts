import { describe, expect, it } from "vitest";
import { tellingOf } from "#core/documents/metrics/telling.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { imported, jsonl } from "./importing.ts";

const at = "2026-11-20T14:00:09.000Z";
const NANO = String(Date.parse(at) * 1e6);
const attributes = (of: Record<string, string>) =>
  Object.entries(of).map(([key, stringValue]) => ({ key, value: { stringValue } }));

/** One export of metrics as a program's SDK sends it. */
function exported(metrics: object[], scope = "my.bot") {
  const resource = { attributes: attributes({ "service.name": "my-bot" }) };
  return { resourceMetrics: [{ resource, scopeMetrics: [{ scope: { name: scope }, metrics }] }] };
}
const sum = (name: string, ...points: [labels: Record<string, string>, value: number][]) => ({
  name,
  sum: {
    ...{ aggregationTemporality: 2, isMonotonic: true },
    dataPoints: points.map(([of, asDouble]) => ({
      timeUnixNano: NANO,
      asDouble,
      attributes: attributes(of),
    })),
  },
});
const gauge = (name: string, labels: Record<string, string>, asDouble: number) => ({
  name,
  gauge: { dataPoints: [{ timeUnixNano: NANO, asDouble, attributes: attributes(labels) }] },
});
const histogram = (name: string, point: object, temporality = 1) => ({
  name,
  unit: "s",
  histogram: { aggregationTemporality: temporality, dataPoints: [{ timeUnixNano: NANO, ...point }] },
});
const reported = (...lines: object[]) => imported({ "otlp/metrics.jsonl": jsonl(lines) });
const tellings = (...lines: object[]) =>
  reported(...lines).events.map((event) => tellingOf(event as unknown as StoredEvent));

describe("a program's own metrics over OpenTelemetry", () => {
  it("keep each set of labels as a series of its own", () => {
    const metrics = [
      sum("tickets", [{ team: "a" }, 7], [{ team: "b" }, 3]),
      gauge("depth", { queue: "low" }, 7),
      gauge("depth", { queue: "high" }, 3),
    ];
    expect(tellings(exported(metrics)).map((one) => [one?.name, one?.kind, one?.value])).toEqual([
      ['tickets{team="a"}', "counter", 7],
      ['tickets{team="b"}', "counter", 3],
      ['depth{queue="low"}', "gauge", 7],
      ['depth{queue="high"}', "gauge", 3],
    ]);
  });

  it("keep a histogram's count, sum, bounds and buckets, and add what came since", () => {
    const point = {
      count: "3",
      sum: 6,
      min: 1,
      max: 3,
      explicitBounds: [1, 2],
      bucketCounts: ["1", "1", "1"],
    };
    const later = {
      count: "1",
      sum: 9,
      min: 9,
      max: 9,
      explicitBounds: [1, 2],
      bucketCounts: ["0", "0", "1"],
    };
    const buckets = (last: number) => [
      { le: 1, count: 1 },
      { le: 2, count: 1 },
      { le: null, count: last },
    ];
    expect(tellings(exported([histogram("wait", point)]))).toMatchObject([
      { kind: "histogram", value: 6, count: 3, min: 1, max: 3, buckets: buckets(1) },
    ]);
    expect(
      tellings(exported([histogram("wait", point)]), exported([histogram("wait", later)])),
    ).toMatchObject([{ value: 15, count: 4, min: 1, max: 9, buckets: buckets(2) }]);
  });

  it("keep many buckets in fewer, and lose none of what is in them", () => {
    const bounds = Array.from({ length: 160 }, (_, index) => 1.0000001 ** (index + 1));
    const point = { count: 161, sum: 161, explicitBounds: bounds, bucketCounts: Array(161).fill(1) };
    const [telling] = tellings(exported([histogram("wait", point)]));
    expect(telling?.buckets?.reduce((all, { count }) => all + count, 0)).toBe(161);
    expect(telling?.buckets?.at(-1)?.le).toBeNull();
  });

  it("are those that no instrument measured by itself, whatever they are called", () => {
    const own = [
      "go.deploys",
      "python.findings",
      "http.checks",
      "process.tickets",
      "system.verdicts",
      "rpc.quotas",
    ];
    const measured = [
      ...["go.goroutine.count", "http.server.request.duration", "process.memory.usage", "jvm.gc.duration"],
      ...["claude_code.session.count", "gen_ai.client.operation.duration"],
    ];
    const names = (lines: object) => reported(lines).events.map(({ attributes: of }) => of?.["name"]);
    expect(names(exported([...own, ...measured].map((name) => gauge(name, {}, 1))))).toEqual(own);
    expect(names(exported([gauge("db.pool", {}, 1)], "@opentelemetry/instrumentation-pg"))).toEqual([]);
  });

  it("may be of any shape that OpenTelemetry has", () => {
    const point = { timeUnixNano: NANO, count: "4", sum: 10 };
    const shapes = [
      {
        name: "wait",
        exponentialHistogram: {
          aggregationTemporality: 2,
          dataPoints: [
            { ...point, min: 1, max: 4, scale: 0, positive: { offset: 0, bucketCounts: ["1", "3"] } },
          ],
        },
      },
      { name: "old", summary: { dataPoints: [{ ...point, quantileValues: [{ quantile: 0.5, value: 2 }] }] } },
    ];
    expect(tellings(exported(shapes))).toMatchObject([
      { name: "wait", kind: "histogram", count: 4, value: 10, min: 1, max: 4 },
      { name: "old", kind: "histogram", count: 4, value: 10, min: null, max: null },
    ]);
  });

  it("are levels where they go up and down, told as such or as differences", () => {
    const level = (temporality: number, ...values: number[]) => ({
      name: "queue",
      sum: {
        ...{ aggregationTemporality: temporality, isMonotonic: false },
        dataPoints: values.map((value, index) => ({
          startTimeUnixNano: String(BigInt(NANO) + BigInt(index) * 1_000_000_000n),
          timeUnixNano: String(BigInt(NANO) + BigInt(index + 1) * 1_000_000_000n),
          asInt: String(value),
        })),
      },
    });
    expect(tellings(exported([level(2, 3, 2)]))).toMatchObject([{ kind: "gauge", value: 2 }]);
    expect(tellings(exported([level(1, 3, -1)]))).toMatchObject([{ kind: "gauge", value: 2 }]);
  });

  it("of two instances of a program add up, and a level is each one's own", () => {
    const of = (instance: string, metric: object) => ({
      resourceMetrics: [
        {
          resource: { attributes: attributes({ "service.name": "my-bot", "service.instance.id": instance }) },
          scopeMetrics: [{ scope: { name: "my.bot" }, metrics: [metric] }],
        },
      ],
    });
    const two = tellings(of("a", sum("tickets", [{}, 7])), of("b", sum("tickets", [{}, 3])));
    expect(two.map((one) => one?.value)).toEqual([7, 3]);
  });
});

describe("a program's own metrics as events", () => {
  const event = (type: string, more: object) => ({ type, timestamp: at, trace_id: "a".repeat(32), ...more });
  const metric = (of: object) => event("custom.metric", { attributes: of });
  const work = event("agent.request.completed", { agent_id: "my-bot", status: "ok" });
  const read = (...lines: object[]) => imported({ "e/agentops-events.jsonl": jsonl([work, ...lines]) });

  it("are series by their labels, whose secrets are redacted", () => {
    const secret = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";
    const { executions } = read(
      metric({ name: "done", kind: "counter", value: 7, "label.team": "a" }),
      metric({ name: "done", kind: "counter", value: 3, "label.team": "b" }),
      metric({ name: "done", kind: "counter", value: 1, "label.team": "a" }),
      metric({ name: "depth", value: 1, "label.token": secret }),
    );
    expect(executions[0]?.metrics).toMatchObject([
      { name: "done", labels: { team: "a" }, value: 8, count: 2 },
      { name: "done", labels: { team: "b" }, value: 3, count: 1 },
      { name: "depth", labels: { token: "[redacted:github_token]" } },
    ]);
  });

  it("may tell one value of a histogram, or all of it", () => {
    const { executions } = read(
      ...[1, 2, 3].map((value) => metric({ name: "wait", kind: "histogram", value })),
      metric({
        name: "wait",
        kind: "histogram",
        value: 4,
        count: 2,
        sum: 4,
        min: 0,
        max: 4,
        "label.of": "all",
      }),
    );
    expect(executions[0]?.metrics).toMatchObject([
      { labels: {}, value: 6, count: 3, min: 1, max: 3 },
      { labels: { of: "all" }, value: 4, count: 2, min: 0, max: 4 },
    ]);
  });

  it("keep a score below 0, in events and in OpenTelemetry", () => {
    expect(
      read(event("custom.score", { attributes: { name: "mood", score: -0.4 } })).executions[0]?.evals,
    ).toMatchObject([{ name: "mood", score: -0.4 }]);
    const traceId = "d".repeat(32);
    const log = {
      ...{ timeUnixNano: NANO, traceId, eventName: "gen_ai.evaluation.result" },
      attributes: [
        { key: "gen_ai.evaluation.name", value: { stringValue: "tone" } },
        { key: "gen_ai.evaluation.score.value", value: { doubleValue: -2.5 } },
      ],
    };
    const span = {
      ...{ traceId, spanId: "1".repeat(16), name: "chat", startTimeUnixNano: NANO, endTimeUnixNano: NANO },
      attributes: attributes({ "gen_ai.operation.name": "chat" }),
    };
    const { executions } = reported(
      { resourceSpans: [{ resource: {}, scopeSpans: [{ spans: [span] }] }] },
      { resourceLogs: [{ resource: {}, scopeLogs: [{ logRecords: [log] }] }] },
    );
    expect(executions[0]?.evals).toMatchObject([{ name: "tone", score: -2.5 }]);
  });

  it("are kept where an event has a field that events do not have, which is noted", () => {
    const { executions, problems } = read({ ...metric({ name: "done", value: 1 }), colour: "red" });
    expect(executions[0]?.metrics).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('"colour"') }]);
  });
});

describe("decisions that a program tells", () => {
  it("stay what they are: what is escalated or unheard of is not allowed", () => {
    const words = ["allow", "approved", "warn", "deny", "blocked", "escalate", "Quarantine", ""];
    const lines = words.map((policy_result) => ({
      ...{ type: "agent.policy.decision", timestamp: at, trace_id: "b".repeat(32), policy_id: "gate" },
      ...(policy_result !== "" && { policy_result }),
    }));
    const work = { type: "agent.request.completed", timestamp: at, trace_id: "b".repeat(32), status: "ok" };
    const { executions } = imported({ "e/agentops-events.jsonl": jsonl([work, ...lines]) });
    expect(executions[0]?.decisions.map(({ result, count }) => [result, count])).toEqual([
      ...[
        ["allow", 2],
        ["warn", 1],
        ["block", 2],
        ["escalate", 1],
        ["quarantine", 1],
        ["unknown", 1],
      ],
    ]);
  });
});

describe("an MCP server's name", () => {
  it.each([
    ["memory", "search_nodes", "memory_operation"],
    ["team-rag", "search", "rag_operation"],
    ["qdrant", "find", "rag_operation"],
    ["github", "search_issues", "tool_execution"],
    ["storage", "read_file", "file_operation"],
  ])("%s says what %s does: %s", (tool_server, tool_name, operation) => {
    const call = {
      type: "agent.tool.called",
      timestamp: at,
      trace_id: "c".repeat(32),
      tool_name,
      tool_server,
    };
    const { executions } = imported({ "e/agentops-events.jsonl": jsonl([call]) });
    expect(executions[0]?.tools).toMatchObject([{ operation }]);
  });
});
