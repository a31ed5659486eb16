import { messageType } from "#core/telemetry/otlp/messages.ts";

const SIGNALS = ["traces", "metrics", "logs"] as const;
export type Signal = (typeof SIGNALS)[number];

const REQUESTS = {
  traces: messageType("ExportTraceServiceRequest"),
  metrics: messageType("ExportMetricsServiceRequest"),
  logs: messageType("ExportLogsServiceRequest"),
};

/**
 * An OTLP export request in protobuf as the object that its JSON form would be: lowerCamelCase, ids in hex, 64-bit
 * numbers as decimal strings, enumerations as numbers.
 *
 * @throws Error when the bytes are no such message
 */
export function decodeRequest(signal: Signal, bytes: Uint8Array): Record<string, unknown> {
  const type = REQUESTS[signal];
  const request = type.toObject(type.decode(bytes), { longs: String });
  hexIds(request);
  return request;
}

const ID_KEYS = new Set(["traceId", "spanId", "parentSpanId"]);

function hexIds(value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) hexIds(item);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const record = value as Record<string, unknown>;
  for (const [key, inner] of Object.entries(record)) {
    if (!(inner instanceof Uint8Array)) {
      if (key !== "attributes" && key !== "resource") hexIds(inner);
    } else if (ID_KEYS.has(key)) record[key] = hex(inner);
    else delete record[key];
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
