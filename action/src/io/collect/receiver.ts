import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe } from "#core/errors.ts";
import { AgentEvent } from "#core/records/event.ts";
import type { RedactOptions } from "#core/redact/redact.ts";
import { knownFields } from "#core/telemetry/known-fields.ts";
import { isNestedDeeper } from "#core/telemetry/nesting.ts";
import { PROTOBUF, refusalBody, successBody } from "#core/telemetry/otlp/answer.ts";
import { decodeRequest, type Signal } from "#core/telemetry/otlp/decode.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import { Refusal, readBody } from "#io/collect/body.ts";
import type { TelemetryFile } from "#io/collect/telemetry-file.ts";
import { boundConnections } from "#io/idle-connections.ts";
import { foreignPage } from "#io/local-request.ts";
import { listenOnFreePort } from "#io/port.ts";

export type ReceiverOptions = {
  /** 0: any free one. */
  port: number;
  otlp: TelemetryFile;
  events: TelemetryFile;
  redact: RedactOptions;
  /** Whoever takes longer than this to say something is cut off; default 10 s. */
  patienceMs?: number;
  /** For what is refused, and why; texts are not made safe. */
  debug(message: string): void;
};

type ReceiverCounts = {
  requests: number;
  refused: number;
  /** Spans, log records and data points, and events. */
  accepted: number;
  /** Not kept because the file was full. */
  dropped: number;
  redactions: Record<string, number>;
};

export type Receiver = {
  /** `http://127.0.0.1:4318` */
  url: string;
  port: number;
  counts: ReceiverCounts;
  /** Answers what has begun, refuses what comes, and closes the port; gives up after the timeout. */
  close(timeoutMs: number): Promise<void>;
};

/** Larger requests are refused; OpenTelemetry's own batches stay far below. */
const LARGEST_BODY = 20 * 1024 * 1024;
const PATIENCE_MS = 10_000;
/** Longer than any exporter waits between two requests: one sent while we hang up would be lost. */
const KEEP_ALIVE_MS = 300_000;
const MOST_CONNECTIONS = 200;
const JSON_TYPE = "application/json";
const OTLP_TYPES = [PROTOBUF, JSON_TYPE];
const EVENT_TYPES = [JSON_TYPE, "application/x-ndjson", "application/jsonl"];
/** Levels of lists and objects; the deepest attributes of real agents stay below 30. */
const DEEPEST = 200;
const SIGNAL: Readonly<Record<string, Signal>> = {
  "/v1/traces": "traces",
  "/v1/metrics": "metrics",
  "/v1/logs": "logs",
};

/**
 * Receives OTLP over HTTP (protobuf and JSON, gzip; traces, metrics, logs) and our own events on loopback, and
 * appends them to files. It answers when the data is with the operating system, so that a killed agent, or a
 * killed receiver, loses nothing that was acknowledged.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { otlp, events, patienceMs = PATIENCE_MS } = options;
  const counts: ReceiverCounts = { requests: 0, refused: 0, accepted: 0, dropped: 0, redactions: {} };
  let isClosing = false;

  async function receiveOtlp(signal: Signal, request: IncomingMessage, response: ServerResponse) {
    const type = expectType(request, OTLP_TYPES);
    const body = await readBody(request, LARGEST_BODY);
    const message = type === PROTOBUF ? protobufOf(signal, body) : jsonOf(body);
    if (isNestedDeeper(message, DEEPEST)) throw new Refusal(400, `the body is nested deeper than ${DEEPEST}`);
    const items = itemsIn(signal, message);
    const clean = scrub(message, { redact: options.redact }, counts.redactions);
    const isKept = items === 0 || (await otlp.append(JSON.stringify(clean)));
    counts[isKept ? "accepted" : "dropped"] += items;
    // Senders must not try again what was partly refused, so a full file costs them nothing more.
    const rejected = isKept ? null : { items, why: "the file of this job's telemetry is full" };
    send(response, 200, type, successBody(type, signal, rejected));
  }

  async function receiveEvents(request: IncomingMessage, response: ServerResponse) {
    expectType(request, EVENT_TYPES);
    const body = await readBody(request, LARGEST_BODY);
    const accepted: string[] = [];
    const left = new Set<string>();
    for (const candidate of eventsIn(body.toString("utf8"))) {
      const { known, unknown } = knownFields(candidate);
      for (const name of unknown) left.add(name);
      const parsed = AgentEvent.safeParse(known ?? candidate);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new Refusal(
          400,
          `event ${accepted.length + 1}: ${issue?.path.join(".") || "the event"}: ${issue?.message}`,
        );
      }
      accepted.push(redactedEvent(JSON.stringify(parsed.data), options.redact));
    }
    const kept = accepted.length === 0 || (await events.append(accepted.join("\n")));
    counts[kept ? "accepted" : "dropped"] += accepted.length;
    if (!kept) throw new Refusal(507, "the file of events is full");
    send(response, 202, JSON_TYPE, JSON.stringify({ accepted: accepted.length, ...noteOf(left) }));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignPage(request.headers);
    if (foreign !== null) throw new Refusal(403, foreign);
    const path = new URL(request.url ?? "/", "http://loopback").pathname;
    if (request.method === "GET" && path === "/healthz")
      return send(response, 200, JSON_TYPE, '{"status":"ok"}');
    if (request.method === "GET" && path === "/readyz")
      return send(
        response,
        isClosing ? 503 : 200,
        JSON_TYPE,
        `{"status":"${isClosing ? "closing" : "ready"}"}`,
      );
    const signal = SIGNAL[path];
    if (signal === undefined && path !== "/v1/events")
      throw new Refusal(404, `nothing is received at ${path}`);
    if (request.method !== "POST") throw new Refusal(405, "only POST is answered here");
    if (isClosing) throw new Refusal(503, "the receiver is closing");
    counts.requests += 1;
    return signal === undefined ? receiveEvents(request, response) : receiveOtlp(signal, request, response);
  }

  const server = createServer({
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: patienceMs / 10,
  });
  boundConnections(server, MOST_CONNECTIONS);
  server.on("request", (request, response) => {
    answer(request, response).catch((error: unknown) => {
      counts.refused += 1;
      const refusal = error instanceof Refusal ? error : new Refusal(500, describe(error));
      options.debug(`${request.method} ${request.url}: ${refusal.status} ${refusal.message}`);
      // What is left of the body is not read: the connection ends with the answer.
      response.setHeader("connection", "close");
      const type = contentType(request) === PROTOBUF ? PROTOBUF : JSON_TYPE;
      send(response, refusal.status, type, refusalBody(type, refusal.status, refusal.message));
    });
  });
  const port = await listenOnFreePort(server, options.port);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    counts,
    async close(timeoutMs) {
      isClosing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Null where none is told. */
function contentType(request: IncomingMessage): string | null {
  return request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? null;
}

/** A page of another site may send none of these without asking first, and is never answered that it may. */
function expectType(request: IncomingMessage, types: readonly string[]): string {
  const type = contentType(request);
  if (type !== null && types.includes(type)) return type;
  throw new Refusal(415, `content-type ${JSON.stringify(type)} is not supported; use ${types.join(" or ")}`);
}

function protobufOf(signal: Signal, body: Uint8Array): Record<string, unknown> {
  try {
    return decodeRequest(signal, body);
  } catch (error) {
    throw new Refusal(400, `the body is no OTLP ${signal} request in protobuf: ${describe(error)}`);
  }
}

function jsonOf(body: Buffer): Record<string, unknown> {
  const parsed = parseJson(body.toString("utf8"));
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new Refusal(400, "the body is no JSON object");
  return parsed as Record<string, unknown>;
}

/** One event, a list of them, or one a line. */
function eventsIn(text: string): unknown[] {
  if (!/^\s*[[{]/.test(text)) throw new Refusal(400, "the body is no JSON");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isLines =
    lines.length > 1 && lines.every((line) => line.startsWith("{") && line.trimEnd().endsWith("}"));
  if (isLines) return lines.map(parseJson);
  const parsed = parseJson(text);
  return Array.isArray(parsed) ? parsed : [parsed];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is not valid JSON");
  }
}

function itemsIn(signal: Signal, message: Record<string, unknown>): number {
  const [resources, scopes, items] = {
    traces: ["resourceSpans", "scopeSpans", "spans"],
    metrics: ["resourceMetrics", "scopeMetrics", "metrics"],
    logs: ["resourceLogs", "scopeLogs", "logRecords"],
  }[signal] as [string, string, string];
  const list = (value: unknown, key: string): unknown[] => {
    const found = (value as Record<string, unknown> | null)?.[key];
    return Array.isArray(found) ? found : [];
  };
  return list(message, resources)
    .flatMap((resource) => list(resource, scopes))
    .reduce<number>((sum, scope) => sum + list(scope, items).length, 0);
}

function send(response: ServerResponse, status: number, type: string, body: Uint8Array | string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

/** Events are kept without fields that events do not have; who sent them is told. */
function noteOf(left: ReadonlySet<string>): { note?: string } {
  return left.size === 0
    ? {}
    : { note: `Left out, for events have no such field: ${[...left].slice(0, 20).join(", ")}.` };
}
