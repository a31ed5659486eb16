/** Requests of OTLP in JSON, as exporters send them; times count from `START` in seconds. */

type Value = string | number | boolean | readonly string[];
export type Attributes = Record<string, Value>;
type SpanInput = {
  id: number;
  parent?: number;
  trace?: number;
  name: string;
  start?: number;
  seconds?: number;
  failed?: boolean;
  events?: (string | { name: string; attributes: Attributes })[];
  attributes?: Attributes;
};

const START = 1_795_262_000_000;

export function attributes(values: Attributes = {}) {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value:
      typeof value === "string"
        ? { stringValue: value }
        : typeof value === "boolean"
          ? { boolValue: value }
          : typeof value === "object"
            ? { arrayValue: { values: value.map((stringValue) => ({ stringValue })) } }
            : Number.isInteger(value)
              ? { intValue: String(value) }
              : { doubleValue: value },
  }));
}

export const nano = (seconds: number) => `${START + seconds * 1000}000000`;
const hex = (id: number, digits: number) => id.toString(16).padStart(digits, "0");

export function spans(service: string, ...inputs: SpanInput[]): string {
  const list = inputs.map(
    ({ id, parent, trace = 1, name, start = id, seconds = 1, failed, events = [], ...span }) => ({
      traceId: hex(trace, 32),
      spanId: hex(id, 16),
      ...(parent && { parentSpanId: hex(parent, 16) }),
      name,
      startTimeUnixNano: nano(start),
      endTimeUnixNano: nano(start + seconds),
      attributes: attributes(span.attributes),
      // Exceptions are told when their span is left.
      events: events.map((event) =>
        typeof event === "string"
          ? { name: event, timeUnixNano: nano(start) }
          : {
              name: event.name,
              timeUnixNano: nano(start + seconds),
              attributes: attributes(event.attributes),
            },
      ),
      status: failed ? { code: 2, message: "it broke" } : {},
    }),
  );
  const resource = { attributes: attributes({ "service.name": service }) };
  return JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ spans: list }] }] });
}

export function logs(
  service: string,
  ...inputs: { name: string; at?: number; body?: boolean; attributes?: Attributes }[]
): string {
  const list = inputs.map(({ name, at = 0, body, ...log }) => ({
    timeUnixNano: nano(at),
    ...(body ? { body: { stringValue: name } } : {}),
    attributes: attributes({ ...log.attributes, ...(body ? {} : { "event.name": name }) }),
  }));
  const resource = { attributes: attributes({ "service.name": service }) };
  return JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords: list }] }] });
}
