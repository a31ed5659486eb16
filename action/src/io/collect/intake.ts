import type { IncomingMessage } from "node:http";
import { describe } from "#core/errors.ts";
import { AgentEvent } from "#core/records/event.ts";
import type { Previews } from "#core/records/previews.ts";
import type { RedactOptions } from "#core/redact/redact.ts";
import { knownFields } from "#core/telemetry/known-fields.ts";
import { isNestedDeeper } from "#core/telemetry/nesting.ts";
import { PROTOBUF, successBody } from "#core/telemetry/otlp/answer.ts";
import { decodeRequest, type Signal } from "#core/telemetry/otlp/decode.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import { Refusal, readBody } from "#io/collect/body.ts";
import type { TelemetryFile } from "#io/collect/telemetry-file.ts";

/** Where what is received goes, and what is taken out of it before. */
export type IntakeOptions = {
  otlp: TelemetryFile;
  events: TelemetryFile;
  redact: RedactOptions;
  previews: Previews;
};

export type ReceiverCounts = {
  requests: number;
  refused: number;
  /** Spans, log records and data points, and events. */
  accepted: number;
  /** Not kept because the file was full. */
  dropped: number;
  redactions: Record<string, number>;
};

/** What a request is answered with. */
export type Reply = { status: number; type: string; body: Uint8Array | string };

/** Larger requests are refused; OpenTelemetry's own batches stay far below. */
const LARGEST_BODY = 20 * 1024 * 1024;
export const JSON_TYPE = "application/json";
const OTLP_TYPES = [PROTOBUF, JSON_TYPE];
const EVENT_TYPES = [JSON_TYPE, "application/x-ndjson", "application/jsonl"];
/** Levels of lists and objects; the deepest attributes of real agents stay below 30. */
const DEEPEST = 200;

/** Takes in what was sent: checks it, takes secrets out of it, and appends it to a file before it is acknowledged. */
export class Intake {
  readonly counts: ReceiverCounts = { requests: 0, refused: 0, accepted: 0, dropped: 0, redactions: {} };
  readonly #otlp: TelemetryFile;
  readonly #events: TelemetryFile;
  readonly #redact: RedactOptions;
  readonly #previews: Previews;

  constructor({ otlp, events, redact, previews }: IntakeOptions) {
    this.#otlp = otlp;
    this.#events = events;
    this.#redact = redact;
    this.#previews = previews;
  }

  /** @throws Refusal for what is no such request */
  async otlp(signal: Signal, request: IncomingMessage): Promise<Reply> {
    const type = expectType(request, OTLP_TYPES);
    const body = await readBody(request, LARGEST_BODY);
    const message = type === PROTOBUF ? protobufOf(signal, body) : jsonOf(body);
    if (isNestedDeeper(message, DEEPEST)) throw new Refusal(400, `the body is nested deeper than ${DEEPEST}`);
    const items = itemsIn(signal, message);
    const clean = scrub(message, { redact: this.#redact, previews: this.#previews }, this.counts.redactions);
    const isKept = items === 0 || (await this.#otlp.append(JSON.stringify(clean)));
    this.counts[isKept ? "accepted" : "dropped"] += items;
    // Senders must not try again what was partly refused, so a full file costs them nothing more.
    const rejected = isKept ? null : { items, why: "the file of this job's telemetry is full" };
    return { status: 200, type, body: successBody(type, signal, rejected) };
  }

  /** @throws Refusal for what is no event, and when there is no more room for events */
  async events(request: IncomingMessage): Promise<Reply> {
    expectType(request, EVENT_TYPES);
    const body = await readBody(request, LARGEST_BODY);
    const accepted: string[] = [];
    const left = new Set<string>();
    for (const candidate of eventsIn(body.toString("utf8"))) {
      const { known, unknown } = knownFields(candidate);
      for (const name of unknown) left.add(name);
      const event = eventOf(known ?? candidate, accepted.length + 1);
      accepted.push(redactedEvent(JSON.stringify(event), this.#redact, this.#previews));
    }
    const kept = accepted.length === 0 || (await this.#events.append(accepted.join("\n")));
    this.counts[kept ? "accepted" : "dropped"] += accepted.length;
    if (!kept) throw new Refusal(507, "the file of events is full");
    const answer = { accepted: accepted.length, ...noteOf(left) };
    return { status: 202, type: JSON_TYPE, body: JSON.stringify(answer) };
  }
}

function eventOf(candidate: unknown, place: number): AgentEvent {
  const parsed = AgentEvent.safeParse(candidate);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(400, `event ${place}: ${issue?.path.join(".") || "the event"}: ${issue?.message}`);
}

/** Null where none is told. */
export function contentType(request: IncomingMessage): string | null {
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

/** Events are kept without fields that events do not have; who sent them is told. */
function noteOf(left: ReadonlySet<string>): { note?: string } {
  return left.size === 0
    ? {}
    : { note: `Left out, for events have no such field: ${[...left].slice(0, 20).join(", ")}.` };
}
