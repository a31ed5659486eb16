import type { Signal } from "#core/telemetry/otlp/decode.ts";
import { messageType } from "#core/telemetry/otlp/messages.ts";

export const PROTOBUF = "application/x-protobuf";

const RESPONSE = messageType("ExportResponse");
const STATUS = messageType("RpcStatus");
const REJECTED: Readonly<Record<Signal, string>> = {
  traces: "rejectedSpans",
  metrics: "rejectedDataPoints",
  logs: "rejectedLogRecords",
};
/** HTTP's status as gRPC's code, which OTLP answers with. */
const RPC_CODES: Readonly<Record<number, number>> = { 400: 3, 403: 7, 404: 5, 413: 8, 415: 3, 503: 14 };
const UNKNOWN = 2;

/** The body of a 200, in the type of the request; `rejected`: how many items were not kept, and why. */
export function successBody(
  type: string,
  signal: Signal,
  rejected: { items: number; why: string } | null,
): Uint8Array | string {
  if (type === PROTOBUF) {
    const partialSuccess = rejected && { rejected: rejected.items, errorMessage: rejected.why };
    return RESPONSE.encode(partialSuccess === null ? {} : { partialSuccess }).finish();
  }
  if (rejected === null) return "{}";
  const partialSuccess = { [REJECTED[signal]]: String(rejected.items), errorMessage: rejected.why };
  return JSON.stringify({ partialSuccess });
}

/** The body of a refusal: `google.rpc.Status`. */
export function refusalBody(type: string, status: number, message: string): Uint8Array | string {
  const code = RPC_CODES[status] ?? UNKNOWN;
  return type === PROTOBUF ? STATUS.encode({ code, message }).finish() : JSON.stringify({ code, message });
}
