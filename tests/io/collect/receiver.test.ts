import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { OTLPLogExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { OTLPTraceExporter as JsonTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { OTLPTraceExporter as ProtobufTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { BatchLogRecordProcessor, LoggerProvider } from "@opentelemetry/sdk-logs";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from "@opentelemetry/sdk-trace-base";
import { describe, expect, it, onTestFinished } from "vitest";
import { otlpRecords } from "#core/telemetry/otlp/records.ts";
import { type Receiver, startReceiver } from "#io/collect/receiver.ts";
import { telemetryFile } from "#io/collect/telemetry-file.ts";

async function aReceiver(mostBytes = 64 * 1024 * 1024, more: { patienceMs?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "collect-"));
  const [otlp, events] = [
    await telemetryFile(join(folder, "otlp.jsonl"), mostBytes),
    await telemetryFile(join(folder, "events.jsonl"), mostBytes),
  ];
  const receiver = await startReceiver({
    port: 0,
    otlp,
    events,
    redact: {},
    previews: "none",
    debug: () => {},
    ...more,
  });
  onTestFinished(async () => {
    await receiver.close(1000);
    await otlp.close();
    await events.close();
    rmSync(folder, { recursive: true });
  });
  const lines = (path: string): unknown[] =>
    readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  return { receiver, otlp: () => lines(otlp.path), events: () => lines(events.path) };
}

async function exportSpan(exporter: SpanExporter) {
  const provider = new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  const span = provider.getTracer("test").startSpan("chat gpt-5", {
    attributes: {
      "gen_ai.usage.input_tokens": 120,
      "gen_ai.input.messages": "what the user said",
      note: "token ghp_0123456789abcdefghijABCDEFGHIJ012345",
    },
  });
  span.end();
  await provider.shutdown();
}

describe("what OpenTelemetry's own exporters send", () => {
  it.each([
    ["protobuf", (url: string) => new ProtobufTraceExporter({ url: `${url}/v1/traces` })],
    ["JSON", (url: string) => new JsonTraceExporter({ url: `${url}/v1/traces` })],
  ])("is kept from traces in %s, without prompts and secrets", async (_, exporter) => {
    const { receiver, otlp } = await aReceiver();
    await exportSpan(exporter(receiver.url));
    const [span] = otlp().flatMap((request) => otlpRecords(request).spans);
    expect(span?.name).toBe("chat gpt-5");
    expect([...(span?.attributes ?? [])]).toEqual([
      ["gen_ai.usage.input_tokens", 120],
      ["note", "token [redacted:github_token]"],
    ]);
    expect(receiver.counts).toMatchObject({
      accepted: 1,
      refused: 0,
      redactions: { content: 1, github_token: 1 },
    });
  });

  it("is kept from metrics in protobuf", async () => {
    const { receiver, otlp } = await aReceiver();
    const exporter = new OTLPMetricExporter({ url: `${receiver.url}/v1/metrics` });
    const provider = new MeterProvider({
      readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 })],
    });
    provider
      .getMeter("test")
      .createCounter("claude_code.cost.usage", { unit: "USD" })
      .add(0.25, { model: "m" });
    provider.getMeter("test").createHistogram("latency", { unit: "s" }).record(2);
    await provider.shutdown();
    const points = otlp().flatMap((request) => otlpRecords(request).points);
    expect(points).toMatchObject([
      { name: "claude_code.cost.usage", unit: "USD", kind: "counter", value: 0.25, cumulative: true },
      { name: "latency", kind: "histogram", value: 2, count: 1, min: 2, max: 2 },
    ]);
  });

  it("is kept from logs in JSON, by the event's name", async () => {
    const { receiver, otlp } = await aReceiver();
    const exporter = new OTLPLogExporter({ url: `${receiver.url}/v1/logs` });
    const provider = new LoggerProvider({ processors: [new BatchLogRecordProcessor({ exporter })] });
    const logger = provider.getLogger("test");
    logger.emit({ body: "claude_code.api_request", attributes: { cost_usd: "0.02" } });
    logger.emit({ eventName: "codex.sse_event", body: "what the agent answered at length" });
    await provider.shutdown();
    const logs = otlp().flatMap((request) => otlpRecords(request).logs);
    expect(logs.map(({ name }) => name)).toEqual(["claude_code.api_request", "codex.sse_event"]);
    expect(JSON.stringify(otlp())).not.toContain("answered at length");
  });
});

const post = (receiver: Receiver, path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${receiver.url}${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });

/** `fetch` sets headers of its own; this sends those given, an empty one not at all. */
function raw(receiver: Receiver, path: string, body: string, headers: Record<string, string>) {
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
  return new Promise<number | undefined>((resolve, reject) => {
    httpRequest(`${receiver.url}${path}`, { method: "POST", headers: sent }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end(body);
  });
}

describe("our own events", () => {
  const event = { type: "custom.deployed", timestamp: "2026-11-20T10:00:00Z" };

  it.each([
    ["one", JSON.stringify(event)],
    ["a list", JSON.stringify([event])],
    ["lines", `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`],
  ])("are taken as %s", async (_, body) => {
    const { receiver, events } = await aReceiver();
    const answer = await post(receiver, "/v1/events", body);
    expect(answer.status).toBe(202);
    expect(events()[0]).toEqual(event);
  });

  it("are kept without a field that events do not have, which the answer names", async () => {
    const { receiver, events } = await aReceiver();
    const answer = await post(receiver, "/v1/events", JSON.stringify({ ...event, colour: "red" }));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ accepted: 1, note: expect.stringContaining("colour") });
    expect(events()).toEqual([event]);
  });

  it("are refused with the field that is wrong", async () => {
    const { receiver } = await aReceiver();
    const answer = await post(receiver, "/v1/events", JSON.stringify({ ...event, cost_usd: -1 }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("event 1: cost_usd:");
  });
});

describe("what is refused", () => {
  it.each([
    ["broken JSON", 400, "{", {}],
    ["broken protobuf", 400, "\u0001\u0002", { "content-type": "application/x-protobuf" }],
    ["broken gzip", 400, "{}", { "content-encoding": "gzip" }],
    ["another encoding", 415, "{}", { "content-encoding": "br" }],
    ["another type", 415, "a,b", { "content-type": "text/csv" }],
  ])("is %s (%i)", async (_, status, body, headers) => {
    const { receiver } = await aReceiver();
    const answer = await post(receiver, "/v1/traces", body, headers);
    expect(answer.status).toBe(status);
    expect((await fetch(`${receiver.url}/healthz`)).status).toBe(200);
  });

  it("is more than 20 MB, packed or unpacked", async () => {
    const { receiver } = await aReceiver();
    const large = Buffer.alloc(21 * 1024 * 1024, " ");
    const packed = await post(receiver, "/v1/traces", gzipSync(large), { "content-encoding": "gzip" });
    expect(packed.status).toBe(413);
    const plain = await post(receiver, "/v1/traces", large).then(
      ({ status }) => status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(plain);
  });

  it("comes under another host's name, as a page in a browser would send it", async () => {
    const { receiver } = await aReceiver();
    const status = await new Promise((resolve) => {
      const headers = { host: "attacker.example", "content-type": "application/json" };
      httpRequest(
        { port: receiver.port, host: "127.0.0.1", path: "/v1/traces", method: "POST", headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      ).end("{}");
    });
    expect(status).toBe(403);
  });

  it.each([
    ["says where it comes from", 403, { origin: "https://evil.example" }],
    ["hides where it comes from", 403, { origin: "null" }],
    ["is called foreign by the browser", 403, { "sec-fetch-site": "cross-site" }],
    ["comes from another port of this machine", 403, { "sec-fetch-site": "same-site" }],
    ["is plain text, which no browser asks about", 415, { "content-type": "text/plain" }],
    ["is a form", 415, { "content-type": "application/x-www-form-urlencoded" }],
    ["says no type", 415, { "content-type": "" }],
  ])("comes from a page: one that %s (%i)", async (_, status, headers) => {
    const { receiver } = await aReceiver();
    const event = JSON.stringify({ type: "custom.deployed", timestamp: "2026-11-20T10:00:00Z" });
    for (const [path, body] of [
      ["/v1/events", event],
      ["/v1/traces", "{}"],
    ] as const) {
      const answer = await raw(receiver, path, body, { "content-type": "application/json", ...headers });
      expect([path, answer]).toEqual([path, status]);
    }
    expect(receiver.counts).toMatchObject({ accepted: 0, refused: 2 });
  });

  it.each([
    ["/v1/traces", `{"resourceSpans":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    ["/v1/events", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["/v1/events", `{"type":"custom.x","attributes":${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}}`],
  ])("is nested deeper than anybody means, at %s", async (path, body) => {
    const { receiver } = await aReceiver();
    expect((await post(receiver, path, body)).status).toBe(400);
    expect((await fetch(`${receiver.url}/healthz`)).status).toBe(200);
  });

  it("is not the one that comes while 205 others keep connections that they do not use", async () => {
    const { receiver } = await aReceiver();
    const idle = Array.from({ length: 205 }, () => connect(receiver.port, "127.0.0.1"));
    onTestFinished(() => {
      for (const socket of idle) socket.destroy();
    });
    await Promise.all(
      idle.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.on("error", () => resolve());
            socket.once("data", () => resolve());
            socket.once("close", () => resolve());
            socket.write("GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n");
          }),
      ),
    );
    expect((await post(receiver, "/v1/traces", "{}")).status).toBe(200);
  });

  it("comes byte by byte: it is cut off, and others are answered meanwhile", async () => {
    const { receiver } = await aReceiver(undefined, { patienceMs: 300 });
    const slow = connect(receiver.port, "127.0.0.1");
    let answer = "";
    slow.on("data", (piece) => {
      answer += piece;
    });
    slow.on("error", () => {});
    slow.write(
      "POST /v1/traces HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n",
    );
    const drip = setInterval(() => slow.write("{"), 20);
    const closed = new Promise((resolve) => slow.once("close", resolve));
    expect((await fetch(`${receiver.url}/healthz`)).status).toBe(200);
    await closed;
    clearInterval(drip);
    expect(answer).toMatch(/^(?:HTTP\/1\.1 408|$)/);
    expect((await post(receiver, "/v1/traces", "{}")).status).toBe(200);
    expect(receiver.counts.accepted).toBe(0);
  });

  it("is what no longer fits into the file, and the sender is told so", async () => {
    const { receiver } = await aReceiver(10);
    const span = { traceId: "1".repeat(32), spanId: "1".repeat(16), name: "chat" };
    const body = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
    const answer = await post(receiver, "/v1/traces", body);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ partialSuccess: { rejectedSpans: "1" } });
    expect(receiver.counts).toMatchObject({ accepted: 0, dropped: 1 });
  });
});

describe("closing", () => {
  it("does not wait for a sender that says nothing", async () => {
    const { receiver } = await aReceiver();
    const silent = connect(receiver.port, "127.0.0.1");
    silent.on("error", () => {});
    await new Promise((resolve) => silent.once("connect", resolve));
    silent.write(
      "POST /v1/traces HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{",
    );
    await receiver.close(50);
    await expect(fetch(`${receiver.url}/healthz`)).rejects.toThrow();
    silent.destroy();
  });
});
