/** Requests of OTLP in JSON, as exporters send them. Times are epoch milliseconds. */

type Value = string | number | boolean;
export type Attributes = Readonly<Record<string, Value | null>>;

export type Span = {
  id: string;
  parent: string | null;
  name: string;
  from: number;
  to: number;
  attributes: Attributes;
  /** What it threw. */
  exception?: Attributes | null;
};

type Point = { attributes: Attributes; at: number } & (
  | { value: number }
  | { values: readonly number[]; bounds: readonly number[] }
);
export type Metric = { name: string; unit: string; kind: "counter" | "gauge" | "histogram"; points: Point[] };

function attributesOf(values: Attributes): unknown[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [{ key, value: anyValue(value) }],
  );
}

function anyValue(value: Value): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

const nano = (milliseconds: number) => `${Math.round(milliseconds)}000000`;

export function spansRequest(resource: Attributes, traceId: string, spans: readonly Span[]): object {
  const reported = spans.map(({ id, parent, name, from, to, attributes, exception = null }) => ({
    ...{ traceId, spanId: id, ...(parent !== null && { parentSpanId: parent }), name, kind: 1 },
    ...{ startTimeUnixNano: nano(from), endTimeUnixNano: nano(to), attributes: attributesOf(attributes) },
    events:
      exception === null
        ? []
        : [{ name: "exception", timeUnixNano: nano(to), attributes: attributesOf(exception) }],
    status: exception === null ? { code: 1 } : { code: 2, message: String(exception["exception.message"]) },
  }));
  return { resourceSpans: [{ resource: of(resource), scopeSpans: [{ scope: SCOPE, spans: reported }] }] };
}

export function logsRequest(
  resource: Attributes,
  records: readonly { at: number; traceId: string; spanId: string; attributes: Attributes }[],
): object {
  const reported = records.map(({ at, traceId, spanId, attributes }) => ({
    ...{ timeUnixNano: nano(at), traceId, spanId, severityNumber: 17, attributes: attributesOf(attributes) },
  }));
  return { resourceLogs: [{ resource: of(resource), scopeLogs: [{ scope: SCOPE, logRecords: reported }] }] };
}

export function metricsRequest(resource: Attributes, metrics: readonly Metric[]): object {
  const reported = metrics.map(({ name, unit, kind, points }) => {
    const dataPoints = points.map(pointOf);
    if (kind === "gauge") return { name, unit, gauge: { dataPoints } };
    if (kind === "histogram") return { name, unit, histogram: { dataPoints, aggregationTemporality: 1 } };
    return { name, unit, sum: { dataPoints, aggregationTemporality: 1, isMonotonic: true } };
  });
  return {
    resourceMetrics: [{ resource: of(resource), scopeMetrics: [{ scope: SCOPE, metrics: reported }] }],
  };
}

function pointOf(point: Point): object {
  const common = { timeUnixNano: nano(point.at), attributes: attributesOf(point.attributes) };
  if ("value" in point) return { ...common, asDouble: point.value };
  const { values, bounds } = point;
  const bucketOf = (value: number) => bounds.findIndex((bound) => value <= bound);
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const value of values) {
    const place = bucketOf(value);
    counts[place === -1 ? bounds.length : place] = (counts[place === -1 ? bounds.length : place] ?? 0) + 1;
  }
  return {
    ...common,
    count: String(values.length),
    sum: values.reduce((all, value) => all + value, 0),
    ...(values.length > 0 && { min: Math.min(...values), max: Math.max(...values) }),
    explicitBounds: bounds,
    bucketCounts: counts.map(String),
  };
}

const SCOPE = { name: "octo.agents" };
const of = (resource: Attributes) => ({ attributes: attributesOf(resource) });
