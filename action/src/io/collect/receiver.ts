import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { describe } from "#core/errors.ts";
import { PROTOBUF, refusalBody } from "#core/telemetry/otlp/answer.ts";
import type { Signal } from "#core/telemetry/otlp/decode.ts";
import { Refusal } from "#io/collect/body.ts";
import {
  contentType,
  Intake,
  type IntakeOptions,
  JSON_TYPE,
  type ReceiverCounts,
  type Reply,
} from "#io/collect/intake.ts";
import { boundConnections } from "#io/idle-connections.ts";
import { foreignPage } from "#io/local-request.ts";
import { listenOnFreePort } from "#io/port.ts";

export type ReceiverOptions = IntakeOptions & {
  /** 0: any free one. */
  port: number;
  /** Whoever takes longer than this to say something is cut off; default 10 s. */
  patienceMs?: number;
  /** For what is refused, and why; texts are not made safe. */
  debug(message: string): void;
};

export type Receiver = {
  /** `http://127.0.0.1:4318` */
  url: string;
  port: number;
  counts: ReceiverCounts;
  /** Answers what has begun, refuses what comes, and closes the port; gives up after the timeout. */
  close(timeoutMs: number): Promise<void>;
};

const PATIENCE_MS = 10_000;
/** Longer than any exporter waits between two requests: one sent while we hang up would be lost. */
const KEEP_ALIVE_MS = 300_000;
const MOST_CONNECTIONS = 200;
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
  const { patienceMs = PATIENCE_MS } = options;
  const intake = new Intake(options);
  let isClosing = false;

  const server = createServer({
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: patienceMs / 10,
  });
  boundConnections(server, MOST_CONNECTIONS);
  server.on("request", (request, response) => {
    answer(intake, request, isClosing).then(
      (reply) => send(response, reply),
      (error: unknown) => {
        intake.counts.refused += 1;
        const refusal = error instanceof Refusal ? error : new Refusal(500, describe(error));
        options.debug(`${request.method} ${request.url}: ${refusal.status} ${refusal.message}`);
        // What is left of the body is not read: the connection ends with the answer.
        response.setHeader("connection", "close");
        const type = contentType(request) === PROTOBUF ? PROTOBUF : JSON_TYPE;
        const body = refusalBody(type, refusal.status, refusal.message);
        send(response, { status: refusal.status, type, body });
      },
    );
  });
  const port = await listenOnFreePort(server, options.port);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    counts: intake.counts,
    close(timeoutMs) {
      isClosing = true;
      return closed(server, timeoutMs);
    },
  };
}

async function answer(intake: Intake, request: IncomingMessage, isClosing: boolean): Promise<Reply> {
  const foreign = foreignPage(request.headers);
  if (foreign !== null) throw new Refusal(403, foreign);
  const path = new URL(request.url ?? "/", "http://loopback").pathname;
  if (request.method === "GET" && path === "/healthz") return status(200, "ok");
  if (request.method === "GET" && path === "/readyz")
    return isClosing ? status(503, "closing") : status(200, "ready");
  const signal = SIGNAL[path];
  if (signal === undefined && path !== "/v1/events") throw new Refusal(404, `nothing is received at ${path}`);
  if (request.method !== "POST") throw new Refusal(405, "only POST is answered here");
  if (isClosing) throw new Refusal(503, "the receiver is closing");
  intake.counts.requests += 1;
  return signal === undefined ? intake.events(request) : intake.otlp(signal, request);
}

const status = (code: number, word: string): Reply => ({
  status: code,
  type: JSON_TYPE,
  body: JSON.stringify({ status: word }),
});

async function closed(server: Server, timeoutMs: number): Promise<void> {
  const isClosed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await isClosed;
  clearTimeout(timer);
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
