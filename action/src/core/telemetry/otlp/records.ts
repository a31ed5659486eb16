import type { UserMetric } from "#core/records/user-metric.ts";
import { explicitBuckets } from "#core/telemetry/buckets.ts";
import { timeOfOurDays } from "#core/telemetry/loose-json.ts";

/**
 * OTLP requests in their JSON form, flattened: one record a span, log or data point, with plain attributes and
 * times in epoch milliseconds. Unknown fields are ignored and wrong ones count as absent, because senders of every
 * generation and quality write here.
 */

type AttributeValue = string | number | boolean | readonly (string | number | boolean)[];
/** Attributes by name, arrays and scalars only. */
export type Attributes = ReadonlyMap<string, AttributeValue>;

type Source = { resource: Attributes; scope: string | null };

export type SpanRecord = Source & {
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  name: string;
  start: number | null;
  end: number | null;
  /** 0 unset, 1 ok, 2 error. */
  status: number;
  statusMessage: string | null;
  attributes: Attributes;
  events: { name: string; time: number | null; attributes: Attributes }[];
};

export type LogRecord = Source & {
  traceId: string | null;
  spanId: string | null;
  time: number | null;
  /** Field `eventName`, else attribute `event.name`, else a body that is a short text. */
  name: string | null;
  severity: number | null;
  attributes: Attributes;
};

export type PointRecord = Source & {
  name: string;
  unit: string | null;
  kind: "counter" | "gauge" | "histogram";
  /** Whether each value holds all that came before; else it is what came since the last one. */
  cumulative: boolean;
  /** A counter's or gauge's value, a histogram's sum. */
  value: number;
  count: number | null;
  min: number | null;
  max: number | null;
  /** Of a histogram with bounds of its own. */
  buckets: UserMetric["buckets"];
  /** Since when it is counted, and until when. */
  start: number | null;
  time: number | null;
  attributes: Attributes;
};

export type OtlpRecords = { spans: SpanRecord[]; logs: LogRecord[]; points: PointRecord[] };

/** @param request one export request; anything else gives no records */
export function otlpRecords(request: unknown): OtlpRecords {
  const records: OtlpRecords = { spans: [], logs: [], points: [] };
  const { resourceSpans, resourceLogs, resourceMetrics } = object(request);
  for (const { source, items } of scoped(resourceSpans, "scopeSpans", "spans"))
    for (const item of items) add(records.spans, spanOf(object(item), source));
  for (const { source, items } of scoped(resourceLogs, "scopeLogs", "logRecords"))
    for (const item of items) records.logs.push(logOf(object(item), source));
  for (const { source, items } of scoped(resourceMetrics, "scopeMetrics", "metrics"))
    for (const item of items) records.points.push(...pointsOf(object(item), source));
  return records;
}

function* scoped(resources: unknown, scopes: string, items: string) {
  for (const entry of list(resources)) {
    const { resource, [scopes]: inner } = object(entry);
    const attributes = attributesOf(object(resource)["attributes"]);
    for (const scope of list(inner)) {
      const { scope: named, [items]: found } = object(scope);
      yield {
        source: { resource: attributes, scope: text(object(named)["name"]) },
        items: list(found),
      };
    }
  }
}

function spanOf(span: Fields, source: Source): SpanRecord | null {
  const [traceId, spanId] = [id(span["traceId"]), id(span["spanId"])];
  if (traceId === null || spanId === null) return null;
  const { code, message } = object(span["status"]);
  return {
    ...source,
    traceId,
    spanId,
    parentSpanId: id(span["parentSpanId"]),
    name: text(span["name"]) ?? "",
    start: milliseconds(span["startTimeUnixNano"]),
    end: milliseconds(span["endTimeUnixNano"]),
    status: number(code) ?? 0,
    statusMessage: text(message),
    attributes: attributesOf(span["attributes"]),
    events: list(span["events"]).map((item) => {
      const event = object(item);
      return {
        name: text(event["name"]) ?? "",
        time: milliseconds(event["timeUnixNano"]),
        attributes: attributesOf(event["attributes"]),
      };
    }),
  };
}

const LONGEST_NAME = 200;

function logOf(log: Fields, source: Source): LogRecord {
  const attributes = attributesOf(log["attributes"]);
  const named = attributes.get("event.name");
  const body = text(object(log["body"])["stringValue"]);
  return {
    ...source,
    traceId: id(log["traceId"]),
    spanId: id(log["spanId"]),
    // Codex writes no time of its own, only when it was observed.
    time: milliseconds(log["timeUnixNano"]) ?? milliseconds(log["observedTimeUnixNano"]),
    name:
      text(log["eventName"]) ??
      (typeof named === "string" ? named : null) ??
      (body !== null && body.length <= LONGEST_NAME ? body : null),
    severity: number(log["severityNumber"]),
    attributes,
  };
}

function* pointsOf(metric: Fields, source: Source): Iterable<PointRecord> {
  const name = text(metric["name"]);
  if (name === null) return;
  for (const kind of ["sum", "gauge", "histogram", "exponentialHistogram", "summary"]) {
    const { dataPoints, aggregationTemporality, isMonotonic } = object(metric[kind]);
    for (const item of list(dataPoints)) {
      const point = object(item);
      const isNumber = kind === "sum" || kind === "gauge";
      const value = isNumber ? (number(point["asDouble"]) ?? number(point["asInt"])) : number(point["sum"]);
      if (value === null) continue;
      yield {
        ...source,
        name,
        unit: text(metric["unit"]),
        // A sum that may shrink is a level, not a count.
        kind: !isNumber ? "histogram" : kind === "sum" && isMonotonic === true ? "counter" : "gauge",
        cumulative: kind === "gauge" || number(aggregationTemporality) === 2,
        value,
        count: number(point["count"]),
        min: number(point["min"]),
        max: number(point["max"]),
        buckets: explicitBuckets(
          list(point["explicitBounds"]).map(number),
          list(point["bucketCounts"]).map(number),
        ),
        start: milliseconds(point["startTimeUnixNano"]),
        time: milliseconds(point["timeUnixNano"]),
        attributes: attributesOf(point["attributes"]),
      };
    }
  }
}

/** Of a list of attributes those with plain values; nested lists of attributes get dotted names. */
function attributesOf(entries: unknown, prefix = "", into = new Map<string, AttributeValue>()): Attributes {
  for (const entry of list(entries)) {
    const { key, value } = object(entry);
    const name = text(key);
    if (name === null) continue;
    const { kvlistValue } = object(value);
    // Two levels are what senders nest; more would only be a way to keep us busy.
    if (kvlistValue !== undefined && prefix.split(".").length < 3)
      attributesOf(object(kvlistValue)["values"], `${prefix}${name}.`, into);
    const plain = plainOf(value);
    if (plain !== null) into.set(`${prefix}${name}`, plain);
  }
  return into;
}

function plainOf(value: unknown): AttributeValue | null {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue } = object(value);
  if (typeof stringValue === "string") return stringValue;
  if (typeof boolValue === "boolean") return boolValue;
  const numeric = number(intValue) ?? number(doubleValue);
  if (numeric !== null) return numeric;
  if (arrayValue === undefined) return null;
  return list(object(arrayValue)["values"]).flatMap((item) => {
    const plain = plainOf(item);
    return plain === null || typeof plain === "object" ? [] : [plain];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function object(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** 64-bit integers are decimal strings in OTLP's JSON; senders write numbers too. */
function number(value: unknown): number | null {
  const parsed = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof parsed === "number" && Number.isFinite(parsed) ? parsed : null;
}

function milliseconds(nanoseconds: unknown): number | null {
  const value = number(nanoseconds);
  return value === null ? null : timeOfOurDays(value / 1e6);
}

/** Hex, in any case; all zeros means none. */
function id(value: unknown): string | null {
  return typeof value === "string" && /^[0-9a-f]{16}(?:[0-9a-f]{16})?$/i.test(value) && !/^0+$/.test(value)
    ? value.toLowerCase()
    : null;
}

function add<T>(items: T[], item: T | null): void {
  if (item !== null) items.push(item);
}
